import { type Cut, readCut } from "../../figures/figures-search.ts";
import type { Raw } from "../../view.ts";

export const VIEWS = ["figures", "inbox", "cases"] as const;
export const KINDS = ["nps", "csat", "review"] as const;
export const SCORES = ["good", "middling", "bad", "none"] as const;
export const MOODS = ["positive", "neutral", "negative", "unknown"] as const;
export const CLASSES = ["A", "B", "C"] as const;

/** Whose topics are ranked, and over how long a time. */
export const GROUPINGS = ["all", "segment", "value_class"] as const;
export const SPANS = ["month", "quarter", "year"] as const;

/** What narrows the inbox down. */
type InboxSearch = {
  readonly kind?: (typeof KINDS)[number];
  readonly score?: (typeof SCORES)[number];
  readonly mood?: (typeof MOODS)[number];
  readonly topic?: string;
  readonly segment?: string;
  readonly valueClass?: (typeof CLASSES)[number];
  readonly from?: string;
  readonly until?: string;
};

/** Key figures, the inbox or the cases; one of them; and what is looked at there. */
export type FeedbackSearch = Cut &
  InboxSearch & {
    readonly period?: "month" | "year" | "total";
    readonly view?: "inbox" | "cases";
    readonly case?: string;
    readonly quarter?: string;
    /** The topic that is worked on. */
    readonly about?: string;
    readonly grouping?: "segment" | "value_class";
    readonly span?: "month" | "year";
    /** The first day of the period whose topics are ranked. */
    readonly start?: string;
  };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readFeedbackSearch(raw: Raw): FeedbackSearch {
  const oneOf = <T extends string>(name: string, known: readonly T[]) => {
    const found = known.find((each) => each === raw[name]);
    return found ? { [name]: found } : {};
  };
  const text = (name: string, longest: number) => {
    const value = raw[name];
    return typeof value === "string" && value ? { [name]: value.slice(0, longest) } : {};
  };
  const day = (name: string) => {
    const value = String(raw[name] ?? "");
    return DAY.test(value) && !Number.isNaN(Date.parse(value)) ? { [name]: value } : {};
  };
  return {
    ...readCut(raw),
    ...oneOf("period", ["month", "year", "total"]),
    ...oneOf("view", ["inbox", "cases"]),
    ...oneOf("kind", KINDS),
    ...oneOf("score", SCORES),
    ...oneOf("mood", MOODS),
    ...oneOf("valueClass", CLASSES),
    ...text("topic", 40),
    ...text("segment", 60),
    ...text("case", 1200),
    ...text("about", 40),
    ...oneOf("grouping", ["segment", "value_class"]),
    ...oneOf("span", ["month", "year"]),
    ...day("start"),
    ...day("quarter"),
    ...day("from"),
    ...day("until"),
  };
}
