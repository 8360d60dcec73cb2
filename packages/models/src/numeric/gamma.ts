/**
 * The gamma function's logarithm and its first two derivatives, for positive arguments.
 *
 * Large arguments use Stirling's series; around 1 and 2, where ln Γ vanishes, the Taylor series
 * with ζ(k) − 1 keeps the relative error small (Abramowitz & Stegun 6.1.33, 6.1.40, 6.3.18, 6.4.12).
 */

/** From here on Stirling's series is exact to the last digit. */
const STIRLING_FROM = 10;
const HALF_LOG_TWO_PI = 0.9189385332046727;
const ONE_MINUS_EULER = 0.42278433509846713;

/** B₂ₖ / (2k (2k − 1)), k = 1…8. */
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
];

/** B₂ₖ, k = 1…8. */
const BERNOULLI = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510];

/** (−1)^k (ζ(k) − 1) / k, k = 2…30. */
const TAYLOR = [
  0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986,
  0.0028905103307415234, -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939,
  9.945751278180853e-5, -4.492623673813314e-5, 2.050721277567069e-5, -9.439488275268397e-6,
  4.374866789907488e-6, -2.039215753801366e-6, 9.55141213040742e-7, -4.492469198764566e-7,
  2.1207184805554665e-7, -1.0043224823968099e-7, 4.7698101693639804e-8, -2.2711094608943164e-8,
  1.0838659214896955e-8, -5.183475041970047e-9, 2.4836745438024785e-9, -1.1921401405860912e-9,
  5.731367241678862e-10, -2.7595228851242334e-10, 1.330476437424449e-10, -6.4229645638381e-11,
  3.1044247747322276e-11,
];

/** ln Γ(x) for x > 0. Relative error below 1e-14; NaN for a negative argument, ∞ at 0. */
export function logGamma(x: number): number {
  if (x >= STIRLING_FROM) {
    return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingCorrection(x);
  }
  if (x < 0.5) return logGammaAboveTwo(x) - Math.log1p(x) - Math.log(x);
  if (x < 1.5) return logGammaAboveTwo(x - 1) - Math.log1p(x - 1);
  let product = 1;
  let reduced = x;
  while (reduced >= 2.5) {
    reduced -= 1;
    product *= reduced;
  }
  return Math.log(product) + logGammaAboveTwo(reduced - 2);
}

/** ln Γ(2 + z) for |z| ≤ 1/2. */
function logGammaAboveTwo(z: number): number {
  let sum = 0;
  for (let k = TAYLOR.length - 1; k >= 0; k--) sum = sum * z + TAYLOR[k];
  return z * (ONE_MINUS_EULER + z * sum);
}

/** ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π], for x ≥ 10. */
export function stirlingCorrection(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  let sum = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = sum * square + STIRLING[k];
  return sum * inverse;
}

/** ψ(x) = d ln Γ(x) / dx for x > 0. Error below 1e-14 of max(|ψ|, 1/10). */
export function digamma(x: number): number {
  let shifted = x;
  let sum = 0;
  while (shifted < STIRLING_FROM) {
    sum -= 1 / shifted;
    shifted += 1;
  }
  return sum + Math.log(shifted) - 0.5 / shifted - digammaTail(shifted);
}

/** ln x − 1/(2x) − ψ(x) for x ≥ 10. */
export function digammaTail(x: number): number {
  const square = 1 / (x * x);
  let sum = 0;
  for (let k = BERNOULLI.length - 1; k >= 0; k--) {
    sum = sum * square + BERNOULLI[k] / (2 * k + 2);
  }
  return sum * square;
}

/** ψ′(x) for x > 0. Relative error below 1e-14. */
export function trigamma(x: number): number {
  let shifted = x;
  let sum = 0;
  while (shifted < STIRLING_FROM) {
    sum += 1 / (shifted * shifted);
    shifted += 1;
  }
  const square = 1 / (shifted * shifted);
  let tail = 0;
  for (let k = BERNOULLI.length - 1; k >= 0; k--) tail = tail * square + BERNOULLI[k];
  return sum + (1 + (0.5 + tail / shifted) / shifted) / shifted;
}
