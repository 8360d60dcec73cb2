/**
 * Minimisation of a smooth function of a few variables by Newton's method in a trust region,
 * with the exact solution of the step in the eigenbasis of the curvature, inside a box.
 *
 * Source: Nocedal & Wright (2006), Numerical Optimization, chapter 4 (algorithms 4.1 and 4.3).
 */
import { type Eigen, eigenSymmetric, type Matrix } from "./symmetric.ts";

export type Evaluation = {
  /** Infinity marks a point outside the function's domain. */
  readonly value: number;
  readonly gradient: readonly number[];
  readonly hessian: Matrix;
};

/** The function to minimise, with its derivatives. It should be of order 1 near its minimum. */
export type Objective = (theta: readonly number[]) => Evaluation;

export type MinimizeOptions = {
  readonly lower?: readonly number[];
  readonly upper?: readonly number[];
  readonly maxIterations?: number;
};

export type Minimum = Evaluation & {
  readonly theta: readonly number[];
  readonly iterations: number;
  /** True only with a vanishing gradient and positive curvature in every free direction. */
  readonly converged: boolean;
  readonly reason: "OPTIMUM" | "ITERATIONS_EXHAUSTED" | "NO_DESCENT" | "OUTSIDE_DOMAIN";
  /** Per variable: true where the box stops a further descent. */
  readonly atBound: readonly boolean[];
  /** Smallest eigenvalue of the curvature over the free variables. */
  readonly curvature: number;
};

/** Relative to 1 + |f|: below this a predicted gain cannot be seen in the value any more. */
const NEGLIGIBLE_GAIN = 1e-13;
const SMALL_GRADIENT = 1e-7;

type State = Evaluation & { readonly theta: readonly number[] };
type Box = { readonly lower: readonly number[]; readonly upper: readonly number[] };
/** The quadratic model over the free variables. */
type Local = {
  readonly free: readonly number[];
  readonly eigen: Eigen;
  readonly slope: readonly number[];
};

/**
 * A local minimum near `start`, with a diagnosis instead of an exception when there is none.
 * Deterministic: the same input gives the same steps.
 */
export function minimize(
  objective: Objective,
  start: readonly number[],
  options: MinimizeOptions = {},
): Minimum {
  const box: Box = {
    lower: options.lower ?? start.map(() => Number.NEGATIVE_INFINITY),
    upper: options.upper ?? start.map(() => Number.POSITIVE_INFINITY),
  };
  let state = evaluate(objective, clamp(start, box));
  let local = localModel(state, box);
  let radius = 1;
  const maxIterations = options.maxIterations ?? 200;
  for (let iterations = 0; ; iterations++) {
    if (!isUsable(state)) return finish(state, local, iterations, "OUTSIDE_DOMAIN");
    if (isOptimum(state, local)) {
      return finish(polish(objective, state, local, box), local, iterations, "OPTIMUM");
    }
    if (radius < 1e-12) return finish(state, local, iterations, "NO_DESCENT");
    if (iterations >= maxIterations) {
      return finish(state, local, iterations, "ITERATIONS_EXHAUSTED");
    }
    const { theta, length, gain } = trialPoint(state, local, radius, box);
    const trial = evaluate(objective, theta);
    const ratio = gain > 0 ? (state.value - trial.value) / gain : -1;
    const smoother =
      gain < 1e-11 * (1 + Math.abs(state.value)) && steepness(trial) < steepness(state);
    if (isUsable(trial) && (ratio > 1e-4 || smoother)) {
      state = trial;
      local = localModel(state, box);
      if (ratio > 0.75 && length > 0.9 * radius) radius = Math.min(2 * radius, 10);
    }
    if (!isUsable(trial) || (ratio < 0.25 && !smoother)) radius = length / 4;
  }
}

function evaluate(objective: Objective, theta: readonly number[]): State {
  return { ...objective(theta), theta };
}

function isUsable(state: State): boolean {
  return (
    Number.isFinite(state.value) &&
    state.gradient.every(Number.isFinite) &&
    state.hessian.every((row) => row.every(Number.isFinite))
  );
}

function clamp(theta: readonly number[], { lower, upper }: Box): number[] {
  return theta.map((value, i) => Math.min(Math.max(value, lower[i]), upper[i]));
}

function steepness(state: State): number {
  return Math.max(...state.gradient.map(Math.abs));
}

