/** Predictions against what came: measures, and how sure they are. */
export {
  type BootstrapOptions,
  bootstrapIntervals,
  type MethodIntervals,
} from "./bootstrap.ts";
export type { Estimate, Interval } from "./draws.ts";
export { type Decile, decileCalibration, type Evaluation, evaluate } from "./evaluate.ts";
export { bias, mae, poissonDeviance, rmse } from "./losses.ts";
export type { Measures } from "./measures.ts";
export { captureShare, normalisedGini, spearman } from "./ranking.ts";
