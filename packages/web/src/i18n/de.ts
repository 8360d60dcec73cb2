import { first } from "./de-first.ts";
import { later } from "./de-later.ts";
import type { Catalogue } from "./en.ts";

/** The type makes a missing translation a compile error. */
export const de: Catalogue = { ...first, ...later };
