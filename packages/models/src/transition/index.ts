/** The transition method: `panelOf` histories, `fit`, `predict`. */
export type { Target } from "./base-view.ts";
export { type Activity, type Panel, type PanelShape, panelOf } from "./panel.ts";
export { TENURES } from "./score-engine.ts";
export { type HorizonCost, type ServiceCost, serviceCosts } from "./service-cost.ts";
export { type Fallback, fit, type TransitionFit } from "./transition.ts";
export {
  type HorizonForecast,
  predict,
  type TargetForecast,
  type TransitionForecast,
} from "./transition-forecast.ts";
