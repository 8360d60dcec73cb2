import type { CustomerSummary } from "@kundenwert/models";
import { toWeeks } from "./cells.ts";
import { type ProbabilityMethod, probabilityModels } from "./method.ts";

/** A fitted purchase model. */
export type GridModel = {
  readonly method: ProbabilityMethod;
  readonly params: Readonly<Record<string, number>>;
};

/** A horizon, and the number it is known by in tables. */
export type GridHorizon = {
  readonly horizon: number;
  readonly days: number;
  /** What comes is discounted at this rate: continuous, per day. */
  readonly rate: number;
};

/** The largest x and T there are, in purchases and days. */
export type Reach = { readonly frequency: number; readonly age: number };

/** Up to here every x is a node; then each node lies this share above the one before. */
const EXACT = 16;
const X_SHARE = 0.15;
/** Nodes in the logarithm of T, and in the silence; the latter stand closer where it is short. */
export const T_NODES = 29;
export const S_NODES = 21;
export const BEND = 20;
/** A probability of 1 has no logit: 1 − e⁻³⁵ is 1 for all that is reckoned with it. */
const MOST_LOGIT = 35;
/** e to the power of this is still a number, and beside it nobody is active. */
const MOST_GROWTH = 600;

/** The nodes of a grid: x, T in days, and the silence as a share of the longest there can be. */
export type Grid = {
  /** Days: nodes stand evenly in ln(T + scale), from one day on. */
  readonly scale: number;
  readonly tStep: number;
  readonly x: readonly number[];
  readonly t: readonly number[];
  readonly s: readonly number[];
};

export function gridOf({ params }: GridModel, reach: Reach): Grid {
  const x = Array.from({ length: EXACT + 1 }, (_, node) => node);
  while ((x.at(-1) as number) < reach.frequency) {
    x.push(Math.ceil((x.at(-1) as number) * (1 + X_SHARE)));
  }
  const scale = 7 * (params.alpha as number);
  const tStep = Math.log((Math.max(reach.age, 2) + scale) / (1 + scale)) / (T_NODES - 1);
  const t = Array.from(
    { length: T_NODES },
    (_, node) => (1 + scale) * Math.exp(node * tStep) - scale,
  );
  const s = Array.from(
    { length: S_NODES },
    (_, node) => Math.expm1((node / (S_NODES - 1)) * Math.log1p(BEND)) / BEND,
  );
  return { scale, tStep, x, t, s };
}

export type Rows = readonly Readonly<Record<string, number>>[];

/**
 * The odds of having left, 1 / P(active) − 1, grow with silence as u^(r + x) in BG/NBD and MBG/NBD,
 * and about as u^(r + s + x) − 1 in Pareto/NBD, for u = (α + T) / (α + t_x); these are the factors.
 */
function oddsFactor({ method, params }: GridModel, x: number): number {
  const { r, s, a, b } = params as Record<string, number>;
  if (method === "pareto-nbd") return (s as number) / ((r as number) + (s as number) + x);
  if (method === "mbg-nbd") return (a as number) / ((b as number) + x);
  // In BG/NBD nobody leaves before the second purchase.
  return x === 0 ? 0 : (a as number) / ((b as number) + x - 1);
}

/** What is taken from the power of u: in Pareto/NBD who bought today is active for sure. */
export function fromOne({ method }: GridModel): number {
  return method === "pareto-nbd" ? 1 : 0;
}

/** For every x the node below, how far it lies towards the next one in x and ln x, and its odds. */
export function frequencyRows(model: GridModel, grid: Grid, reach: Reach): Rows {
  return Array.from({ length: reach.frequency + 1 }, (_, x) => {
    const node = Math.min(
      grid.x.findLastIndex((at) => at <= x),
      grid.x.length - 2,
    );
    const [low, high] = [grid.x[node] as number, grid.x[node + 1] as number];
    const log = x > low && low > 0 ? Math.log(x / low) / Math.log(high / low) : x - low;
    return {
      frequency: x,
      x_node: node,
      x: (x - low) / (high - low),
      x_log: log,
      odds: oddsFactor(model, x),
    };
  });
}

