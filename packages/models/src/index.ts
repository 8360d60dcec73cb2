export * as betaDiscreteWeibull from "./beta-discrete-weibull.ts";
export * as bgBb from "./bg-bb.ts";
export { bgCnbdK } from "./bg-cnbd-k.ts";
export type { RegularFit, RegularFitOptions, RegularSummary } from "./bg-cnbd-k-fit.ts";
export { bgNbd } from "./bg-nbd.ts";
export type { BetaGeometricParams } from "./bg-nbd-likelihood.ts";
export type { BetaGeometricModel } from "./bg-nbd-model.ts";
export * as calendar from "./calendar.ts";
export {
  type CovariateModel,
  type CovariateParams,
  type Covariates,
  fitWithCovariates,
  predictWithCovariates,
} from "./covariates.ts";
export type { CustomerSummary } from "./customer-summary.ts";
export type { Band } from "./delta-method.ts";
export * as discounting from "./discounting.ts";
export { ModelError, type ModelErrorCode } from "./errors.ts";
export * as evaluation from "./evaluation/index.ts";
export type { Fit, FitOptions, ParameterScale } from "./fit.ts";
export type { FitWarning } from "./fit-warnings.ts";
export * as gammaGamma from "./gamma-gamma.ts";
export {
  type AnyFit,
  type Comparison,
  compareModels,
  expectedTracking,
  type FrequencyModel,
  type FrequencyTest,
  frequencyTest,
  likelihoodRatioTest,
  type TrackingModel,
} from "./goodness-of-fit.ts";
export * as kaplanMeier from "./kaplan-meier.ts";
export type { Cohort, Lifetimes, RetentionData } from "./lifetime-data.ts";
export * as exponentialLifetime from "./lifetime-exponential.ts";
export * as weibullLifetime from "./lifetime-weibull.ts";
export { mbgCnbdK } from "./mbg-cnbd-k.ts";
export { mbgNbd } from "./mbg-nbd.ts";
export * as paretoNbd from "./pareto-nbd.ts";
export {
  type CountModel,
  type PurchaseIntervals,
  purchaseIntervals,
} from "./purchase-intervals.ts";
export { parameterPoints, sampleParameters } from "./sample-parameters.ts";
export * as segments from "./segments/index.ts";
export * as shiftedBetaGeometric from "./shifted-beta-geometric.ts";
export type { Simulation, SimulationOptions } from "./simulation.ts";
export { type SpendCorrelation, spendFrequencyCorrelation } from "./spend-correlation.ts";
export * as spendShrinkage from "./spend-shrinkage.ts";
export type { SpendSummary } from "./spend-summary.ts";
export * as traditional from "./traditional.ts";
export {
  type CredibilityHierarchy,
  type StateSums,
  shrinkMeans,
} from "./transition/credibility-hierarchy.ts";
export { type DirichletHierarchy, shrinkCounts } from "./transition/dirichlet-hierarchy.ts";
export * as transition from "./transition/index.ts";
export * as regressionForest from "./trees/regression-forest.ts";
export * as regressionTree from "./trees/regression-tree.ts";
export type { RegressionTree, TreeNode } from "./trees/tree.ts";
export * as warnings from "./warnings/index.ts";
