import type { ValueCorrection } from "../../pipeline/transition/read-corrections.ts";
import type { Speech } from "../language.ts";
import { drawTable, right } from "./table.ts";

/** How customers of each rule were misjudged, and what is made of it today. */
export function describeCorrections(
  corrections: readonly ValueCorrection[],
  months: number,
  speech: Speech,
): string {
  const t = speech.text.explain;
  if (corrections.length === 0) return t.noCorrections;
  const rows = corrections.map((correction) => {
    const { observed, interval } = misjudged(correction, speech);
    const { ruleDe, ruleEn, seen, customers, applied } = correction;
    return [
      speech.language === "de" ? ruleDe : ruleEn,
      observed,
      interval,
      speech.number(seen),
      speech.number(customers),
      applied === null ? "" : signed(applied, speech),
    ];
  });
  return [
    t.corrections(speech.number(months)),
    drawTable(
      [{ title: t.rule }, ...[t.observed, t.interval, t.seen, t.customers, t.applied].map(right)],
      rows,
    ),
    t.correctionNote,
  ].join("\n");
}

/** What came against what was foreseen, as +18 % and its 80 % interval. */
export function misjudged(
  { observed, low, high }: Pick<ValueCorrection, "observed" | "low" | "high">,
  speech: Speech,
): { readonly observed: string; readonly interval: string } {
  const interval =
    low === null || high === null ? "" : `${signed(low, speech)} – ${signed(high, speech)}`;
  return { observed: signed(observed, speech), interval };
}

function signed(share: number, { percent }: Speech): string {
  return `${share > 0 ? "+" : ""}${percent(share)}`;
}
