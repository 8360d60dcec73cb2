import type { feedbackStepsEn } from "./feedback-steps-en.ts";

/** Was ein Lauf sagt, während er liest, was Kunden gesagt haben. */
export const feedbackStepsDe: Readonly<Record<keyof typeof feedbackStepsEn, string>> = {
  feedback_answer: "Antworten in zeitlicher Folge",
  feedback_word: "Wörterbuch der Themen und Stimmungen",
  feedback_mention: "Themen und Stimmungen der Texte",
  feedback_item: "Antworten und die Fälle daraus",
  feedback_customer: "was die wert sind, die sich äußerten",
  feedback_topic_name: "Namen der Themen",
  scorecard: "Zufriedenheit, Treue und Wert je Segment",
  feedback_topic: "Themen nach dem Wert ihrer Kritiker",
  feedback_topic_cell: "Themen je Segment und Zeitraum",
};
