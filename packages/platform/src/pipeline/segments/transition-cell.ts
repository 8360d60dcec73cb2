import { segments, shrinkCounts } from "@kundenwert/models";
import type { Engine } from "../../engines/engine.ts";
import type { Step } from "../step.ts";
import { MACROS } from "./macro.ts";
import { readMicroVersions } from "./micro-version.ts";
import { definitionsOf } from "./segment-rule.ts";
import { QUARTER_MONTHS } from "./transition-model.ts";
import { readTransitionState, type TransitionState } from "./transition-state.ts";

const LEVEL = 0.8;
const HALF_LIFE = 6;
const MONTHS_COUNTED = 24;

/** One transition probability, and what it rests on. */
type Cell = {
  readonly level: "macro" | "micro";
  readonly months: number;
  /** Days since 1970; NaN where all months are taken together. */
  readonly period_end: number;
  readonly from_segment: string;
  readonly to_segment: string;
  /** Moves of this kind, and all from there. */
  readonly customers: number;
  readonly from_customers: number;
  readonly probability: number;
  readonly low: number;
  readonly high: number;
  /** Mean forecast of the customers who are there now; NaN where none is asked for. */
  readonly forecast: number;
};

const COLUMNS = `level VARCHAR, months INTEGER, period_end DATE, from_segment VARCHAR,
  to_segment VARCHAR, customers DOUBLE, from_customers DOUBLE, probability DOUBLE, low DOUBLE,
  high DOUBLE, forecast DOUBLE`;

/** The transition probabilities with their 80 % intervals: by month, and over all months. */
export const transitionCell: Step = {
  name: "transition_cell",
  reads: ["transition_model", "segment_move"],
  text: COLUMNS,
  inputs: () => ({}),
  checks: {
    "a probability lies between 0 and 1": "probability < 0 OR probability > 1.0000001",
    "the interval holds it": "low > probability + 0.000001 OR high < probability - 0.000001",
    "no move is made by more than there are": "customers > from_customers",
  },
  async write({ engine }, table) {
    const flows = await readFlows(engine);
    const state = await readTransitionState(engine);
    const cells = [
      ...monthCells(flows),
      ...pooledCells(flows),
      ...(await microCells(engine, state, flows)),
    ];
    await engine.run(`DROP TABLE IF EXISTS ${table}`);
    await engine.run(`CREATE TABLE ${table} (${COLUMNS})`);
    const names = Object.keys(cells[0] ?? {}) as (keyof Cell)[];
    if (cells.length === 0) return;
    const column = (name: keyof Cell) =>
      typeof cells[0]?.[name] === "string"
        ? cells.map((cell) => String(cell[name]))
        : Float64Array.from(cells, (cell) => Number(cell[name]));
    await engine.append(table, Object.fromEntries(names.map((name) => [name, column(name)])));
  },
};

/** The moves of customers between macro segments: months × from × to. */
type Flows = { readonly days: readonly number[]; readonly counts: Float64Array };
const K = MACROS.length;
const SQUARE = K * K;

async function readFlows(engine: Engine): Promise<Flows> {
  const rows = await engine.rows(
    `SELECT CAST(date_diff('day', DATE '1970-01-01', period_end) AS DOUBLE) AS day,
       from_segment, to_segment, customers
     FROM segment_move WHERE level = 'macro' AND grain = 'month' AND from_segment <> ''
     ORDER BY period_end`,
  );
  const days = [...new Set(rows.map(({ day }) => Number(day)))].slice(-MONTHS_COUNTED);
  const counts = new Float64Array(days.length * SQUARE);
  for (const { day, from_segment, to_segment, customers } of rows) {
    const month = days.indexOf(Number(day));
    if (month < 0) continue;
    counts[month * SQUARE + place(from_segment) * K + place(to_segment)] = Number(customers);
  }
  return { days, counts };
}

function place(segment: unknown): number {
  return (MACROS as readonly unknown[]).indexOf(segment);
}

