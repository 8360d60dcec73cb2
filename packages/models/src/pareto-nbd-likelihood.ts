/**
 * The Pareto/NBD likelihood of weighted distinct rows, with exact first and second derivatives.
 *
 * With N = r + x, c(u) = (β + u) / (α + u), A(u) = s k(N, s, c(u)) and
 * ω = ((α + t_x) / (α + T))^N ((β + t_x) / (β + T))^s:
 * ln L = ln (r)ₓ + r ln α + s ln β − N ln(α + t_x) − s ln(β + t_x) + ln Q,
 * Q = A(t_x) + ω (1 − A(T)); P(alive) = ω / Q. Every part lies between 0 and 1, so nothing
 * overflows, and α > β, α = β and α < β are one case.
 *
 * Source: Fader & Hardie (2005), "A note on deriving the Pareto/NBD model"; the form and the
 * derivatives are our own.
 */
import type { DistinctCustomers } from "./distinct-customers.ts";
import { distinctPairs } from "./numeric/distinct.ts";
import { digammaDifference, logRising, trigammaDifference } from "./numeric/gamma-differences.ts";
import { onLogScale, UPPER_TRIANGLE, unpack } from "./numeric/log-scale.ts";
import type { Objective } from "./numeric/minimize.ts";
import { ENTRIES, K, KG, KGG, KN, KNG, KNN, KNS, KS, KSG, KSS } from "./pareto-nbd-integral.ts";
import { integralTable, type PairPlan, pairPlan } from "./pareto-nbd-tables.ts";

/** All positive. `alpha` and `beta` are in the time unit of the summary; r and s have no unit. */
export type ParetoNbdParams = {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
};

/** Value, 4 slopes and the 10 curvatures of the upper triangle, row by row. */
const WIDTH = 15;

/** Mean negative log-likelihood of (ln r, ln alpha, ln s, ln beta). */
export function paretoNbdObjective(customers: DistinctCustomers): Objective {
  const plan = planOf(customers);
  return (theta) => {
    const [r, alpha, s, beta] = theta.map(Math.exp);
    const params = { r, alpha, s, beta };
    const sums = new Float64Array(WIDTH);
    addFrequencyTerms(sums, r, customers, plan);
    addRecencyTerms(sums, params, customers, plan);
    addLeavingTerms(sums, params, customers, plan);
    return onLogScale(unpack(sums), [r, alpha, s, beta], -1 / customers.customers);
  };
}

/** What stays the same from one evaluation to the next. */
type Plan = {
  readonly weightByFrequency: Float64Array;
  readonly weightByRecency: Float64Array;
  readonly purchasesByRecency: Float64Array;
  /** (x, t_x) and (x, T): the integral depends on no more than that. */
  readonly last: PairPlan;
  readonly end: PairPlan;
};

function planOf(customers: DistinctCustomers): Plan {
  const { weight, frequencies, frequencyIndex, recencies, recencyIndex } = customers;
  const weightByFrequency = new Float64Array(frequencies.length);
  const weightByRecency = new Float64Array(recencies.length);
  const purchasesByRecency = new Float64Array(recencies.length);
  for (let i = 0; i < weight.length; i++) {
    weightByFrequency[frequencyIndex[i]] += weight[i];
    weightByRecency[recencyIndex[i]] += weight[i];
    purchasesByRecency[recencyIndex[i]] += weight[i] * frequencies[frequencyIndex[i]];
  }
  const plan = (times: Float64Array, index: Int32Array) =>
    pairPlan(distinctPairs(frequencyIndex, index), frequencies, times);
  return {
    weightByFrequency,
    weightByRecency,
    purchasesByRecency,
    last: plan(recencies, recencyIndex),
    end: plan(customers.ages, customers.ageIndex),
  };
}

/** ln (r)ₓ, once per distinct frequency. */
function addFrequencyTerms(
  sums: Float64Array,
  r: number,
  { frequencies }: DistinctCustomers,
  { weightByFrequency }: Plan,
): void {
  frequencies.forEach((x, k) => {
    const w = weightByFrequency[k];
    sums[0] += w * logRising(r, x);
    sums[1] += w * digammaDifference(r, x);
    sums[5] += w * trigammaDifference(r, x);
  });
}

/** r ln α + s ln β − N ln(α + t_x) − s ln(β + t_x), once per distinct recency. */
function addRecencyTerms(
  sums: Float64Array,
  { r, alpha, s, beta }: ParetoNbdParams,
  { recencies }: DistinctCustomers,
  { weightByRecency, purchasesByRecency }: Plan,
): void {
  recencies.forEach((u, k) => {
    const w = weightByRecency[k];
    const wx = purchasesByRecency[k];
    const [a, b] = [alpha + u, beta + u];
    sums[0] -= w * (r * Math.log1p(u / alpha) + s * Math.log1p(u / beta)) + wx * Math.log(a);
    sums[1] -= w * Math.log1p(u / alpha);
    sums[2] += (w * r * u) / (alpha * a) - wx / a;
    sums[3] -= w * Math.log1p(u / beta);
    sums[4] += (w * s * u) / (beta * b);
    sums[6] += (w * u) / (alpha * a);
    sums[9] += (wx / a - (w * r * u * (1 / alpha + 1 / a)) / alpha) / a;
    sums[13] += (w * u) / (beta * b);
    sums[14] -= (w * s * u * (1 / beta + 1 / b)) / (beta * b);
  });
}

