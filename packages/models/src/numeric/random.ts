import { logGamma as lnGamma } from "./gamma.ts";

/**
 * Seeded random numbers: the same seed gives the same numbers on every machine.
 *
 * The generator is xoshiro128** (Blackman & Vigna 2021, ACM TOMS 47(4)), seeded by SplitMix32.
 */
export type Random = {
  /** Uniform on the open interval (0, 1), with 53 random bits. */
  readonly uniform: () => number;
  /** Standard normal (Marsaglia & Bray's polar method). */
  readonly normal: () => number;
  /** Exponential with mean 1. */
  readonly exponential: () => number;
  /** Gamma with the given shape > 0 and rate 1 (Marsaglia & Tsang 2000, ACM TOMS 26(3)). */
  readonly gamma: (shape: number) => number;
  /** ln of a gamma draw, exact also where a small shape makes the draw itself underflow. */
  readonly logGamma: (shape: number) => number;
  /** Beta(a, b). */
  readonly beta: (a: number, b: number) => number;
  /** Poisson; by inversion for small means, by Hörmann's PTRS (1993) for large ones. */
  readonly poisson: (mean: number) => number;
};

/** @param seed any integer; different seeds give unrelated sequences. */
export function createRandom(seed: number): Random {
  const bits = xoshiro(seed);
  const uniform = () => ((bits() >>> 5) * 67108864 + (bits() >>> 6) + 0.5) / 9007199254740992;
  const normal = polarNormal(uniform);
  const exponential = () => -Math.log(uniform());
  const gammaAboveOne = (shape: number) => marsagliaTsang(shape, uniform, normal);
  const logGamma = (shape: number) =>
    shape >= 1
      ? Math.log(gammaAboveOne(shape))
      : Math.log(gammaAboveOne(shape + 1)) + Math.log(uniform()) / shape;
  const beta = (a: number, b: number) => {
    const logOdds = logGamma(a) - logGamma(b);
    return 1 / (1 + Math.exp(-logOdds));
  };
  return {
    uniform,
    normal,
    exponential,
    gamma: (shape) => (shape >= 1 ? gammaAboveOne(shape) : Math.exp(logGamma(shape))),
    logGamma,
    beta,
    poisson: (mean) => (mean < 10 ? poissonByInversion(mean, uniform) : ptrs(mean, uniform)),
  };
}

function xoshiro(seed: number): () => number {
  let mixed = seed | 0;
  const next = () => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let z = mixed ^ (mixed >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  // The upper half of a large seed counts too.
  let [a, b, c, d] = [next(), next() ^ Math.floor(seed / 2 ** 32), next(), next()];
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result >>> 0;
  };
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function polarNormal(uniform: () => number): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * factor;
      return x * factor;
    }
  };
}

function marsagliaTsang(shape: number, uniform: () => number, normal: () => number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

function poissonByInversion(mean: number, uniform: () => number): number {
  let probability = Math.exp(-mean);
  let rest = uniform();
  let k = 0;
  while (rest > probability && k < 1000) {
    rest -= probability;
    k += 1;
    probability *= mean / k;
  }
  return k;
}

function ptrs(mean: number, uniform: () => number): number {
  const root = Math.sqrt(mean);
  const b = 0.931 + 2.53 * root;
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = uniform() - 0.5;
    const v = uniform();
    const distance = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / distance + b) * u + mean + 0.43);
    if (distance >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (distance < 0.013 && v > distance)) continue;
    const accept = Math.log((v * inverseAlpha) / (a / (distance * distance) + b));
    if (accept <= k * Math.log(mean) - mean - lnGamma(k + 1)) return k;
  }
}
