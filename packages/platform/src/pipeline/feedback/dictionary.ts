import type { Columns } from "../../engines/engine.ts";
import { NEGATIVE, POSITIVE } from "./tone.ts";
import type { FeedbackTopic } from "./topics.ts";

/** The topic of words that tell a mood and no topic. */
const NO_TOPIC = "";

/**
 * The dictionary as the columns of feedback_word: topic, word, what to look for in a text whose
 * words stand between single spaces, and polarity (1 glad, -1 not, 0 a topic).
 */
export function dictionary(topics: readonly FeedbackTopic[]): Columns {
  const entries = [
    ...topics.flatMap(({ topic, words }) => words.map((word) => ({ topic, word, polarity: 0 }))),
    ...POSITIVE.map((word) => ({ topic: NO_TOPIC, word, polarity: 1 })),
    ...NEGATIVE.map((word) => ({ topic: NO_TOPIC, word, polarity: -1 })),
  ];
  return {
    topic: entries.map(({ topic }) => topic),
    word: entries.map(({ word }) => word),
    pattern: entries.map(({ word }) => patternOf(word)),
    polarity: Float64Array.from(entries, ({ polarity }) => polarity),
  };
}

/** `liefer*` begins a word, `*qualität` ends one, `app` is a whole one. */
function patternOf(word: string): string {
  const bare = word.toLowerCase().replaceAll("*", "").trim().replaceAll(/\s+/g, " ");
  return `${word.startsWith("*") ? "" : " "}${bare}${word.endsWith("*") ? "" : " "}`;
}