/** What was seen in each month; the interval is that of chance (Jeffreys). */
function monthCells({ days, counts }: Flows): Cell[] {
  return days.flatMap((day, month) =>
    MACROS.flatMap((from, row) => {
      const moves = counts.subarray(month * SQUARE + row * K, month * SQUARE + (row + 1) * K);
      const all = sum(moves);
      if (all === 0) return [];
      return [...moves].flatMap((n, to) => {
        if (n === 0) return [];
        const around = segments.betaInterval((n + 0.5) / (all + 1), all + 1, LEVEL);
        const probability = n / all;
        return {
          level: "macro" as const,
          months: 1,
          period_end: day,
          from_segment: from,
          to_segment: MACROS[to] as string,
          customers: n,
          from_customers: all,
          probability,
          ...holding(probability, around),
          forecast: Number.NaN,
        };
      });
    }),
  );
}

/** All months together, the late ones counting for more; intervals as wide as months differ. */
function pooledCells({ days, counts }: Flows): Cell[] {
  const weighted = new Float64Array(SQUARE);
  const moves = new Float64Array(SQUARE);
  counts.forEach((n, at) => {
    const age = days.length - 1 - Math.floor(at / SQUARE);
    moves[at % SQUARE] = (moves[at % SQUARE] as number) + n;
    weighted[at % SQUARE] = (weighted[at % SQUARE] as number) + n * 0.5 ** (age / HALF_LIFE);
  });
  if (sum(moves) === 0) return [];
  const { probabilities, strength } = shrinkCounts(weighted, K);
  const rows = MACROS.map((segment, row) => ({ segment, dispersion: dispersionOf(counts, row) }));
  return toCells({ level: "macro", months: 1, moves, probabilities, strength }, rows);
}

function dispersionOf(counts: Float64Array, row: number): number {
  const months = counts.length / SQUARE;
  const own = Float64Array.from({ length: months * K }, (_, cell) => {
    const at = Math.floor(cell / K) * SQUARE + row * K + (cell % K);
    return counts[at] as number;
  });
  return segments.periodDispersion(own, K);
}

/** From micro-segments to macro segments, in a month and in three. */
async function microCells(
  engine: Engine,
  state: TransitionState | undefined,
  { counts }: Flows,
): Promise<Cell[]> {
  const versions = await readMicroVersions(engine);
  const version = versions.find((one) => one.version === state?.version);
  if (!state?.model || !version) return [];
  const rows = definitionsOf(version).map(({ segment, macro }) => ({
    segment,
    dispersion: dispersionOf(counts, place(macro)),
  }));
  const month = { level: "micro", months: 1, ...state.model.all, forecast: state.outlook } as const;
  const quarter =
    state.quarter && ({ level: "micro", months: QUARTER_MONTHS, ...state.quarter } as const);
  return [...toCells(month, rows), ...(quarter ? toCells(quarter, rows) : [])];
}

type Table = Pick<segments.TransitionTable, "moves" | "probabilities" | "strength"> & {
  readonly level: Cell["level"];
  readonly months: number;
  readonly forecast?: readonly number[];
};
type Row = { readonly segment: string; readonly dispersion: number };

/** Below this, a way nobody went is not worth a row. */
const NEGLIGIBLE = 0.0005;

function toCells(table: Table, rows: readonly Row[]): Cell[] {
  const { level, months, moves, probabilities, strength, forecast } = table;
  return rows.flatMap(({ segment, dispersion }, row) => {
    const all = sum(moves.subarray(row * K, (row + 1) * K));
    if (all === 0) return [];
    return MACROS.flatMap((to, column) => {
      const cell = row * K + column;
      const probability = probabilities[cell] as number;
      const customers = moves[cell] as number;
      if (customers === 0 && probability < NEGLIGIBLE) return [];
      return {
        level,
        months,
        period_end: Number.NaN,
        from_segment: segment,
        to_segment: to,
        customers,
        from_customers: all,
        probability,
        ...holding(
          probability,
          segments.betaInterval(probability, (strength[row] as number) / dispersion, LEVEL),
        ),
        forecast: forecast?.[cell] ?? Number.NaN,
      };
    });
  });
}

/** The middle of a posterior that leans on 0 or 1 can leave out its mean. */
function holding(probability: number, { low, high }: { low: number; high: number }) {
  return { low: Math.min(low, probability), high: Math.max(high, probability) };
}

function sum(values: Float64Array): number {
  return values.reduce((total, one) => total + one, 0);
}
