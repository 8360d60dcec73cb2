/** The part of a forecast that says: as the last window, so the next. */
import { deviance, floorOf } from "../evaluation/poisson-deviance.ts";

/** The weight of the base forecast for customers of 0, 1–2, 3–9 and 10+ purchases in the window. */
export type StatusQuoWeights = readonly [number, number, number, number];

const STEPS = Array.from({ length: 11 }, (_, i) => i / 10);
/** How much of a class's own weight is believed; the rest is that of all classes. */
const OWN_WEIGHT = 0.75;
/** Keeps every forecast above 0, as a share of the mean. */
const LEAST_SHARE = 1e-6;

/** The forecast of each customer and what the last window says of the next one. */
export type Blend = {
  readonly base: Float64Array;
  readonly lastWindow: Float64Array;
  /** Purchases in the last window: they make the class. */
  readonly recentPurchases: Float64Array;
};

function classOf(purchases: number): number {
  if (purchases < 1) return 0;
  if (purchases < 3) return 1;
  return purchases < 10 ? 2 : 3;
}

/** The weights of lowest Poisson deviance on what came, each class's drawn towards that of all. */
export function fitStatusQuo(blend: Blend, actual: Float64Array): StatusQuoWeights {
  const classes = blend.recentPurchases.map(classOf);
  const losses = STEPS.map((weight) => {
    const loss = new Float64Array(4);
    const forecast = blendOf([weight, weight, weight, weight], blend);
    const floor = floorOf(mean(actual));
    forecast.forEach((q, i) => {
      loss[classes[i]] += deviance(q, actual[i], floor);
    });
    return loss;
  });
  const best = (loss: (step: number) => number) => {
    const values = STEPS.map((_, step) => loss(step));
    return STEPS[values.lastIndexOf(Math.min(...values))];
  };
  const global = best((step) => losses[step][1] + losses[step][2] + losses[step][3]);
  const own = (group: number) =>
    OWN_WEIGHT * best((step) => losses[step][group]) + (1 - OWN_WEIGHT) * global;
  return [1, own(1), own(2), own(3)];
}

/** w b + (1 − w) · last window. */
export function blendOf(weights: StatusQuoWeights, blend: Blend): Float64Array {
  const { base, lastWindow, recentPurchases } = blend;
  return base.map((b, i) => {
    const weight = weights[classOf(recentPurchases[i])];
    return weight * b + (1 - weight) * lastWindow[i];
  });
}

/** The same, and never 0: what came is divided by it. */
export function positiveBlendOf(weights: StatusQuoWeights, blend: Blend): Float64Array {
  const least = LEAST_SHARE * mean(blend.base) + Number.MIN_VALUE;
  return blendOf(weights, blend).map((forecast) => forecast + least);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}
