/** What a run says while it reads what customers said. */
export const feedbackStepsEn = {
  feedback_answer: "answers in the order of time",
  feedback_word: "dictionary of topics and moods",
  feedback_mention: "topics and moods of texts",
  feedback_item: "answers, and the cases they open",
  feedback_customer: "what those who spoke are worth",
  feedback_topic_name: "names of topics",
  scorecard: "satisfaction, loyalty and value by segment",
  feedback_topic: "topics by what their critics are worth",
  feedback_topic_cell: "topics by segment and period",
} as const;
