import type { Preferences } from "@kundenwert/contract";

type StartTile = NonNullable<Preferences["tiles"]>[number];

/** What the start page can show, in its order. */
export const START_TILES: readonly StartTile[] = [
  "views",
  "equity",
  "figures",
  "distribution",
  "customers",
  "trust",
];

/** What it shows as long as nothing was chosen. */
export const USUAL_TILES: readonly StartTile[] = START_TILES.slice(1);
