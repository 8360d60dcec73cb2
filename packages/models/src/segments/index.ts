/** Micro-segments, the transitions between segments, and how well those were foreseen. */
export { periodDispersion } from "./drift.ts";
export { betaInterval } from "./intervals.ts";
export {
  assignMicroSegments,
  fitMicroSegments,
  type MicroOptions,
  type MicroSegments,
  parentsOfSegments,
} from "./micro-segments.ts";
export { adjustedRand, populationStability, segmentAgreement } from "./stability.ts";
export {
  expectedStock,
  fitTransitions,
  forecastTransitions,
  spreadMatrix,
  staticMatrix,
  type TransitionForecast,
  type TransitionModel,
  type TransitionTable,
  transitionTable,
  withFloor,
} from "./transition-model.ts";
export {
  calibrationError,
  logLosses,
  type RelativeLoss,
  relativeLoss,
  stockError,
} from "./transition-quality.ts";
export {
  type CustomersAt,
  type Features,
  splitLastPair,
  type TransitionSample,
} from "./transition-sample.ts";
