/** What a run says while it parts customers into segments. */
export const segmentStepsEn = {
  segment_rule: "thresholds of macro segments",
  segment_macro: "macro segments at month ends",
  segment_model: "learning micro-segments",
  segment_definition: "rules of micro-segments",
  segment_micro: "micro-segments at month ends",
  segment_week: "moves between segments by week",
  micro_flow: "moves between segments",
  segment_move: "who moved where",
  segment_period: "segments by period",
  transition_model: "learning the moves between segments",
  transition_report: "how well moves were foreseen",
  transition_cell: "transition probabilities",
} as const;