/** A(u) = s k and its derivatives by r, alpha, s, beta for every distinct pair (x, u). */
function sharesAfter(params: ParetoNbdParams, plan: PairPlan): Float64Array {
  const { alpha, s, beta } = params;
  const entries = integralTable(params, plan);
  const table = new Float64Array(WIDTH * plan.pairs);
  for (let pair = 0; pair < plan.pairs; pair++) {
    const ga = -1 / (alpha + plan.times[pair]);
    const gb = 1 / (beta + plan.times[pair]);
    const k = entries.subarray(ENTRIES * pair, ENTRIES * (pair + 1));
    const byBoth = k[KG] + s * k[KSG];
    const at = WIDTH * pair;
    table[at] = s * k[K];
    table[at + 1] = s * k[KN];
    table[at + 2] = s * k[KG] * ga;
    table[at + 3] = k[K] + s * k[KS];
    table[at + 4] = s * k[KG] * gb;
    table[at + 5] = s * k[KNN];
    table[at + 6] = s * k[KNG] * ga;
    table[at + 7] = k[KN] + s * k[KNS];
    table[at + 8] = s * k[KNG] * gb;
    table[at + 9] = s * (k[KGG] + k[KG]) * ga * ga;
    table[at + 10] = byBoth * ga;
    table[at + 11] = s * k[KGG] * ga * gb;
    table[at + 12] = 2 * k[KS] + s * k[KSS];
    table[at + 13] = byBoth * gb;
    table[at + 14] = s * (k[KGG] - k[KG]) * gb * gb;
  }
  return table;
}

/** ln Q, the only term that needs every distinct row. */
function addLeavingTerms(
  sums: Float64Array,
  params: ParetoNbdParams,
  customers: DistinctCustomers,
  plan: Plan,
): void {
  const { weight, frequencies, frequencyIndex, recencies, recencyIndex, ages, ageIndex } =
    customers;
  const { r, alpha, s, beta } = params;
  const lastTable = sharesAfter(params, plan.last);
  const endTable = sharesAfter(params, plan.end);
  const logs = (times: Float64Array, offset: number) => times.map((u) => Math.log(offset + u));
  const [logAlphaLast, logBetaLast] = [logs(recencies, alpha), logs(recencies, beta)];
  const [logAlphaEnd, logBetaEnd] = [logs(ages, alpha), logs(ages, beta)];
  const e = new Float64Array(WIDTH);
  for (let i = 0; i < weight.length; i++) {
    const [last, end] = [recencyIndex[i], ageIndex[i]];
    const N = r + frequencies[frequencyIndex[i]];
    // ln ω and its derivatives; those not set stay 0.
    e[1] = logAlphaLast[last] - logAlphaEnd[end];
    e[3] = logBetaLast[last] - logBetaEnd[end];
    e[0] = N * e[1] + s * e[3];
    const [aLast, aEnd] = [1 / (alpha + recencies[last]), 1 / (alpha + ages[end])];
    const [bLast, bEnd] = [1 / (beta + recencies[last]), 1 / (beta + ages[end])];
    e[6] = aLast - aEnd;
    e[2] = N * e[6];
    e[9] = -e[2] * (aLast + aEnd);
    e[13] = bLast - bEnd;
    e[4] = s * e[13];
    e[14] = -e[4] * (bLast + bEnd);
    addRow(
      sums,
      weight[i],
      e,
      lastTable,
      WIDTH * plan.last.index[i],
      endTable,
      WIDTH * plan.end.index[i],
    );
  }
}

const slopes = new Float64Array(4);

/** Adds weight · ln(A + e^(ln ω) (1 − B)) with its derivatives. */
function addRow(
  sums: Float64Array,
  weight: number,
  e: Float64Array,
  A: Float64Array,
  atA: number,
  B: Float64Array,
  atB: number,
): void {
  const omega = Math.exp(e[0]);
  const rest = 1 - B[atB];
  const Q = A[atA] + omega * rest;
  sums[0] += weight * Math.log(Q);
  for (let i = 0; i < 4; i++) {
    slopes[i] = (A[atA + 1 + i] + omega * (rest * e[1 + i] - B[atB + 1 + i])) / Q;
    sums[1 + i] += weight * slopes[i];
  }
  for (let k = 0; k < 10; k++) {
    const [i, j] = UPPER_TRIANGLE[k];
    const [ei, ej] = [e[1 + i], e[1 + j]];
    const active =
      rest * (e[5 + k] + ei * ej) - B[atB + 5 + k] - B[atB + 1 + i] * ej - B[atB + 1 + j] * ei;
    sums[5 + k] += weight * ((A[atA + 5 + k] + omega * active) / Q - slopes[i] * slopes[j]);
  }
}
