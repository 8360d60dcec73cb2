/**
 * The part of the (M)BG/CNBD-k likelihood that differs from (M)BG/NBD: an active customer may be
 * anywhere between two purchases, 0 to k − 1 Poisson events after the last.
 *
 * With N = r + kx, z = (T − t_x) / (α + T) and u as in (M)BG/NBD, the term is ln(P + eᵘ),
 * P = Σ_{j<k} (N)ⱼ zʲ / j!.
 *
 * Source: Platzer & Reutterer (2016), "Ticking away the moments", Marketing Science 35(5), and the
 * BG/CNBD-k appendix of Reutterer, Platzer & Schröder (2021), Int. J. of Research in Marketing 38(3).
 */
import type { BetaGeometricParams, ChancesBefore } from "./bg-nbd-likelihood.ts";
import type { DistinctCustomers } from "./distinct-customers.ts";
import { type Derivatives, UPPER_TRIANGLE } from "./numeric/log-scale.ts";

/** Adds ln(P + eᵘ) of every distinct row to the sums. */
export function addRegularLeavingTerms(
  sums: Derivatives,
  params: BetaGeometricParams,
  customers: DistinctCustomers,
  chancesBefore: ChancesBefore,
  k: number,
): void {
  const { weight, frequencies, frequencyIndex, recencies, recencyIndex, ages, ageIndex } =
    customers;
  const stages = new Float64Array(6);
  for (let i = 0; i < weight.length; i++) {
    const x = frequencies[frequencyIndex[i]];
    const [tx, T] = [recencies[recencyIndex[i]], ages[ageIndex[i]]];
    const end = params.alpha + T;
    const z = (T - tx) / end;
    fillStages(stages, params.r + k * x, z, k);
    const chances = x + chancesBefore;
    const leaving = chances === 0 ? undefined : leavingTerms(params, k * x, chances, tx, T);
    addRow(sums, weight[i], stages, -z / end, (2 * z) / (end * end), leaving);
  }
}

/** P and its derivatives by N, z, NN, Nz, zz. */
function fillStages(stages: Float64Array, N: number, z: number, k: number): void {
  let [coefficient, power, first, second] = [1, 1, 0, 0];
  stages.fill(0);
  for (let j = 0; j < k; j++) {
    const term = coefficient * power;
    const byN = first;
    const byNN = first * first - second;
    stages[0] += term;
    stages[1] += term * byN;
    stages[3] += term * byNN;
    if (z > 0) {
      stages[2] += (j * term) / z;
      stages[4] += (j * term * byN) / z;
      stages[5] += (j * (j - 1) * term) / (z * z);
    } else if (j === 1) {
      stages[2] += coefficient;
      stages[4] += coefficient * byN;
    } else if (j === 2) stages[5] += 2 * coefficient;
    first += 1 / (N + j);
    second += 1 / ((N + j) * (N + j));
    coefficient *= (N + j) / (j + 1);
    power *= z;
  }
}

type Leaving = { u: number; slope: readonly number[]; curve: readonly number[] };

/** u with its slopes and the curvatures of `UPPER_TRIANGLE`. */
function leavingTerms(
  { r, alpha, a, b }: BetaGeometricParams,
  events: number,
  chances: number,
  tx: number,
  T: number,
): Leaving {
  const N = r + events;
  const L = Math.log((alpha + T) / (alpha + tx));
  const [end, last] = [1 / (alpha + T), 1 / (alpha + tx)];
  const lag = end - last;
  const v = 1 / (b + chances - 1);
  return {
    u: Math.log(a * v) + N * L,
    slope: [L, N * lag, 1 / a, -v],
    curve: [0, lag, 0, 0, -N * lag * (end + last), 0, 0, -1 / (a * a), 0, v * v],
  };
}

function addRow(
  sums: Derivatives,
  weight: number,
  [P, PN, Pz, PNN, PNz, Pzz]: Float64Array,
  zSlope: number,
  zCurve: number,
  leaving: Leaving | undefined,
): void {
  const u = leaving?.u ?? Number.NEGATIVE_INFINITY;
  const shift = Math.max(0, u);
  const stay = Math.exp(-shift);
  const leave = Math.exp(u - shift);
  const staySlope = [PN, Pz * zSlope, 0, 0];
  const alphaCurve = Pzz * zSlope * zSlope + Pz * zCurve;
  const stayCurve = [PNN, PNz * zSlope, 0, 0, alphaCurve, 0, 0, 0, 0, 0];
  const Q = stay * P + leave;
  sums.value += weight * (shift + Math.log(Q));
  const slope = staySlope.map((s, i) => (stay * s + leave * (leaving?.slope[i] ?? 0)) / Q);
  slope.forEach((s, i) => {
    sums.slope[i] += weight * s;
  });
  UPPER_TRIANGLE.forEach(([i, j], place) => {
    const [ui, uj] = [leaving?.slope[i] ?? 0, leaving?.slope[j] ?? 0];
    const second = stay * stayCurve[place] + leave * (ui * uj + (leaving?.curve[place] ?? 0));
    sums.curve[i][j] += weight * (second / Q - slope[i] * slope[j]);
  });
}
