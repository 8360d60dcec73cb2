/** Integration rules for the smooth integrands of the models. */
import { logBeta } from "./gamma-differences.ts";
import { log1pexp, logistic } from "./logarithms.ts";

export type Rule = { readonly nodes: Float64Array; readonly weights: Float64Array };

/**
 * The Gauss–Legendre rule with n nodes on [−1, 1], by Newton's method on the Legendre polynomial
 * (Press et al., Numerical Recipes, 4.6). Exact for polynomials of degree 2n − 1.
 */
export function gaussLegendre(n: number): Rule {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 8; step++) {
      let previous = 1;
      let value = x;
      for (let k = 2; k <= n; k++) {
        const next = ((2 * k - 1) * x * value - (k - 1) * previous) / k;
        previous = value;
        value = next;
      }
      slope = (n * (x * value - previous)) / (x * x - 1);
      x -= value / slope;
    }
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}

const RULE = gaussLegendre(16);

/** Longest panel over which integrands in a logarithmic variable are resolved to 1e-15. */
const LONGEST_PANEL = 2;

/**
 * ∫ f over [0, to] by 16 Gauss–Legendre nodes in panels that double from `first` up to `longest`:
 * for integrands in a logarithmic variable that change fastest at 0.
 */
export function integrate(
  f: (x: number) => number,
  to: number,
  first: number,
  longest: number = LONGEST_PANEL,
): number {
  let sum = 0;
  let panel = Math.min(first, longest);
  for (let from = 0; from < to; panel = Math.min(2 * panel, longest)) {
    // A last sliver is not worth a panel of its own.
    const end = from + 1.3 * panel >= to ? to : from + panel;
    const half = (end - from) / 2;
    for (let i = 0; i < RULE.nodes.length; i++) {
      sum += half * RULE.weights[i] * f(from + half + half * RULE.nodes[i]);
    }
    from = end;
  }
  return sum;
}

/** Below this shape a density is so steep at its end that the end is integrated apart. */
const STEEP = 0.1;

/**
 * E[f(p)] for p ~ Beta(a, b), f smooth in ln p and bounded on [0, 1].
 *
 * The trapezoidal rule on logit p, whose error falls exponentially; a step of 0.28 keeps it below
 * 1e-14 for functions without singularity at positive real part of p.
 */
export function betaMean(f: (p: number) => number, a: number, b: number): number {
  const atZero = a < STEEP ? f(0) : 0;
  const atOne = b < STEEP ? f(1) : 0;
  const isApart = a < STEEP || b < STEEP;
  const rest = isApart ? (p: number) => f(p) - atZero * (1 - p) - atOne * p : f;
  const mode = Math.log(a / b);
  const top = a * mode - (a + b) * log1pexp(mode);
  const step = Math.min(0.28, 0.7 * Math.sqrt(1 / a + 1 / b));
  let mass = 0;
  let sum = 0;
  const add = (logit: number): boolean => {
    const w = Math.exp(a * logit - (a + b) * log1pexp(logit) - top);
    const p = logistic(logit);
    mass += w;
    sum += w * rest(p);
    // What is apart vanishes at its end like p or 1 − p, so the tail ends where those do.
    const bound = w * (a < STEEP ? p : 1) * (b < STEEP ? logistic(-logit) : 1);
    return bound > 1e-18 * mass && bound > 1e-300;
  };
  add(mode);
  for (let k = 1; add(mode - k * step); k++);
  for (let k = 1; add(mode + k * step); k++);
  if (!isApart) return sum / mass;
  const scale = step * Math.exp(top - logBeta(a, b));
  return (atZero * b + atOne * a) / (a + b) + scale * sum;
}
