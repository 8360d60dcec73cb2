import type { MethodScore } from "../backtest/report.ts";
import type { ContractGroup, Refusal } from "./contract-group.ts";
import type { ContractMethod, ContractModel, ContractPredictor } from "./contract-method.ts";

/** Months that were due and came, or the fees of them. */
export type ContractTarget = "months" | "revenue";

export type ContractScore = Omit<MethodScore, "method" | "target"> & {
  readonly method: ContractPredictor;
  readonly target: ContractTarget;
  /** Mean ln of the probability of what became of a contract; null for rules that exclude outcomes. */
  readonly logLikelihood: number | null;
};

export type ContractReason = {
  readonly code: "LOWEST_DEVIANCE" | "TOO_LITTLE_HISTORY";
  readonly target: ContractTarget;
  readonly runnerUp?: ContractMethod;
  /** The winner's deviance less the runner-up's, as a share of the latter, with 95 % interval. */
  readonly difference?: number;
  readonly low?: number;
  readonly high?: number;
};

/** How well each method foresaw the contracts that ran at the end of calibration. */
export type ContractBacktest = {
  readonly calibrationStart: string;
  readonly calibrationEnd: string;
  readonly holdoutEnd: string;
  readonly holdoutMonths: number;
  /** Contracts that ran at the end of calibration. */
  readonly contracts: number;
  /** Of them those that ended in the holdout. */
  readonly lost: number;
  /** An even sample of them where there are very many. */
  readonly evaluatedContracts: number;
  /** Months that came for them, and the fees of those. */
  readonly months: number;
  readonly revenue: number;
  readonly winner: ContractMethod;
  readonly reason: ContractReason;
  /** Σ (actual − predicted)² / Σ predicted of the winner's revenue, in currency. */
  readonly dispersion: number;
  readonly methods: readonly ContractScore[];
};

/** What a run writes down about contracts: the report `contract_backtest`. */
export type ContractReport = {
  readonly asOf: string;
  readonly method: ContractMethod;
  readonly reason: ContractReason;
  readonly verified: boolean;
  /** Phases on record, those left out and why, and contracts by kind; see contract_finding.sql. */
  readonly data: Readonly<Record<string, number>>;
  /** The first end on record, where earlier ones must be missing. */
  readonly observedFrom: string | null;
  readonly resumeShare: number;
  readonly groups: readonly GroupReport[];
  /** Null where the history is too short. */
  readonly backtest: ContractBacktest | null;
};

export type GroupReport = Omit<ContractGroup, "models" | "refused"> & {
  /** The plans that are judged by this group. */
  readonly plans: readonly string[];
  readonly fits: readonly {
    readonly model: ContractModel;
    readonly params: Readonly<Record<string, number>>;
    readonly logLikelihood: number;
    readonly standardErrors: Readonly<Record<string, number>>;
    readonly warnings: readonly { readonly code: string; readonly message: string }[];
  }[];
  readonly refused: { readonly [model in ContractModel]?: Refusal };
};
