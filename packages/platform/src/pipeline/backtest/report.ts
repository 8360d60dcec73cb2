import type { Method, Yardstick } from "../method.ts";

export type Target = "purchases" | "revenue";

/** How well one method foresaw one target on the customers of calibration. */
export type MethodScore = {
  readonly method: Method | Yardstick;
  readonly target: Target;
  /** Mean Poisson deviance per customer, the main measure: lower is better. */
  readonly deviance: number;
  readonly devianceLow: number;
  readonly devianceHigh: number;
  readonly rmse: number;
  readonly mae: number;
  /** Predicted total / actual total. */
  readonly bias: number;
  readonly biasLow: number;
  readonly biasHigh: number;
  readonly spearman: number | null;
  readonly gini: number | null;
  readonly giniLow: number | null;
  readonly giniHigh: number | null;
  readonly top10: number;
  readonly top20: number;
  readonly calibrationError: number;
  readonly predictedTotal: number;
  readonly actualTotal: number;
  readonly deciles: readonly {
    readonly decile: number;
    readonly customers: number;
    /** Means per customer. */
    readonly predicted: number;
    readonly actual: number;
  }[];
};

/** Why this method values the customers. */
export type Reason = {
  readonly code: "LOWEST_DEVIANCE" | "ONLY_PURCHASES" | "TOO_LITTLE_HISTORY" | "CHOSEN_BY_USER";
  readonly target: Target;
  readonly runnerUp?: Method;
  /** The winner's deviance less the runner-up's, as a share of the latter, with 95 % interval. */
  readonly difference?: number;
  readonly low?: number;
  readonly high?: number;
};

export type BacktestReport = {
  readonly calibrationStart: string;
  readonly calibrationEnd: string;
  readonly holdoutEnd: string;
  readonly customers: number;
  readonly repeaters: number;
  /** An even sample of them where there are very many. */
  readonly evaluatedCustomers: number;
  readonly holdoutPurchases: number;
  readonly holdoutRevenue: number | null;
  readonly winner: Method;
  readonly reason: Reason;
  /** Σ (actual − predicted)² / Σ predicted of the winner's revenue: noise of a sum, in currency. */
  readonly dispersion: number | null;
  readonly methods: readonly MethodScore[];
  readonly fits: readonly {
    readonly model: string;
    readonly params: Readonly<Record<string, number>>;
    readonly logLikelihood: number;
    readonly standardErrors: Readonly<Record<string, number>>;
    readonly converged: boolean;
    readonly warnings: readonly { readonly code: string; readonly message: string }[];
  }[];
  /** Models that could not be fitted, with the reason. */
  readonly refused: Readonly<Record<string, { readonly code: string; readonly message: string }>>;
};
