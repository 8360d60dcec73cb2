import { transition } from "@kundenwert/models";
import { treeCase } from "../tree-case.ts";
import type { TransitionHorizon } from "./transition-fit.ts";

type Fit = transition.TransitionFit;
type Window = Fit["windows"][number];
type Ratio = NonNullable<Window["targets"]["purchases"]>;
type HorizonModel = Fit["horizons"][number];

/** Spend that counts is that of the last year: as the model has it. */
const SPEND_DAYS = 365;
/** Windows that features are made of. */
const FEATURE_WINDOWS = [1, 3, 6, 12] as const;

/** Widths, in periods, of all windows that forecasts by `fit` look back on. */
export function windowsOf(fit: Fit): readonly number[] {
  const widths = [
    ...FEATURE_WINDOWS,
    yearOf(fit),
    ...fit.windows.map(({ window }) => window),
    ...fit.horizons.map((horizon) => widthOf(fit, horizon)),
  ];
  return [...new Set(widths)].sort((one, other) => one - other);
}

/** Days ahead that the base is asked for. */
export function daysOf(fit: Fit, horizons: readonly TransitionHorizon[]): readonly number[] {
  const windows = fit.windows.map(({ window }) => window * fit.periodDays);
  return [...new Set([...windows, ...horizons.map(({ days }) => days)])];
}

function yearOf({ periodDays }: Fit): number {
  return Math.round(SPEND_DAYS / periodDays);
}

function widthOf({ periods, periodDays }: Fit, { days }: HorizonModel): number {
  return Math.max(1, Math.min(Math.round(days / periodDays), periods));
}

/** The column of the base's purchases in so many days, in the rows that `scoreSql` reads. */
export function expectedColumn(days: number): string {
  return `expected_${days.toString().replace(".", "_")}`;
}

/**
 * A SELECT of what the fit foresees in one horizon, over `rows`: those of transition_history with
 * alive and the base's purchases. The same as `transition.predict`, reckoned by the engine.
 *
 * @param ratios present value ÷ value by state; empty without engine
 */
export function scoreSql(
  fit: Fit,
  horizon: TransitionHorizon,
  ratios: readonly number[],
  rows: string,
): string {
  const model = fit.horizons.find(({ days }) => days === horizon.days);
  const isFar = horizon.days > fit.periods * fit.periodDays ? 1 : 0;
  const base = expectedColumn(horizon.days);
  const spent = `SELECT history.*, ${spendOf(fit)} AS spend FROM (${rows}) AS history`;
  const parts = model ? corrected(fit, model, base, spent) : plain(fit, base, spent);
  const hasRevenue = fit.base.spend !== undefined;
  const main = hasRevenue ? "revenue" : "purchases";
  return `SELECT place, CAST(${horizon.months} AS INTEGER) AS horizon_months,
    base AS base_purchases, ${hasRevenue ? "spend" : NULL_DOUBLE} AS base_spend,
    segment_${main} AS segment_factor, engine_${main} AS engine_factor,
    base * segment_purchases * engine_purchases AS purchases,
    ${hasRevenue ? "base * spend * segment_revenue * engine_revenue" : NULL_DOUBLE} AS revenue,
    ${ratios.length > 0 ? byState(ratios) : NULL_DOUBLE} AS discount_ratio,
    CAST(state AS INTEGER) AS state, CAST(leaf_${main} AS INTEGER) AS segment,
    CAST(${isFar} AS INTEGER) AS extrapolated
    FROM (${parts}) AS parts`;
}

const NULL_DOUBLE = "CAST(NULL AS DOUBLE)";

/** What a customer is expected to spend per purchase: see `expectedSpend` of the models. */
function spendOf(fit: Fit): string {
  const { spend } = fit.base;
  if (!spend) return double(1);
  const year = yearOf(fit);
  const own = (recent: string, all: string) =>
    `CASE WHEN bought_${year} > 0 THEN ${recent} ELSE ${all} END`;
  return `(${double(spend.strength * spend.mean)} + greatest(${own(`spent_${year}`, "amount")}, 0))
    / (${double(spend.strength)} + ${own(`bought_${year}`, "purchases")})`;
}

/** The base alone, where there is too little to correct it by. */
function plain({ base }: Fit, column: string, spent: string): string {
  const targets = base.spend ? ["purchases", "revenue"] : ["purchases"];
  const ones = targets.map(
    (target) => `${double(1)} AS segment_${target}, ${double(1)} AS engine_${target},
      -1 AS leaf_${target}`,
  );
  return `SELECT place, ${column} AS base, spend, -1 AS state, ${ones.join(", ")} FROM (${spent}) AS spent`;
}

function corrected(fit: Fit, model: HorizonModel, base: string, spent: string): string {
  const window = fit.windows[model.window] as Window;
  const score = expectedColumn(window.window * fit.periodDays);
  const targets = fit.base.spend ? (["purchases", "revenue"] as const) : (["purchases"] as const);
  const expected = (target: string) => (target === "revenue" ? `${score} * spend` : score);
  const last = (target: string) =>
    target === "revenue" ? `greatest(spent_${window.window}, 0)` : `bought_${window.window}`;
  const blends = targets.map((target) => {
    const weight = weightOf(window, ratioOf(window, target));
    return `${weight} AS weight_${target},
      ${weight} * ${expected(target)} + (1 - ${weight}) * ${last(target)} AS blend_${target}`;
  });
  const features = Object.entries(featuresOf(fit, window)).map(
    ([name, sql]) => `${sql} AS f_${name}`,
  );
  const asked = `SELECT spent.*, ${base} AS base, ${stateOf(fit, window, score)} AS state,
    ${[...blends, ...features].join(",\n")} FROM (${spent}) AS spent`;
  const rounds = targets.flatMap((target) =>
    roundsOf(ratioOf(window, target), target, fit, window),
  );
  const leaves = `SELECT place, base, spend, state, bought_${widthOf(fit, model)},
    spent_${widthOf(fit, model)}, ${targets.map((target) => `weight_${target}`).join(", ")},
    ${rounds.join(",\n")} FROM (${asked}) AS asked`;
  const pooled = targets.map((target) => pool(fit, model, ratioOf(window, target), target));
  return `SELECT place, base, spend, state, ${pooled.join(",\n")} FROM (${leaves}) AS corrected`;
}