/** A variable at its bound is free only if descent leads back inside. */
function localModel(state: State, { lower, upper }: Box): Local {
  const { theta, gradient, hessian } = state;
  const free = theta.flatMap((value, i) => {
    const stuck =
      (value <= lower[i] && gradient[i] >= 0) || (value >= upper[i] && gradient[i] <= 0);
    return stuck ? [] : [i];
  });
  const eigen = eigenSymmetric(free.map((i) => free.map((j) => hessian[i][j])));
  const slope = eigen.vectors.map((v) => v.reduce((sum, vi, k) => sum + vi * gradient[free[k]], 0));
  return { free, eigen, slope };
}

function isOptimum(state: State, { free, eigen, slope }: Local): boolean {
  if (eigen.values.some((value) => !(value > 0))) return false;
  const gain = slope.reduce((sum, s, k) => sum + (s * s) / (2 * eigen.values[k]), 0);
  const steep = Math.max(0, ...free.map((i) => Math.abs(state.gradient[i])));
  return steep <= SMALL_GRADIENT && gain <= NEGLIGIBLE_GAIN * (1 + Math.abs(state.value));
}

/** One last full Newton step, kept if the gradient shrinks: it doubles the correct digits. */
function polish(objective: Objective, state: State, local: Local, box: Box): State {
  const trial = evaluate(objective, trialPoint(state, local, 1, box).theta);
  const isBetter = isUsable(trial) && steepness(trial) < steepness(state);
  // On a ridge the step can end where the curvature is no longer positive.
  return isBetter && isOptimum(trial, localModel(trial, box)) ? trial : state;
}

/** The minimum of the quadratic model inside the trust region, cut to the box. */
function trialPoint(
  state: State,
  local: Local,
  radius: number,
  box: Box,
): { theta: number[]; length: number; gain: number } {
  const { free, eigen } = local;
  const inEigenbasis = trustRegionStep(local, radius);
  const step = state.theta.map(() => 0);
  eigen.vectors.forEach((vector, k) => {
    vector.forEach((component, i) => {
      step[free[i]] += inEigenbasis[k] * component;
    });
  });
  const theta = clamp(
    state.theta.map((value, i) => value + step[i]),
    box,
  );
  const taken = theta.map((value, i) => value - state.theta[i]);
  return { theta, length: Math.hypot(...taken), gain: predictedGain(state, taken) };
}

function predictedGain({ gradient, hessian }: Evaluation, step: readonly number[]): number {
  let gain = 0;
  for (let i = 0; i < step.length; i++) {
    gain -= step[i] * gradient[i];
    for (let j = 0; j < step.length; j++) gain -= 0.5 * step[i] * hessian[i][j] * step[j];
  }
  return gain;
}

/** argmin slope·p + ½ pᵀΛp with |p| ≤ radius, coordinates in the eigenbasis. */
function trustRegionStep({ eigen, slope }: Local, radius: number): number[] {
  const { values } = eigen;
  const step = (shift: number) => slope.map((s, k) => (s === 0 ? 0 : -s / (values[k] + shift)));
  if (values[0] > 0) {
    const newton = step(0);
    if (Math.hypot(...newton) <= radius) return newton;
  }
  const floor = Math.max(0, -values[0]);
  let low = floor;
  let high = floor + Math.hypot(...slope) / radius + 1e-300;
  for (let i = 0; i < 200 && high - low > 1e-12 * high; i++) {
    const middle = 0.5 * (low + high);
    if (Math.hypot(...step(middle)) > radius) low = middle;
    else high = middle;
  }
  const inside = step(high);
  const missing = radius - Math.hypot(...inside);
  // The hard case: no slope along the most negative direction, so walk along it to the edge.
  if (values[0] < 0 && missing > 1e-3 * radius) {
    const along = Math.sqrt(Math.max(0, radius ** 2 - Math.hypot(...inside.slice(1)) ** 2));
    inside[0] = slope[0] > 0 ? -along : along;
  }
  return inside;
}

function finish(
  state: State,
  local: Local,
  iterations: number,
  reason: Minimum["reason"],
): Minimum {
  return {
    ...state,
    iterations,
    converged: reason === "OPTIMUM",
    reason,
    atBound: state.theta.map((_, i) => !local.free.includes(i)),
    curvature: local.eigen.values[0] ?? Number.POSITIVE_INFINITY,
  };
}
