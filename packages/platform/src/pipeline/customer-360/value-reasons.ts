import type { Row } from "../../engines/engine.ts";
import { isProbabilityMethod } from "../method.ts";
import type { ValueCorrection } from "../transition/read-corrections.ts";

/** A part of a value or, if `isSum`, the sum of all parts before it. In currency, whole cents. */
export type ReasonLine = {
  readonly code:
    | "BASE"
    | "SEGMENT"
    | "ENGINE"
    | "OWN_SPEND"
    | "MEAN_SPEND"
    | "FEES"
    | "ORDERS"
    | "FORECAST"
    | "PREDICTED"
    | "DISCOUNT"
    | "DISCOUNTED"
    | "COSTS"
    | "SERVICE"
    | "CONTRIBUTION"
    | "HISTORIC"
    | "TOTAL";
  readonly isSum: boolean;
  readonly amount: number;
};

/** Expected spend per purchase: own mean × own weight + mean of all × its weight. */
type SpendParts = {
  readonly ownMean: number;
  readonly ownWeight: number;
  readonly meanOfAll: number;
  readonly meanWeight: number;
};

/** What is seen of customers like this one: the row of transition_correction. */
type Correction = Pick<ValueCorrection, "ruleDe" | "ruleEn" | "seen" | "observed" | "low" | "high">;

/** What the transition method multiplies: the row of transition_value. */
type TransitionParts = {
  /** Of the probability model alone. */
  readonly basePurchases: number;
  readonly baseSpend: number;
  /** How customers like this one were misjudged by it before. */
  readonly segmentFactor: number;
  /** Whose misjudgement that is above all; null where nothing was learned. */
  readonly correction: Correction | null;
  /** Where customers in the same state went from there. */
  readonly engineFactor: number;
  /** Whether the horizon is longer than the history. */
  readonly extrapolated: boolean;
  /** Present value of what caring for the customer will cost; null where no such costs are known. */
  readonly serviceCost: number | null;
};

/** Fees of contracts that run, and for how many months of the horizon they are expected. */
type FeeParts = { readonly monthlyFee: number; readonly expectedMonths: number };

export type ValueReasons = {
  readonly horizonMonths: number;
  /** What the lines count. */
  readonly basis: "revenue" | "contribution";
  readonly expectedPurchases: number;
  readonly expectedSpend: number;
  /** Null where the value is not purchases × spend. */
  readonly spend: SpendParts | null;
  /** Null where another method values the customer. */
  readonly transition: TransitionParts | null;
  /** Null where no contract that is paid for runs. */
  readonly fees: FeeParts | null;
  readonly discountRate: number;
  readonly marginRate: number | null;
  readonly lines: readonly ReasonLine[];
};

/** What all customers share. */
export type ReasonFacts = {
  readonly spend?: { readonly mean: number; readonly strength: number } | undefined;
  readonly discountRate: number;
  readonly marginRate: number | null;
};

/**
 * Why a customer is worth what the row of customer_value says: parts in euros that add up exactly,
 * to the cent, from expected purchases to the total. What rounding leaves goes to the last part
 * before a sum.
 *
 * @param value a row of customer_value
 * @param own the customer's `spend_purchases` and `spend_mean` of customer_summary
 * @param moved the customer's row of transition_value for the same horizon, if that is the method
 * @param contract the customer's contracts in customer_value_part, over the same horizon
 * @returns undefined where the source has no amounts
 */