function ratioOf(window: Window, target: "purchases" | "revenue"): Ratio {
  const known = window.targets[target];
  if (!known) throw new Error(`the fit knows nothing of ${target}`);
  return known;
}

/** The weight of the base by the purchases of the last window. */
function weightOf({ window }: Window, { weights }: Ratio): string {
  const bought = `bought_${window}`;
  const [none, few, some, many] = weights.map(double);
  return `CASE WHEN ${bought} < 1 THEN ${none} WHEN ${bought} < 3 THEN ${few}
    WHEN ${bought} < 10 THEN ${some} ELSE ${many} END`;
}

/** The state by score and tenure: as the engine counts them. */
function stateOf(fit: Fit, { engine }: Window, score: string): string {
  const bins = engine.edges.map((edge) => `CASE WHEN ${score} > ${double(edge)} THEN 1 ELSE 0 END`);
  const tenures = transition.TENURES.map(
    (periods) => `CASE WHEN floor(age / ${fit.periodDays}) >= ${periods} THEN 1 ELSE 0 END`,
  );
  return `(${["0", ...bins].join(" + ")}) * ${engine.tenures} + ${["0", ...tenures].join(" + ")}`;
}

/** What ratio segments may ask about: see `ratioFeatures` of the models. */
function featuresOf(fit: Fit, { window }: Window): Record<string, string> {
  const interval = "(CASE WHEN frequency > 0 THEN recency / frequency END)";
  const score = expectedColumn(window * fit.periodDays);
  const features = {
    recency: "age - recency",
    tenure: "age",
    purchases: "purchases",
    ...windows("purchases", "bought"),
    interval,
    interval_variation: `CASE WHEN frequency >= 2 THEN
      sqrt(greatest(squared_gaps / frequency - ${interval} * ${interval}, 0)) / ${interval} END`,
    alive: "alive",
    trend: `(bought_${window} + 0.2) / (${score} + 0.2)`,
  };
  if (!fit.base.spend) return features;
  const average = "(greatest(amount, 0) / purchases)";
  return {
    ...features,
    ...windows("revenue", "spent"),
    average_spend: average,
    last_amount: "last_amount",
    spend_trend: `CASE WHEN ${average} > 0 THEN spend / ${average} END`,
  };
}

function windows(name: string, column: string): Record<string, string> {
  return Object.fromEntries(
    FEATURE_WINDOWS.map((width) => [`${name}_${width}`, `${column}_${width}`]),
  );
}

/** The factor of each round, and the leaf of the first. */
function roundsOf({ ratio }: Ratio, target: string, fit: Fit, window: Window): string[] {
  const names = Object.keys(featuresOf(fit, window));
  const columns = new Map(names.map((name) => [name, `f_${name}`]));
  columns.set("expected", `blend_${target}`);
  const factors = ratio.rounds.map(
    ({ tree, factors }, round) =>
      `${treeCase(tree, columns, (leaf) => double(factors[leaf] as number))} AS round_${target}_${round}`,
  );
  const first = ratio.rounds[0];
  const leaf = first ? treeCase(first.tree, columns, (number) => String(number)) : "-1";
  return [...factors, `${leaf} AS leaf_${target}`];
}

function pool(
  fit: Fit,
  model: HorizonModel,
  { ratio }: Ratio,
  target: "purchases" | "revenue",
): string {
  const ahead = model.days / fit.periodDays;
  const width = widthOf(fit, model);
  const isRevenue = target === "revenue";
  const base = isRevenue ? "(base * spend)" : "base";
  const before = `greatest(${isRevenue ? "spent" : "bought"}_${width}, 0) * ${double(ahead / width)}`;
  const rounds = ratio.rounds.map((_, round) => `round_${target}_${round}`);
  const scale = model.scales[target];
  if (scale === undefined) throw new Error(`the fit knows nothing of ${target}`);
  const factor = [double(ratio.level * scale), ...rounds].join(" * ");
  const weight = `weight_${target}`;
  const blended = `(${weight} * ${base} + (1 - ${weight}) * ${before})`;
  const engine = (model.factors[target] ?? []).map((one) => one ** model.theta);
  return `leaf_${target},
    CASE WHEN ${base} > 0 THEN power(${blended} * ${factor} / ${base}, ${double(1 - model.theta)})
      ELSE ${double(0)} END AS segment_${target},
    ${byState(engine)} AS engine_${target}`;
}

function byState(values: readonly number[]): string {
  const cases = values.map((value, state) => `WHEN ${state} THEN ${double(value)}`);
  return `CASE state ${cases.join(" ")} END`;
}

function double(value: number): string {
  return `CAST(${value} AS DOUBLE)`;
}
