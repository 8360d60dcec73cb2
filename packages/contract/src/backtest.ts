import { type Static, Type } from "typebox";
import { Method } from "./method.ts";
import { Nullable } from "./nullable.ts";
import { Count, Day, Instant } from "./units.ts";

export const BacktestTarget = Type.Union([Type.Literal("purchases"), Type.Literal("revenue")]);
export type BacktestTarget = Static<typeof BacktestTarget>;

export const CalibrationDecile = Type.Object({
  decile: Type.Integer({ description: "1 holds the highest predictions" }),
  customers: Count,
  predicted: Type.Number({ description: "mean a customer" }),
  actual: Type.Number({ description: "mean a customer" }),
});
export type CalibrationDecile = Static<typeof CalibrationDecile>;

const N = Nullable(Type.Number());

/** One method on one target. Low and high bound the middle 95 % of bootstrap samples. */
export const BacktestMethod = Type.Object({
  method: Method,
  target: BacktestTarget,
  deviance: N,
  devianceLow: N,
  devianceHigh: N,
  rmse: N,
  mae: N,
  bias: Nullable(Type.Number({ description: "predicted total / actual total" })),
  biasLow: N,
  biasHigh: N,
  spearman: N,
  gini: Nullable(Type.Number({ description: "normalised: 1 is the perfect order" })),
  giniLow: N,
  giniHigh: N,
  top10: Nullable(
    Type.Number({ description: "share of the actual total in the predicted top 10 %" }),
  ),
  top20: N,
  calibrationError: N,
  predictedTotal: N,
  actualTotal: N,
  deciles: Type.Array(CalibrationDecile),
});
export type BacktestMethod = Static<typeof BacktestMethod>;

export const ModelFit = Type.Object({
  model: Type.String(),
  params: Type.Record(Type.String(), N),
  logLikelihood: N,
  standardErrors: Type.Record(Type.String(), N),
  converged: Type.Boolean(),
  warnings: Type.Array(Type.Object({ code: Type.String(), message: Type.String() })),
});
export type ModelFit = Static<typeof ModelFit>;

export const BacktestReason = Type.Object({
  code: Type.Union([
    Type.Literal("LOWEST_DEVIANCE"),
    Type.Literal("ONLY_PURCHASES"),
    Type.Literal("TOO_LITTLE_HISTORY"),
    Type.Literal("CHOSEN_BY_USER"),
  ]),
  target: BacktestTarget,
  runnerUp: Type.Optional(Type.String()),
  difference: Type.Optional(N),
  low: Type.Optional(N),
  high: Type.Optional(N),
});
export type BacktestReason = Static<typeof BacktestReason>;

/** All methods on the same customers: fitted before the cut, judged by what came after it. */
export const Backtest = Type.Object({
  computedAt: Instant,
  currency: Type.String(),
  calibrationStart: Day,
  calibrationEnd: Day,
  holdoutEnd: Day,
  customers: Count,
  repeaters: Count,
  evaluatedCustomers: Count,
  holdoutPurchases: Type.Number(),
  holdoutRevenue: N,
  winner: Type.String(),
  reason: BacktestReason,
  methods: Type.Array(BacktestMethod),
  fits: Type.Array(ModelFit),
  refused: Type.Optional(
    Type.Record(Type.String(), Type.Object({ code: Type.String(), message: Type.String() }), {
      description: "models that could not be fitted, with the reason",
    }),
  ),
});
export type Backtest = Static<typeof Backtest>;
