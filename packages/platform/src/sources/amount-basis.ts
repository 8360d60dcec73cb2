/** What the amounts of a file are: net of value added tax, or gross. */
import type { ImportOptions } from "./import-options.ts";
import type { PresetUse } from "./preset-rows.ts";
import type { Basis } from "./roles.ts";
import type { SourceWarning } from "./source-warning.ts";

type ChosenBasis = {
  readonly basis: Basis;
  /** Of a basis that neither the user nor the system that wrote the file named. */
  readonly warnings: readonly SourceWarning[];
};

/** Roles of amounts that may be either; `gross` says what it is. */
const OPEN_AMOUNTS: readonly string[] = ["amount", "price"];

/**
 * What the user says, else what the known system says, else what a person answers who is there to
 * be asked, else the workspace's own basis; then with a warning if a known system left it open.
 */
export async function chooseBasis(
  file: string,
  use: PresetUse | undefined,
  { basis, askBasis }: ImportOptions,
  ofWorkspace: Basis,
): Promise<ChosenBasis> {
  const known = basis ?? (use && basisOf(use));
  const isOpen = use?.preset.roles.some((role) => OPEN_AMOUNTS.includes(role)) === true;
  if (known || !isOpen) return { basis: known ?? ofWorkspace, warnings: [] };
  const preset = use?.preset.name ?? "";
  const answer = await askBasis?.({ file, preset });
  if (answer) return { basis: answer, warnings: [] };
  const other = ofWorkspace === "net" ? "gross" : "net";
  const details = { preset, basis: ofWorkspace, other };
  return { basis: ofWorkspace, warnings: [{ code: "BASIS_ASSUMED", details }] };
}

/** What the system says of its amounts, or the columns of this file of it. */
function basisOf({ preset: { basis }, context }: PresetUse): Basis | undefined {
  return typeof basis === "function" ? basis(context.columns) : basis;
}
