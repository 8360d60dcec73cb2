// JavaScript leaves Math.log and Math.exp to the engine: their last digit may differ from one
// version or processor to the next, and a seed would no longer give the same files. What follows
// uses only + - * / and bit patterns, which IEEE 754 fixes everywhere.

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer); // little-endian, as every processor Node runs on
const ln2High = 0.6931471803691238; // ends in zero bits, so that n * ln2High is exact
const ln2Low = 1.9082149292705877e-10;

/**
 * The natural logarithm by the series of artanh((m - 1) / (m + 1)), m in [sqrt(1/2), sqrt(2)).
 *
 * @param x a normal positive number.
 * @returns ln(x), within 2 units of the last place.
 */
export function ln(x: number): number {
  float[0] = x;
  const high = words[1] as number;
  let exponent = (high >>> 20) - 1023;
  words[1] = (high & 0xfffff) | 0x3ff00000;
  let mantissa = float[0] as number;
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  const f = (mantissa - 1) / (mantissa + 1);
  const square = f * f;
  let series = 0;
  for (let odd = 21; odd >= 3; odd -= 2) series = (series + 1 / odd) * square;
  return exponent * ln2High + (2 * f * series + (exponent * ln2Low + 2 * f));
}

/**
 * The exponential by its Taylor series on [-ln(2)/2, ln(2)/2].
 *
 * @param x from -700 to 700.
 * @returns e to the power of x, within 2 units of the last place.
 */
export function exp(x: number): number {
  const n = Math.round(x / Math.LN2);
  const r = x - n * ln2High - n * ln2Low;
  let series = 1;
  for (let term = 13; term >= 1; term--) series = 1 + (series * r) / term;
  words[0] = 0;
  words[1] = (n + 1023) << 20;
  return series * (float[0] as number);
}

/** @returns `base` to the power of `exponent`, for a positive base. */
export function power(base: number, exponent: number): number {
  return exp(exponent * ln(base));
}

/** @returns the probability whose log-odds are `x`. */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}
