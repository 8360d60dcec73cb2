/**
 * The likelihood BG/NBD and MBG/NBD share. They differ in one thing: how often a customer with
 * x repeat transactions has had the chance to leave, x times or x + 1 times.
 *
 * With n chances, N = r + x and u = ln(a / (b + n − 1)) + N ln((α + T) / (α + t_x)):
 * ln L = ln (r)ₓ + r ln α − N ln(α + T) + ln (b)ₙ − ln (a + b)ₙ + ln(1 + eᵘ), the last term only
 * for n > 0.
 *
 * Sources: Fader, Hardie & Lee (2005), Marketing Science 24(2), eq. (6); Batislam, Denizel &
 * Filiztekin (2007), Int. J. of Research in Marketing 24(3); derivatives are our own.
 */

import { addRegularLeavingTerms } from "./bg-cnbd-k-likelihood.ts";
import type { DistinctCustomers } from "./distinct-customers.ts";
import { digammaDifference, logRising, trigammaDifference } from "./numeric/gamma-differences.ts";
import { type Derivatives, onLogScale } from "./numeric/log-scale.ts";
import type { Objective } from "./numeric/minimize.ts";

/** All positive. `alpha` is in the time unit of the summary; r, a and b have no unit. */
export type BetaGeometricParams = {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
};

/** Chances to leave before the first repeat transaction: 0 in BG/NBD, 1 in MBG/NBD. */
export type ChancesBefore = 0 | 1;

/**
 * Mean negative log-likelihood of (ln r, ln alpha, ln a, ln b), with exact derivatives. A k above
 * 1 makes purchases more regular: each then takes k events of the customer's Poisson process.
 */
export function betaGeometricObjective(
  customers: DistinctCustomers,
  chancesBefore: ChancesBefore,
  k = 1,
): Objective {
  const totals = totalsOf(customers);
  return (theta) => {
    const [r, alpha, a, b] = theta.map(Math.exp);
    const params = { r, alpha, a, b };
    const sums: Derivatives = {
      value: 0,
      slope: [0, 0, 0, 0],
      curve: [
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ],
    };
    addFrequencyTerms(sums, params, totals, chancesBefore, k);
    addAgeTerms(sums, params, totals, k);
    if (k === 1) addLeavingTerms(sums, params, customers, chancesBefore);
    else addRegularLeavingTerms(sums, params, customers, chancesBefore, k);
    return onLogScale(sums, [r, alpha, a, b], -1 / customers.customers);
  };
}

/** Weights summed by frequency and by age. */
type Totals = {
  readonly frequencies: Float64Array;
  readonly weightByFrequency: Float64Array;
  readonly ages: Float64Array;
  readonly weightByAge: Float64Array;
  readonly purchasesByAge: Float64Array;
};

function totalsOf(customers: DistinctCustomers): Totals {
  const { frequencies, ages, weight, frequencyIndex, ageIndex } = customers;
  const weightByFrequency = new Float64Array(frequencies.length);
  const weightByAge = new Float64Array(ages.length);
  const purchasesByAge = new Float64Array(ages.length);
  for (let i = 0; i < weight.length; i++) {
    weightByFrequency[frequencyIndex[i]] += weight[i];
    weightByAge[ageIndex[i]] += weight[i];
    purchasesByAge[ageIndex[i]] += weight[i] * frequencies[frequencyIndex[i]];
  }
  return { frequencies, weightByFrequency, ages, weightByAge, purchasesByAge };
}

/** ln (r)ₓ + ln (b)ₙ − ln (a + b)ₙ, once per distinct frequency. */
function addFrequencyTerms(
  sums: Derivatives,
  { r, a, b }: BetaGeometricParams,
  { frequencies, weightByFrequency }: Totals,
  chancesBefore: ChancesBefore,
  k: number,
): void {
  const { slope, curve } = sums;
  for (let place = 0; place < frequencies.length; place++) {
    const w = weightByFrequency[place];
    const events = k * frequencies[place];
    const n = frequencies[place] + chancesBefore;
    if (w === 0 || n === 0) continue;
    const both = digammaDifference(a + b, n);
    const bothCurve = trigammaDifference(a + b, n);
    sums.value += w * (logRising(r, events) + logRising(b, n) - logRising(a + b, n));
    slope[0] += w * digammaDifference(r, events);
    slope[2] -= w * both;
    slope[3] += w * (digammaDifference(b, n) - both);
    curve[0][0] += w * trigammaDifference(r, events);
    curve[2][2] -= w * bothCurve;
    curve[2][3] -= w * bothCurve;
    curve[3][3] += w * (trigammaDifference(b, n) - bothCurve);
  }
}