/** The logarithm of the power that the odds of having left grow by, at the corners of each box. */
export function aliveRows(model: GridModel, { scale, x, t, s }: Grid): Rows {
  const points = x.flatMap((frequency) =>
    s.flatMap((share) =>
      t.map((T) => {
        // Who bought again did so a day later at the earliest.
        const longest = Math.log((scale + T) / (scale + 1));
        const last = (scale + T) * Math.exp(-share * longest) - scale;
        return { frequency, recency: Math.min(Math.max(last, 1), T), T };
      }),
    ),
  );
  const { method, params } = model;
  const alive = probabilityModels[method].probabilityAlive(params as never, summaryOf(points));
  const growth = alive.map((p, i) => {
    const odds = oddsFactor(model, (points[i] as Point).frequency);
    if (odds === 0) return 0;
    return Math.min(MOST_GROWTH, Math.log((1 / p - 1) / odds + fromOne(model)));
  });
  const at = (i: number, j: number, k: number) => growth[(i * S_NODES + j) * T_NODES + k] as number;
  return boxes(x.length).flatMap((i) =>
    boxes(S_NODES).flatMap((j) =>
      boxes(T_NODES).map((k) => ({
        x_node: i,
        s_node: j,
        t_node: k,
        growth_000: at(i, j, k),
        growth_001: at(i, j, k + 1),
        growth_010: at(i, j + 1, k),
        growth_011: at(i, j + 1, k + 1),
        growth_100: at(i + 1, j, k),
        growth_101: at(i + 1, j, k + 1),
        growth_110: at(i + 1, j + 1, k),
        growth_111: at(i + 1, j + 1, k + 1),
      })),
    ),
  );
}

/** What comes if the customer is active, at the corners of each box of x and T. */
export function aheadRows(
  model: GridModel,
  horizons: readonly GridHorizon[],
  { x, t }: Grid,
): Rows {
  // A purchase at the very end: whatever P(active) is then, it is divided out again.
  const points = x.flatMap((frequency) => t.map((T) => ({ frequency, recency: T, T })));
  return horizons.flatMap((horizon) => {
    const ahead = aheadOf(model, horizon, summaryOf(points));
    const at = (name: keyof typeof ahead, i: number, k: number) =>
      ahead[name][i * T_NODES + k] as number;
    const corners = (name: keyof typeof ahead, i: number, k: number) => ({
      [`${name}_00`]: at(name, i, k),
      [`${name}_01`]: at(name, i, k + 1),
      [`${name}_10`]: at(name, i + 1, k),
      [`${name}_11`]: at(name, i + 1, k + 1),
    });
    return boxes(x.length).flatMap((i) =>
      boxes(T_NODES).map((k) => ({
        horizon: horizon.horizon,
        x_node: i,
        t_node: k,
        ...corners("expected", i, k),
        ...corners("ratio", i, k),
        ...corners("quiet", i, k),
      })),
    );
  });
}

/** Logarithm of the expected purchases, present value ÷ value, and logit of no purchase. */
function aheadOf(
  { method, params }: GridModel,
  { days, rate }: GridHorizon,
  summary: CustomerSummary,
): Readonly<Record<"expected" | "ratio" | "quiet", Float64Array>> {
  const model = probabilityModels[method];
  const weeks = toWeeks(days);
  const alive = model.probabilityAlive(params as never, summary);
  const expected = model.expectedPurchases(params as never, summary, weeks);
  const discounted = model.discountedExpectedPurchases(
    params as never,
    summary,
    rate * (days / weeks),
    weeks,
  );
  const quiet = model.conditionalCountProbability(params as never, summary, weeks, 0);
  return {
    expected: expected.map((n, i) => Math.log(n / (alive[i] as number))),
    ratio: discounted.map((value, i) => value / (expected[i] as number)),
    quiet: quiet.map((p, i) => logit(1 - (1 - p) / (alive[i] as number))),
  };
}

function logit(p: number): number {
  return Math.max(-MOST_LOGIT, Math.min(MOST_LOGIT, Math.log(p / (1 - p))));
}

/** The boxes between so many nodes. */
function boxes(nodes: number): readonly number[] {
  return Array.from({ length: nodes - 1 }, (_, node) => node);
}

type Point = { readonly frequency: number; readonly recency: number; readonly T: number };

/** In weeks; who bought once has no recency. */
function summaryOf(points: readonly Point[]): CustomerSummary {
  return {
    frequency: Float64Array.from(points, ({ frequency }) => frequency),
    recency: Float64Array.from(points, ({ frequency, recency }) =>
      frequency === 0 ? 0 : toWeeks(recency),
    ),
    T: Float64Array.from(points, ({ T }) => toWeeks(T)),
  };
}
