import { setImmediate } from "node:timers/promises";
import { warnings } from "@kundenwert/models";
import type { Columns, Engine, StatementOptions } from "../../engines/engine.ts";
import { stopIfCancelled } from "../../engines/engine-error.ts";
import type { FeaturePlan } from "../features/feature-plan.ts";
import type { Step } from "../step.ts";
import { WARNING_KINDS, type WarningKind } from "./kind.ts";
import { eligibleRows, probabilities, termsOf } from "./learn.ts";
import { type Foreseen, type Material, withOutlook } from "./material.ts";
import { countBuyers, readCalendar, readMaterial } from "./read-material.ts";
import { type SnapshotNames, snapshotNames } from "./snapshot-names.ts";
import { TERMS } from "./terms.ts";
import { readWarningFit, type WarningFit } from "./warning-fit.ts";

const COLUMNS = `customer_id VARCHAR, kind VARCHAR, macro VARCHAR, probability DOUBLE, gap DOUBLE,
  term_1 VARCHAR, shown_1 DOUBLE, effect_1 DOUBLE, term_2 VARCHAR, shown_2 DOUBLE, effect_2 DOUBLE,
  term_3 VARCHAR, shown_3 DOUBLE, effect_3 DOUBLE`;
/** Customers that are looked at together. */
const PART = 100_000;
const VERSION = "2";

/**
 * The probability of a change for everybody to whom it could come, and the three terms that raise
 * it most: one pass over the customers, part by part.
 */
export function warningScoreStep({ features }: FeaturePlan): Step {
  const names = snapshotNames(features);
  return {
    name: "warning_score",
    reads: ["warning_fit", "snapshot", "segment_macro"],
    text: JSON.stringify([VERSION, names]),
    inputs: () => ({}),
    checks: {
      "a probability lies between 0 and 1":
        "probability IS NULL OR probability < 0 OR probability > 1",
    },
    async write({ engine }, table, options) {
      await engine.run(`DROP TABLE IF EXISTS ${table}`);
      await engine.run(`CREATE TABLE ${table} (${COLUMNS})`);
      const fit = await readWarningFit(engine);
      if (fit?.basis) await scoreAll(engine, names, fit, table, options);
    },
  };
}

async function scoreAll(
  engine: Engine,
  names: SnapshotNames,
  fit: WarningFit,
  table: string,
  options: StatementOptions,
): Promise<void> {
  const calendar = await readCalendar(engine);
  const buyers = await countBuyers(engine);
  const now = calendar.ends.length - 1;
  for (let first = 1; first <= buyers; first += PART) {
    const members = { first, last: Math.min(buyers, first + PART - 1), every: 1 };
    const material = await readMaterial(engine, names, calendar, fit.months, members, [now, now], {
      signal: options.signal,
    });
    for (const kind of WARNING_KINDS) {
      await setImmediate();
      stopIfCancelled(options.signal);
      const columns = scoreKind(kind, material, fit, now);
      if (columns) await engine.append(table, columns);
    }
    options.onProgress?.(members.last / buyers);
  }
}

function scoreKind(
  kind: WarningKind,
  material: Material,
  { basis, kinds }: WarningFit,
  now: number,
): Columns | null {
  const rows = eligibleRows(kind, material.rows, [now, now]);
  if (rows.customer.length === 0 || !basis) return null;
  const foreseen = withOutlook(material, rows, basis);
  const terms = termsOf(kind, foreseen);
  const { fit, reason } = kinds[kind];
  const probability = probabilities(kind, fit ?? (reason as string), foreseen, terms);
  // Without a fit and without a model of purchases there is nothing honest to say.
  if (probability.some(Number.isNaN)) return null;
  return {
    customer_id: rows.customerId,
    kind: rows.customerId.map(() => kind),
    macro: rows.macro,
    probability,
    gap: foreseen.gap,
    ...driversOf(kind, fit, foreseen, terms),
  };
}

const DRIVERS = [0, 1, 2] as const;

/** For each row the terms that raise the log-odds most, with the number people read about them. */
function driversOf(
  kind: WarningKind,
  fit: WarningFit["kinds"][WarningKind]["fit"],
  of: Foreseen,
  terms: Record<string, Float64Array>,
): Columns {
  const rows = of.rows.customer.length;
  const names = DRIVERS.map(() => new Array<string | null>(rows).fill(null));
  const shown = DRIVERS.map(() => new Float64Array(rows).fill(Number.NaN));
  const effects = DRIVERS.map(() => new Float64Array(rows).fill(Number.NaN));
  const termOf = new Map(TERMS[kind].map((term) => [term.name, term]));
  for (let row = 0; row < rows && fit; row++) {
    const own = warnings.logisticRegression.contributions(fit.logistic, terms, row);
    const order = fit.logistic.terms
      .map(({ name, coefficient, association }, j) => ({
        term: termOf.get(name),
        // A term against its own sign only corrects others: nobody should read it as a reason.
        effect: coefficient * association > 0 ? (own[j] as number) : 0,
      }))
      .filter(({ term, effect }) => effect > 0 && term && isSaid(term, of, row))
      .sort((one, other) => other.effect - one.effect);
    order.slice(0, DRIVERS.length).forEach(({ term, effect }, place) => {
      if (!term) return;
      (names[place] as (string | null)[])[row] = term.name;
      (shown[place] as Float64Array)[row] = term.shown(of, row);
      (effects[place] as Float64Array)[row] = effect;
    });
  }
  return Object.fromEntries(
    DRIVERS.flatMap((place) => [
      [`term_${place + 1}`, names[place] as (string | null)[]],
      [`shown_${place + 1}`, shown[place] as Float64Array],
      [`effect_${place + 1}`, effects[place] as Float64Array],
    ]),
  );
}

/** A flag that does not hold is nothing to tell of. */
function isSaid({ unit, shown }: (typeof TERMS)[WarningKind][number], of: Foreseen, row: number) {
  const number = shown(of, row);
  return unit === "none" ? number === 1 : Number.isFinite(number);
}
