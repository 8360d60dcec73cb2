import type { BacktestReport, Reason } from "./backtest/report.ts";
import type { Fits } from "./fits.ts";
import {
  isMethod,
  isProbabilityMethod,
  type Method,
  type ProbabilityMethod,
  QUICK_METHODS,
} from "./method.ts";
import { PipelineError } from "./pipeline-error.ts";
import type { TransitionBody } from "./transition/transition-fit.ts";

export type Choice = {
  readonly method: Method;
  readonly reason: Reason;
  /** Whether a backtest on this data stands behind the method. */
  readonly verified: boolean;
};

/** The models to fit: the quick ones, and a slow one only where it values the customers. */
export function methodsToFit(
  backtest: BacktestReport | undefined,
  wanted: Method | undefined,
): readonly ProbabilityMethod[] {
  const method = wanted ?? backtest?.winner;
  const isSlow = method && isProbabilityMethod(method) && !QUICK_METHODS.includes(method);
  return isSlow ? [...QUICK_METHODS, method] : QUICK_METHODS;
}

/**
 * The method that values the customers: the user's, else the winner of the backtest, else, where
 * the history is too short for one, the model that least often misjudges one-time buyers.
 *
 * @param transition its fit on the whole history, where it is wanted or won
 * @throws PipelineError METHOD_NOT_FITTED where the user's method has no fit
 */
export function chooseMethod(
  fits: Fits,
  backtest: BacktestReport | undefined,
  wanted: Method | undefined,
  transition?: TransitionBody,
): Choice {
  const target = fits.spend ? "revenue" : "purchases";
  const usable = (method: Method) => {
    if (isProbabilityMethod(method)) return method in fits.models;
    if (method === "transition") return transition !== undefined && transition.model !== "refused";
    return method !== "formula-retention" || fits.repurchase !== undefined;
  };
  if (wanted) {
    if (!usable(wanted)) {
      const refusal = transition?.model === "refused" ? transition : fits.refused[wanted];
      throw new PipelineError("METHOD_NOT_FITTED", `${wanted}: ${refusal?.message}`, {
        method: wanted,
        ...refusal,
      });
    }
    const verified = backtest !== undefined;
    return { method: wanted, reason: { code: "CHOSEN_BY_USER", target }, verified };
  }
  if (backtest) {
    const method = usable(backtest.winner) ? backtest.winner : bestUsable(backtest, usable);
    return { method, reason: backtest.reason, verified: true };
  }
  const method = isSound(fits, "mbg-nbd") ? "mbg-nbd" : "repeat-rate";
  return { method, reason: { code: "TOO_LITTLE_HISTORY", target }, verified: false };
}

/** Too short a history drives parameters to their bounds; what comes then is no forecast. */
function isSound({ models }: Fits, method: ProbabilityMethod): boolean {
  const fit = models[method];
  return fit !== undefined && !fit.warnings.some(({ code }) => code === "PARAMETER_AT_BOUND");
}

/** A model can be fitted on the calibration and refuse the whole history; the next best serves. */
function bestUsable(backtest: BacktestReport, usable: (method: Method) => boolean): Method {
  const ranked = backtest.methods
    .filter(({ target }) => target === backtest.reason.target)
    .toSorted((one, other) => one.deviance - other.deviance)
    .map(({ method }) => method);
  return ranked.find((method) => isMethod(method) && usable(method)) as Method;
}
