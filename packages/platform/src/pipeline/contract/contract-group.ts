import {
  betaDiscreteWeibull,
  type Fit,
  kaplanMeier,
  type Lifetimes,
  ModelError,
  shiftedBetaGeometric,
} from "@kundenwert/models";
import type { ContractModel } from "./contract-method.ts";

/** The distinct lives of contracts, in months; the columns of sql/contract/contract_cell.sql. */
export type Lives = {
  readonly plan: readonly string[];
  readonly months: Float64Array;
  readonly lost: Float64Array;
  readonly entry: Float64Array;
  readonly weight: Float64Array;
};

export type Refusal = { readonly code: string; readonly message: string };
type ModelFit = Fit<Record<string, number>>;

/** Contracts whose churn is estimated together. */
export type ContractGroup = {
  /** The plan; null for all plans of the period together. */
  readonly plan: string | null;
  /** Months from one renewal to the next. */
  readonly period: 1 | 12;
  readonly contracts: number;
  readonly lost: number;
  /** Contracts begun before ends were recorded: models leave them out, the churn rate does not. */
  readonly begunEarlier: number;
  readonly models: { readonly [model in ContractModel]?: ModelFit };
  readonly refused: { readonly [model in ContractModel]?: Refusal };
  /** Share lost at a renewal, the same for all: losses ÷ renewals due, half a loss at least. */
  readonly churnRate: number;
  /** Mean length of the contracts that ended; null where none has. */
  readonly meanMonths: number | null;
  /** Kaplan–Meier of the contracts seen whole, for display; null without any. */
  readonly curve: SurvivalCurve | null;
};

/** Share of contracts that outlast each number of renewals at which any was lost; 95 % intervals. */
type SurvivalCurve = {
  readonly renewals: readonly number[];
  readonly atRisk: readonly number[];
  readonly survival: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
};

const MODELS = { sbg: shiftedBetaGeometric, bdw: betaDiscreteWeibull } as const;
/** Of fewer losses no model of how customers differ can be told. */
const FEWEST_LOSSES = 10;

/** Estimates the churn of the lives in `rows`, at renewals every `period` months. */
export function estimateGroup(
  lives: Lives,
  rows: readonly number[],
  { plan, period }: Pick<ContractGroup, "plan" | "period">,
): ContractGroup {
  const of = (column: Float64Array) => Float64Array.from(rows, (row) => column[row] as number);
  const weight = of(lives.weight);
  const lost = of(lives.lost);
  const months = of(lives.months);
  const entry = of(lives.entry).map((renewals) => Math.floor(renewals / period));
  const duration = months.map((begun, i) => Math.floor((begun - 1) / period) + (lost[i] as number));
  const sum = (value: (i: number) => number) =>
    weight.reduce((total, count, i) => total + count * value(i), 0);
  const losses = sum((i) => lost[i] as number);
  const due = sum((i) => (duration[i] as number) - (entry[i] as number));
  const whole = pick({ duration, lost, weight }, (i) => entry[i] === 0);
  return {
    plan,
    period,
    contracts: sum(() => 1),
    lost: losses,
    begunEarlier: sum((i) => ((entry[i] as number) > 0 ? 1 : 0)),
    ...fitModels(whole),
    churnRate: Math.min(1, Math.max(losses, 0.5) / Math.max(due, 1)),
    meanMonths:
      losses > 0 ? sum((i) => (months[i] as number) * (lost[i] as number)) / losses : null,
    curve: curveOf(whole),
  };
}

function pick(lifetimes: Required<Lifetimes>, wanted: (i: number) => boolean): Required<Lifetimes> {
  const keep = (column: Float64Array) => column.filter((_, i) => wanted(i));
  const { duration, lost, weight } = lifetimes;
  return { duration: keep(duration), lost: keep(lost), weight: keep(weight) };
}

const tooFew: Refusal = {
  code: "TOO_LITTLE_DATA",
  message: `fewer than ${FEWEST_LOSSES} contracts that were seen from their first day have ended`,
};

function fitModels(lifetimes: Required<Lifetimes>): Pick<ContractGroup, "models" | "refused"> {
  const { lost, weight } = lifetimes;
  const losses = weight.reduce((sum, count, i) => sum + count * (lost[i] as number), 0);
  if (losses < FEWEST_LOSSES) return { models: {}, refused: { sbg: tooFew, bdw: tooFew } };
  const models: { [model in ContractModel]?: ModelFit } = {};
  const refused: { [model in ContractModel]?: Refusal } = {};
  for (const [name, { fit }] of Object.entries(MODELS) as [ContractModel, FitsLifetimes][]) {
    try {
      models[name] = fit(lifetimes);
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      refused[name] = { code: error.code, message: error.message };
    }
  }
  return { models, refused };
}

type FitsLifetimes = { fit(lifetimes: Lifetimes): ModelFit };

function curveOf(lifetimes: Lifetimes): SurvivalCurve | null {
  if (lifetimes.duration.length === 0) return null;
  const { time, atRisk, survival, lower, upper } = kaplanMeier.estimate(lifetimes);
  return {
    renewals: [...time],
    atRisk: [...atRisk],
    survival: [...survival],
    lower: [...lower],
    upper: [...upper],
  };
}

/** S(0 … renewals) of a model of a group; undefined where it refused the data. */
export function modelSurvival(
  { models }: ContractGroup,
  model: ContractModel,
  renewals: number,
): Float64Array | undefined {
  const fit = models[model];
  return fit && MODELS[model].survival(fit.params as never, renewals);
}