export function valueReasons(
  value: Row,
  own: Row | undefined,
  facts: ReasonFacts,
  moved?: Row,
  contract?: Row,
): ValueReasons | undefined {
  const amount = (name: string) => (value[name] === null ? null : Number(value[name]));
  const predicted = amount("revenue_predicted");
  const discounted = amount("revenue_discounted");
  if (predicted === null || discounted === null) return undefined;
  const expectedPurchases = Number(value.expected_purchases);
  const expectedSpend = Number(value.expected_spend);
  const transition = transitionParts(value, moved);
  const fees = feeParts(contract);
  const spend = transition || fees ? null : spendParts(value, own, facts.spend);
  const contribution = amount("contribution_discounted");
  const contributionHistoric = amount("contribution_historic");
  const isContribution = contribution !== null && contributionHistoric !== null;
  const chain = createChain();
  if (transition) {
    const { basePurchases, baseSpend, segmentFactor, engineFactor } = transition;
    const base = basePurchases * baseSpend;
    chain.part("BASE", base);
    chain.part("SEGMENT", base * (segmentFactor - 1));
    chain.part("ENGINE", base * segmentFactor * (engineFactor - 1));
  } else if (spend) {
    if (spend.ownWeight > 0)
      chain.part("OWN_SPEND", expectedPurchases * spend.ownWeight * spend.ownMean);
    if (spend.meanWeight > 0)
      chain.part("MEAN_SPEND", expectedPurchases * spend.meanWeight * spend.meanOfAll);
  } else if (fees) {
    const paid = fees.monthlyFee * fees.expectedMonths;
    chain.part("FEES", paid);
    if (expectedPurchases > 0) chain.part("ORDERS", predicted - paid);
  } else {
    chain.part("FORECAST", predicted);
  }
  chain.sum("PREDICTED", predicted);
  chain.part("DISCOUNT", discounted - predicted);
  chain.sum("DISCOUNTED", discounted);
  if (isContribution) {
    // Of orders beside contracts too, whose own parts are not told here.
    const service = serviceCostOf(value);
    chain.part("COSTS", contribution + (service ?? 0) - discounted);
    if (service !== null) chain.part("SERVICE", -service);
    chain.sum("CONTRIBUTION", contribution);
  }
  const historic = isContribution ? contributionHistoric : Number(value.revenue_historic);
  chain.part("HISTORIC", historic);
  chain.sum("TOTAL", historic + (isContribution ? contribution : discounted));
  return {
    horizonMonths: Number(value.horizon_months),
    basis: isContribution ? "contribution" : "revenue",
    expectedPurchases,
    expectedSpend,
    spend,
    transition,
    fees,
    discountRate: facts.discountRate,
    marginRate: facts.marginRate,
    lines: chain.lines(),
  };
}

function transitionParts(value: Row, moved: Row | undefined): TransitionParts | null {
  if (value.method !== "transition" || !moved || moved.base_spend === null) return null;
  return {
    basePurchases: Number(moved.base_purchases),
    baseSpend: Number(moved.base_spend),
    segmentFactor: Number(moved.segment_factor),
    correction: correctionOf(moved),
    engineFactor: Number(moved.engine_factor),
    extrapolated: moved.extrapolated === 1,
    serviceCost: serviceCostOf(value),
  };
}

function serviceCostOf({ service_cost_discounted: cost }: Row): number | null {
  return typeof cost === "number" ? cost : null;
}

function correctionOf(moved: Row): Correction | null {
  if (!moved.rule_en) return null;
  const number = (name: string) => (typeof moved[name] === "number" ? moved[name] : null);
  return {
    ruleDe: String(moved.rule_de),
    ruleEn: String(moved.rule_en),
    seen: Number(moved.seen),
    observed: Number(moved.observed),
    low: number("low"),
    high: number("high"),
  };
}

function feeParts(contract: Row | undefined): FeeParts | null {
  const monthlyFee = Number(contract?.monthly_fee ?? 0);
  if (monthlyFee <= 0) return null;
  return { monthlyFee, expectedMonths: Number(contract?.revenue_predicted) / monthlyFee };
}

/** Undefined in the table or another rule than purchases × spend: then nothing is split. */
function spendParts(
  value: Row,
  own: Row | undefined,
  all: ReasonFacts["spend"],
): SpendParts | null {
  const purchases = Number(value.expected_purchases);
  const expected = Number(value.expected_spend);
  const product = purchases * expected;
  const isProduct = Math.abs(product - Number(value.revenue_predicted)) <= 1e-6 * (1 + product);
  if (value.expected_spend === null || !isProduct) return null;
  if (!isProbabilityMethod(String(value.method))) {
    return { ownMean: expected, ownWeight: 1, meanOfAll: 0, meanWeight: 0 };
  }
  if (!own || !all) return null;
  const n = Number(own.spend_purchases);
  const ownMean = Number(own.spend_mean ?? 0);
  const ownWeight = n / (all.strength + n);
  const parts = { ownMean, ownWeight, meanOfAll: all.mean, meanWeight: 1 - ownWeight };
  const sum = ownWeight * ownMean + parts.meanWeight * all.mean;
  return Math.abs(sum - expected) <= 1e-6 * (1 + expected) ? parts : null;
}

/** Parts in whole cents; a sum corrects the part before it by what rounding left. */
function createChain() {
  const cents = (amount: number) => Math.round(amount * 100);
  const lines: { code: ReasonLine["code"]; isSum: boolean; cents: number }[] = [];
  let running = 0;
  return {
    part(code: ReasonLine["code"], amount: number): void {
      lines.push({ code, isSum: false, cents: cents(amount) });
      running += cents(amount);
    },
    sum(code: ReasonLine["code"], amount: number): void {
      const last = lines.at(-1);
      if (last) last.cents += cents(amount) - running;
      running = cents(amount);
      lines.push({ code, isSum: true, cents: running });
    },
    lines: (): ReasonLine[] =>
      lines.map(({ code, isSum, cents: amount }) => ({ code, isSum, amount: amount / 100 })),
  };
}
