import type { transition } from "@kundenwert/models";
import { readSql } from "../../engines/sql-file.ts";
import { horizonsOf } from "../horizon.ts";
import { conditionsOf, ruleText } from "../segments/segment-rule.ts";
import type { Step } from "../step.ts";
import { correctionWords } from "./correction-words.ts";
import type { TransitionTables } from "./panel-source.ts";
import { readTransitionFit } from "./transition-fit.ts";

const COLUMNS = `horizon_months INTEGER, segment INTEGER, rule_en VARCHAR, rule_de VARCHAR,
  seen DOUBLE, observed DOUBLE, low DOUBLE, high DOUBLE, customers DOUBLE, applied DOUBLE`;
const SUMS_SQL = readSql("transition/correction_sum");

/** Bumped when the same fit would be read otherwise. */
const VERSION = "1";
/** The 90 % point of the normal: intervals are of 80 %. */
const Z_90 = 1.2816;

/**
 * The corrections of value that people can read: a row a horizon and leaf of the first ratio tree
 * with its rule, what came there in past windows against what was foreseen (`seen` customers ×
 * windows, `observed` share more or less, 80 % interval), and by how much the forecasts of its
 * customers of today are changed by all trees together (`applied`). Empty without corrections.
 */
export function transitionCorrection(tables: TransitionTables): Step {
  return {
    name: "transition_correction",
    reads: [tables.fit, tables.score],
    text: VERSION + COLUMNS + SUMS_SQL + JSON.stringify(correctionWords(1)),
    inputs: ({ settings }) => ({ currency: settings.currency }),
    checks: {
      "an interval holds what was observed": "low > observed OR high < observed",
      "a forecast is not taken below nothing": "applied < -1",
    },
    async write(context, table, options) {
      const { engine, settings } = context;
      await engine.run(`DROP TABLE IF EXISTS ${table}`);
      await engine.run(`CREATE TABLE ${table} (${COLUMNS})`);
      const fit = await readTransitionFit(engine, tables.fit);
      if (fit.model === "refused" || fit.fallback) return;
      const months = horizonsOf(context).map((horizon) => horizon.months);
      const leaves = fit.horizons.flatMap((horizon, i) =>
        leavesOf(fit, horizon.window, months[i] as number, settings.currency),
      );
      const sums = await engine.rows(SUMS_SQL, {}, options);
      const listed = leaves.map((leaf) => {
        const sum = sums.find(
          (row) => row.horizon_months === leaf.months && row.segment === leaf.segment,
        );
        const base = Number(sum?.base ?? 0);
        const applied = base > 0 ? Number(sum?.corrected) / base - 1 : Number.NaN;
        return { ...leaf, customers: Number(sum?.customers ?? 0), applied };
      });
      const number = (pick: (row: (typeof listed)[number]) => number) =>
        Float64Array.from(listed, pick);
      await engine.append(table, {
        horizon_months: number((row) => row.months),
        segment: number(({ segment }) => segment),
        rule_en: listed.map(({ ruleEn }) => ruleEn),
        rule_de: listed.map(({ ruleDe }) => ruleDe),
        seen: number(({ seen }) => seen),
        observed: number(({ observed }) => observed),
        low: number(({ low }) => low),
        high: number(({ high }) => high),
        customers: number(({ customers }) => customers),
        applied: number(({ applied }) => applied),
      });
    },
  };
}

/** The leaves of the first tree for one horizon: rules, and what was seen of them before. */
function leavesOf(fit: transition.TransitionFit, window: number, months: number, currency: string) {
  const { revenue, purchases } = fit.windows[window]?.targets ?? {};
  const ratio = (revenue ?? purchases)?.ratio;
  const tree = ratio?.rounds[0]?.tree;
  if (!ratio || !tree) return [];
  const words = correctionWords(fit.periodDays);
  return ratio.segments.map(({ n, actual, forecast }, segment) => {
    const conditions = conditionsOf(tree, segment);
    // A sum of y with Σ(y − q)² = φ Σq is off by √(φ ÷ Σy) in logarithms.
    const spread = Math.exp(Z_90 * Math.sqrt(ratio.dispersion / actual));
    const came = actual / forecast;
    const isKnown = actual > 0;
    return {
      months,
      segment,
      ruleEn: ruleText(conditions, words, { language: "en", currency }),
      ruleDe: ruleText(conditions, words, { language: "de", currency }),
      seen: n,
      observed: came - 1,
      low: isKnown ? came / spread - 1 : Number.NaN,
      high: isKnown ? came * spread - 1 : Number.NaN,
    };
  });
}
