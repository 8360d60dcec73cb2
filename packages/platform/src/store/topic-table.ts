import type { DatabaseSync } from "node:sqlite";
import { type WorkTable, workTable } from "./case-table.ts";
import { StoreError } from "./store-error.ts";

export const TOPIC_STATES = ["open", "planned", "in_work", "done"] as const;
/** How far the improvement of what a topic is about has come; open: nobody has decided yet. */
export type TopicState = (typeof TOPIC_STATES)[number];

/** What people do about topics of feedback, by the topic's name. */
export type TopicTable = WorkTable<TopicState>;

export function topicTable(database: DatabaseSync): TopicTable {
  return workTable(database, {
    records: "topics",
    events: "topic_events",
    key: "topic",
    changed: (id, revision) =>
      new StoreError("TOPIC_CHANGED", `The topic ${id} was changed meanwhile`, { id, revision }),
    nothingToUndo: (id) =>
      new StoreError("TOPIC_NOTHING_TO_UNDO", `The topic ${id} has no state to undo`, { id }),
  });
}
