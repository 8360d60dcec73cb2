import { FIGURES } from "../../pipeline/figures/catalogue/index.ts";
import type { TargetSetting } from "../../workspace/target-settings.ts";
import type { Speech } from "../language.ts";

/** A target in a few words: nps ≥ 45 (quarter, from 2026-01-01). */
export function targetText(target: TargetSetting, { text, language }: Speech): string {
  const { figure, dimension, member, period, atLeast, atMost, from, until } = target;
  const bound = atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`;
  const t = text.settings;
  const narrowed = [
    ...(dimension === undefined ? [] : [`${dimension} ${member}`]),
    ...(period === undefined ? [] : [text.figures.periods[period] ?? period]),
    ...(from === undefined ? [] : [t.from(from)]),
    ...(until === undefined ? [] : [t.until(until)]),
  ];
  const name = FIGURES.find((each) => each.name === figure)?.[language].label ?? figure;
  return `${name} ${bound}${narrowed.length > 0 ? ` (${narrowed.join(", ")})` : ""}`;
}
