/** Micro-segments, the transitions between segments, and how well those were foreseen. */
export {
  assignMicroSegments,
  fitMicroSegments,
  type MicroOptions,
  type MicroSegments,
  parentsOfSegments,
} from "./micro-segments.ts";
export {
  expectedStock,
  fitTransitions,
  forecastTransitions,
  spreadMatrix,
  staticMatrix,
  type TransitionForecast,
  type TransitionModel,
  type TransitionTable,
  withFloor,
} from "./transition-model.ts";
export {
  calibrationError,
  logLosses,
  type RelativeLoss,
  relativeLoss,
  stockError,
} from "./transition-quality.ts";
export type { CustomersAt, Features, TransitionSample } from "./transition-sample.ts";
