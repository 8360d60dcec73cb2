/** What a run says while it parts customers into segments. */
export const segmentStepsEn = {
  segment_rule: "thresholds of macro segments",
  segment_macro: "macro segments at month ends",
} as const;
