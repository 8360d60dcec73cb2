import { segments } from "@kundenwert/models";
import type { JudgedMonth } from "./transition-state.ts";

/** A model that foresees the last month worse than the one before by more than this is not taken. */
const TOLERANCE = 1.05;

/**
 * Tries a model that knows only the months before the last one on the last one.
 *
 * @param before the model of an earlier run, about the same segments
 * @returns no judgement where there are fewer than two months
 */
export function judgeMonth(
  sample: segments.TransitionSample,
  micro: segments.MicroSegments,
  periodEnd: string,
  before: segments.TransitionModel | undefined,
): { readonly judged: readonly JudgedMonth[]; readonly isKept: boolean } {
  const { last, before: past } = segments.splitLastPair(sample);
  const { last: pairBefore } = segments.splitLastPair(past);
  if (last.macro.length === 0 || pairBefore.macro.length === 0) {
    return { judged: [], isKept: false };
  }
  const { macros } = sample;
  const fresh = segments.forecastTransitions(segments.fitTransitions(past, micro), last);
  const losses = segments.logLosses(fresh.probabilities, last.next);
  const kept = before && segments.forecastTransitions(before, last);
  const keptLoss = kept && mean(segments.logLosses(kept.probabilities, last.next));
  const matrix = segments.staticMatrix(pairBefore.macro, pairBefore.next, macros);
  const still = segments.withFloor(segments.spreadMatrix(matrix, last.macro, macros), macros);
  const stillLosses = segments.logLosses(still, last.next);
  const came = stockOf(last.next, macros);
  return {
    isKept: keptLoss !== undefined && mean(losses) > TOLERANCE * keptLoss,
    judged: [
      {
        periodEnd,
        customers: losses.length,
        logLoss: mean(losses),
        staticLogLoss: mean(stillLosses),
        ...segments.relativeLoss(losses, stillLosses),
        calibrationError: segments.calibrationError(fresh.probabilities, last.next),
        stockError: segments.stockError(segments.expectedStock(fresh, macros), came),
        asTodayError: segments.stockError(stockOf(last.macro, macros), came),
      },
    ],
  };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

function stockOf(macro: Int32Array, macros: number): Float64Array {
  const stock = new Float64Array(macros);
  for (const one of macro) stock[one] = (stock[one] as number) + 1;
  return stock;
}