/** r ln α − N ln(α + T), once per distinct age and written so that r and α may grow together. */
function addAgeTerms(
  sums: Derivatives,
  { r, alpha }: BetaGeometricParams,
  { ages, weightByAge, purchasesByAge }: Totals,
  k: number,
): void {
  const { slope, curve } = sums;
  for (let place = 0; place < ages.length; place++) {
    const T = ages[place];
    const w = weightByAge[place];
    const wx = k * purchasesByAge[place];
    const end = alpha + T;
    const growth = Math.log1p(T / alpha);
    const lag = T / (alpha * end);
    sums.value -= w * r * growth + wx * Math.log(end);
    slope[0] -= w * growth;
    slope[1] += w * r * lag - wx / end;
    curve[0][1] += w * lag;
    curve[1][1] += (wx / end - (w * r * T * (1 / alpha + 1 / end)) / alpha) / end;
  }
}

/** ln(1 + eᵘ), the only term that needs every distinct row. */
function addLeavingTerms(
  sums: Derivatives,
  { r, alpha, a, b }: BetaGeometricParams,
  customers: DistinctCustomers,
  chancesBefore: ChancesBefore,
): void {
  const { weight, frequencies, frequencyIndex, recencyIndex, ageIndex } = customers;
  const { logLast, logEnd, inverseLast, inverseEnd } = timeTables(alpha, customers);
  const { inverseChances, logOdds } = chanceTables(a, b + chancesBefore - 1, customers);
  let [value, p1, pL, pA, pV, pAlphaR, pAlphaAlpha, pVV] = [0, 0, 0, 0, 0, 0, 0, 0];
  let [q1, qL, qA, qV, qLL, qLA, qLV, qAA, qAV, qVV] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < weight.length; i++) {
    const k = frequencyIndex[i];
    if (frequencies[k] + chancesBefore === 0) continue;
    const N = r + frequencies[k];
    const L = logEnd[ageIndex[i]] - logLast[recencyIndex[i]];
    const end = inverseEnd[ageIndex[i]];
    const last = inverseLast[recencyIndex[i]];
    const lag = end - last;
    const A = N * lag;
    const v = inverseChances[k];
    const u = logOdds[k] + N * L;
    // One exponential serves ln(1 + eᵘ) and its derivative, whichever side of 0 u lies on.
    const e = Math.exp(-Math.abs(u));
    const p = (u > 0 ? 1 : e) / (1 + e);
    const wp = weight[i] * p;
    const wq = wp * ((u > 0 ? e : 1) / (1 + e));
    value += weight[i] * ((u > 0 ? u : 0) + Math.log1p(e));
    p1 += wp;
    pL += wp * L;
    pA += wp * A;
    pV += wp * v;
    pAlphaR += wp * lag;
    pAlphaAlpha -= wp * A * (end + last);
    pVV += wp * v * v;
    q1 += wq;
    qL += wq * L;
    qA += wq * A;
    qV += wq * v;
    qLL += wq * L * L;
    qLA += wq * L * A;
    qLV += wq * L * v;
    qAA += wq * A * A;
    qAV += wq * A * v;
    qVV += wq * v * v;
  }
  addTo(
    sums,
    value,
    [pL, pA, p1 / a, -pV],
    [
      [qLL, qLA + pAlphaR, qL / a, -qLV],
      [0, qAA + pAlphaAlpha, qA / a, -qAV],
      [0, 0, (q1 - p1) / (a * a), -qV / a],
      [0, 0, 0, qVV + pVV],
    ],
  );
}

function timeTables(alpha: number, { recencies, ages }: DistinctCustomers) {
  return {
    logLast: recencies.map((tx) => Math.log(alpha + tx)),
    logEnd: ages.map((T) => Math.log(alpha + T)),
    inverseLast: recencies.map((tx) => 1 / (alpha + tx)),
    inverseEnd: ages.map((T) => 1 / (alpha + T)),
  };
}

function chanceTables(a: number, offset: number, { frequencies }: DistinctCustomers) {
  const inverseChances = frequencies.map((x) => 1 / (offset + x));
  return { inverseChances, logOdds: inverseChances.map((v) => Math.log(a * v)) };
}

function addTo(sums: Derivatives, value: number, slope: number[], curve: number[][]): void {
  sums.value += value;
  slope.forEach((s, i) => {
    sums.slope[i] += s;
    curve[i].forEach((c, j) => {
      sums.curve[i][j] += c;
    });
  });
}
