/** Predictions below this share of the mean of what came count as that share in the deviance. */
const floorShare = 0.05;

/** The least a prediction counts for, given the mean of what came. */
export function floorOf(mean: number): number {
  return floorShare * mean;
}

/** The Poisson deviance of one customer: 2 (y ln(y / μ) − y + μ), and 2 μ where y is 0. */
export function deviance(predicted: number, actual: number, floor: number): number {
  const mu = Math.max(predicted, floor);
  if (actual <= 0) return 2 * mu;
  return 2 * (actual * Math.log(actual / mu) - actual + mu);
}
