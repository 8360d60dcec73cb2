import { regularizedBeta } from "../numeric/incomplete-beta.ts";

/**
 * The central interval of a probability whose posterior is Beta(p · strength, (1 − p) · strength).
 *
 * @param level such as 0.8
 * @returns both ends in [0, 1], by bisection to 1e-9
 */
export function betaInterval(
  probability: number,
  strength: number,
  level: number,
): { readonly low: number; readonly high: number } {
  if (!(probability > 0 && probability < 1 && strength > 0)) {
    return { low: probability, high: probability };
  }
  const a = probability * strength;
  const b = (1 - probability) * strength;
  const quantile = (share: number) => {
    let [low, high] = [0, 1];
    while (high - low > 1e-9) {
      const middle = (low + high) / 2;
      if (regularizedBeta(a, b, middle) < share) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return { low: quantile((1 - level) / 2), high: quantile((1 + level) / 2) };
}
