/** Early warnings: risks and what drives them, how good they were, and what is out of the ordinary. */
export {
  type ChartOptions,
  type ChartPoint,
  controlChart,
} from "./control-chart.ts";
export type { CountSequences } from "./count-sequences.ts";
export * as hiddenMarkov from "./hidden-markov.ts";
export * as logisticRegression from "./logistic.ts";
export { type MatchedCells, type MatchedEffect, matchedEffect } from "./matched-effect.ts";
export {
  compareRankings,
  type RankingComparison,
  type RankingMeasures,
  type RankingOptions,
  type RankingQuality,
} from "./ranking-quality.ts";
