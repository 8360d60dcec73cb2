import type { Engine, StatementOptions } from "../engines/engine.ts";
import { type CellSource, type Cells, countCells, readCells, toWeeks } from "./cells.ts";
import type { KnownFits } from "./fits.ts";
import {
  isProbabilityMethod,
  probabilityModels,
  ruleOfThumb,
  type SummaryMethod,
} from "./method.ts";
import type { ScoreSelect } from "./score-grid.ts";
import { readReach, scoreSelect } from "./score-in-engine.ts";
import type { RunContext } from "./step.ts";

/** What the purchases after a month's end are foreseen by. */
export type MonthForecast = {
  readonly end: Date;
  readonly days: number;
  readonly method: SummaryMethod;
  readonly fits: KnownFits;
};

/** Where the forecasts go, and all lengths in days that are asked for. */
export type MonthTables = {
  readonly cells: string;
  /** What the tables of nodes are called: see score-grid.ts. */
  readonly nodes: string;
  lengths(context: RunContext): Promise<readonly number[]>;
};

/** Distinct customers of a month up to which each is foreseen by itself. */
const MOST_FORESEEN = 2000;

const TIMES = `purchases - 1 AS frequency,
  days_since_first_purchase - days_since_purchase AS recency, days_since_first_purchase AS age
  FROM snapshot WHERE purchases > 0`;
const MONTH = `SELECT ${TIMES} AND period_end = $end`;

export const EMPTY_CELL = `SELECT CAST(0 AS DOUBLE) AS frequency, CAST(0 AS DOUBLE) AS recency,
  CAST(0 AS DOUBLE) AS age, CAST(0 AS DOUBLE) AS expected_purchases WHERE 1 = 0`;

/**
 * Writes what each distinct customer of a month's end is expected to buy. Where they are many, one
 * set of nodes serves all months of a run.
 *
 * @returns whether anybody had bought by then
 */
export function monthPurchases(
  tables: MonthTables,
): (context: RunContext, forecast: MonthForecast, options: StatementOptions) => Promise<boolean> {
  let nodes: ScoreSelect | undefined;
  return async (context, forecast, options) => {
    const { engine } = context;
    const from: CellSource = { select: MONTH, parameters: { end: forecast.end } };
    const count = await countCells(engine, from, 1, options);
    const read = () => readCells(engine, from, options, MOST_FORESEEN);
    if (count > MOST_FORESEEN) {
      const select = nodes ?? (await selectOf(context, tables, forecast, read));
      // A rule of thumb has no nodes, and takes the pace of the month for who came on its last day.
      if (isProbabilityMethod(forecast.method)) nodes = select;
      await writeMany(engine, tables.cells, select, forecast, options);
    } else await writeFew(engine, tables.cells, await read(), forecast);
    return count > 0;
  };
}

async function writeFew(
  engine: Engine,
  table: string,
  cells: Cells,
  { method, fits, days }: MonthForecast,
): Promise<void> {
  await engine.replaceTable(table, EMPTY_CELL);
  await engine.append(table, {
    ...cells.days,
    expected_purchases: expectedPurchases(cells, method, fits, days),
  });
}

async function writeMany(
  engine: Engine,
  table: string,
  nodes: ScoreSelect,
  { end, days }: MonthForecast,
  options: StatementOptions,
): Promise<void> {
  const { sql, parameters } = nodes(`SELECT DISTINCT * FROM (${MONTH}) AS customers`);
  await engine.replaceTable(
    table,
    `SELECT frequency, recency, age, expected_purchases FROM (${sql}) AS scores
     WHERE horizon = $days`,
    { ...parameters, end, days },
    options,
  );
}

async function selectOf(
  context: RunContext,
  tables: MonthTables,
  { method, fits, days }: MonthForecast,
  cells: () => Promise<Cells>,
): Promise<ScoreSelect> {
  const { engine } = context;
  const lengths = new Set([days, ...(await tables.lengths(context))]);
  return scoreSelect(engine, {
    name: tables.nodes,
    method: isProbabilityMethod(method) && !fits.models[method] ? "last-window" : method,
    fits,
    cells,
    horizons: [...lengths].map((length) => ({ horizon: length, days: length, rate: 0 })),
    reach: await readReach(engine, `SELECT ${TIMES}`),
  });
}

function expectedPurchases(
  { weeks, days: { age } }: Cells,
  method: SummaryMethod,
  fits: KnownFits,
  days: number,
): Float64Array {
  if (isProbabilityMethod(method)) {
    const fit = fits.models[method];
    if (fit)
      return probabilityModels[method].expectedPurchases(fit.params as never, weeks, toWeeks(days));
  }
  // The last year again is what the snapshot itself knows; a rule of thumb needs time to look back on.
  const isObserved = age.some((seen) => seen > 0);
  if (method === "last-window" || isProbabilityMethod(method) || !isObserved) {
    return new Float64Array(age.length).fill(Number.NaN);
  }
  return ruleOfThumb(method, weeks, toWeeks(days), fits.repurchase);
}
