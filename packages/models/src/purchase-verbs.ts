import type { CustomerSummary } from "./customer-summary.ts";

/** What every model of repeat buying foresees. Equations are those of the paper that is named. */
export type PurchaseVerbs<Params> = {
  /**
   * The probability that each customer is still active at the end of calibration.
   *
   * @returns n probabilities in [0, 1]; in BG/NBD exactly 1 where frequency is 0.
   * @throws ModelError PARAMETER_OUT_OF_RANGE and those of `fit` on the columns
   * @see Fader, Hardie & Lee (2008), "Computing P(alive) using the BG/NBD model"
   */
  probabilityAlive(params: Params, summary: CustomerSummary): Float64Array;
  /**
   * E[transactions in (T, T + horizon] | x, t_x, T] for each customer; of BG/NBD Fader, Hardie & Lee
   * (2005), eq. (10).
   *
   * @param horizon at least 0, in the time unit of `summary`.
   * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE and those of `fit` on the columns
   */
  expectedPurchases(params: Params, summary: CustomerSummary, horizon: number): Float64Array;
  /**
   * E[repeat transactions in (0, horizon]] of a customer just won; of BG/NBD ibid., eq. (9).
   *
   * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
   */
  expectedPurchasesNew(params: Params, horizon: number): number;
  /**
   * P(a customer just won makes `count` repeat transactions in (0, horizon]); of BG/NBD ibid., eq.
   * (8).
   *
   * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
   */
  purchaseCountProbability(params: Params, horizon: number, count: number): number;
  /**
   * P(`count` transactions in (T, T + horizon] | x, t_x, T and active at T) for each customer.
   *
   * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE and those of `fit` on the columns
   */
  activeCountProbability(
    params: Params,
    summary: CustomerSummary,
    horizon: number,
    count: number,
  ): Float64Array;
  /**
   * P(`count` transactions in (T, T + horizon] | x, t_x, T) for each customer.
   *
   * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE and those of `fit` on the columns
   */
  conditionalCountProbability(
    params: Params,
    summary: CustomerSummary,
    horizon: number,
    count: number,
  ): Float64Array;
};
