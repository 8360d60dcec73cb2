import type { BetaBetaData } from "./bg-bb-likelihood.ts";
import { digammaDifference, logRising, trigammaDifference } from "./numeric/gamma-differences.ts";
import { onLogScale, unpack } from "./numeric/log-scale.ts";
import type { Objective } from "./numeric/minimize.ts";

/** ln (a)ₘ for m = 0, 1, … and its first two derivatives by a. */
type Rising = {
  readonly value: Float64Array;
  readonly slope: Float64Array;
  readonly curve: Float64Array;
};

/** The rising factorials that the terms of a likelihood are made of. */
type Tables = {
  readonly gamma: number;
  readonly bought: Rising;
  readonly passed: Rising;
  readonly faced: Rising;
  readonly stayed: Rising;
  readonly risked: Rising;
};

/**
 * Places in a record of 15: the value, then 4 slopes, then the curvature's upper triangle by
 * rows, in the order alpha, beta, gamma, delta.
 */
const SLOPE = 1;
const CURVE = 5;
const LENGTH = 15;

/**
 * Mean negative log-likelihood of (ln alpha, ln beta, ln gamma, ln delta), with exact derivatives.
 * Each customer's likelihood is a sum of terms eᵗ, over when they may have left; its derivatives
 * are those of t, averaged over the terms.
 */
export function betaBetaObjective(data: BetaBetaData): Objective {
  const { customers, weight } = data.customers;
  return (theta) => {
    const params = theta.map(Math.exp);
    const tables = tablesOf(params, data.mostOpportunities);
    const sums = new Float64Array(LENGTH);
    const term = new Float64Array(LENGTH);
    for (const { x, n, recencies, rows } of data.groups) {
      const left = { moments: new Float64Array(LENGTH), largest: Number.NEGATIVE_INFINITY };
      let m = n;
      recencies.forEach((tx, k) => {
        while (m > tx) {
          m--;
          writeTerm(term, tables, x, m, true);
          add(left, term);
        }
        const all = { moments: left.moments.slice(), largest: left.largest };
        writeTerm(term, tables, x, n, false);
        add(all, term);
        addLogarithm(sums, all, weight[rows[k]]);
      });
    }
    return onLogScale(unpack(sums), params, -1 / customers);
  };
}

function tablesOf([alpha, beta, gamma, delta]: readonly number[], most: number): Tables {
  const rising = (a: number, length: number): Rising => ({
    value: Float64Array.from({ length }, (_, m) => logRising(a, m)),
    slope: Float64Array.from({ length }, (_, m) => digammaDifference(a, m)),
    curve: Float64Array.from({ length }, (_, m) => trigammaDifference(a, m)),
  });
  return {
    gamma,
    bought: rising(alpha, most + 1),
    passed: rising(beta, most + 1),
    faced: rising(alpha + beta, most + 1),
    stayed: rising(delta, most + 1),
    risked: rising(gamma + delta, most + 2),
  };
}

/**
 * t of a customer with x purchases who was active through opportunity m and, if `leaving`, left
 * right after it: ln (α)ₓ (β)ₘ₋ₓ / (α + β)ₘ, and ln (δ)ₘ / (γ + δ)ₘ or ln γ (δ)ₘ / (γ + δ)ₘ₊₁.
 */
function writeTerm(term: Float64Array, tables: Tables, x: number, m: number, leaving: boolean) {
  const { gamma, bought, passed, faced, stayed, risked } = tables;
  const risks = leaving ? m + 1 : m;
  const passes = m - x;
  term[0] =
    bought.value[x] +
    passed.value[passes] -
    faced.value[m] +
    stayed.value[m] -
    risked.value[risks] +
    (leaving ? Math.log(gamma) : 0);
  term[SLOPE] = bought.slope[x] - faced.slope[m];
  term[SLOPE + 1] = passed.slope[passes] - faced.slope[m];
  term[SLOPE + 2] = (leaving ? 1 / gamma : 0) - risked.slope[risks];
  term[SLOPE + 3] = stayed.slope[m] - risked.slope[risks];
  term[CURVE] = bought.curve[x] - faced.curve[m];
  term[CURVE + 1] = -faced.curve[m];
  term[CURVE + 4] = passed.curve[passes] - faced.curve[m];
  term[CURVE + 7] = -(leaving ? 1 / gamma ** 2 : 0) - risked.curve[risks];
  term[CURVE + 8] = -risked.curve[risks];
  term[CURVE + 9] = stayed.curve[m] - risked.curve[risks];
}

/** Sums of eᵗ, eᵗ ∇t and eᵗ (∇∇t + ∇t ∇tᵀ), all divided by the largest eᵗ. */
type Mixture = { readonly moments: Float64Array; largest: number };

function add(mixture: Mixture, term: Float64Array): void {
  const { moments } = mixture;
  if (term[0] > mixture.largest) {
    const shrink = Math.exp(mixture.largest - term[0]);
    for (let k = 0; k < LENGTH; k++) moments[k] *= shrink;
    mixture.largest = term[0];
  }
  const share = Math.exp(term[0] - mixture.largest);
  moments[0] += share;
  let k = CURVE;
  for (let i = SLOPE; i < CURVE; i++) {
    moments[i] += share * term[i];
    for (let j = i; j < CURVE; j++, k++) moments[k] += share * (term[k] + term[i] * term[j]);
  }
}

/** Adds weight × (ln of the sum, and its derivatives). */
function addLogarithm(sums: Float64Array, { moments, largest }: Mixture, weight: number): void {
  const total = moments[0];
  sums[0] += weight * (largest + Math.log(total));
  let k = CURVE;
  for (let i = SLOPE; i < CURVE; i++) {
    const slope = moments[i] / total;
    sums[i] += weight * slope;
    for (let j = i; j < CURVE; j++, k++) {
      sums[k] += weight * (moments[k] / total - slope * (moments[j] / total));
    }
  }
}
