import type { Engine, Row } from "../../engines/engine.ts";
import type { CaseEvent, CaseRecord } from "../../store/case-record.ts";
import type { CaseChange, WorkTable } from "../../store/case-table.ts";
import type { TopicState, TopicTable } from "../../store/topic-table.ts";
import { PipelineError } from "../pipeline-error.ts";
import { readTopicNames } from "./read-feedback.ts";

/** What people decided about a topic; open, and of nobody, where they have not. */
export type Improvement = Pick<
  CaseRecord<TopicState>,
  "state" | "owner" | "dueOn" | "outcome" | "revision"
>;

/** A topic with what people do about it. */
export type TopicView = {
  /** topic, name_de, name_en */
  readonly name: Row;
  readonly improvement: Improvement;
  /** The oldest first. */
  readonly history: readonly CaseEvent[];
  /** The CLV at risk now; null where too few critics stand behind it. */
  readonly worth: number | null;
  /** The CLV at risk when the topic was last done; null where it is not, or nobody could know. */
  readonly worthWhenDone: number | null;
};

const UNTOUCHED: Improvement = {
  state: "open",
  owner: null,
  dueOn: null,
  outcome: null,
  revision: 0,
};

/** How far a topic has come. */
export function improvementOf(store: TopicTable, topic: string): Improvement {
  return store.find(topic) ?? UNTOUCHED;
}

/** @throws PipelineError TOPIC_UNKNOWN */
export async function readTopic(
  engine: Engine,
  store: TopicTable,
  topic: string,
): Promise<TopicView> {
  const name = await requireTopic(engine, topic);
  const improvement = improvementOf(store, topic);
  const history = store.history(topic);
  const done = history.findLast(({ after }) => after === "done");
  return {
    name,
    improvement,
    history,
    worth: await readWorth(engine, topic),
    worthWhenDone: improvement.state === "done" ? (done?.worth ?? null) : null,
  };
}

/**
 * Changes what is done about a topic, and keeps the CLV at risk beside the change.
 *
 * @param revision of the topic as it was read, if others may have changed it since
 * @throws PipelineError TOPIC_UNKNOWN; StoreError TOPIC_CHANGED
 */
export async function changeTopic(
  engine: Engine,
  store: TopicTable,
  topic: string,
  change: CaseChange<TopicState>,
  revision?: number,
): Promise<TopicView> {
  await requireTopic(engine, topic);
  store.change(await basisOf(engine, topic), change, revision);
  return readTopic(engine, store, topic);
}

/** @throws PipelineError TOPIC_UNKNOWN; StoreError TOPIC_NOTHING_TO_UNDO */
export async function undoTopic(
  engine: Engine,
  store: TopicTable,
  topic: string,
): Promise<TopicView> {
  await requireTopic(engine, topic);
  store.undo(await basisOf(engine, topic));
  return readTopic(engine, store, topic);
}

async function requireTopic(engine: Engine, topic: string): Promise<Row> {
  const names = await readTopicNames(engine);
  const found = names.find((row) => row.topic === topic);
  if (found) return found;
  const known = names.map((row) => row.topic);
  throw new PipelineError("TOPIC_UNKNOWN", `There is no topic ${topic}`, { topic, known });
}

async function basisOf(
  engine: Engine,
  topic: string,
): Promise<Parameters<WorkTable<TopicState>["undo"]>[0]> {
  return { id: topic, begins: "open", worth: await readWorth(engine, topic) };
}

async function readWorth(engine: Engine, topic: string): Promise<number | null> {
  if (!(await engine.hasTable("feedback_topic"))) return null;
  const [row] = await engine.rows("SELECT worth FROM feedback_topic WHERE topic = $topic", {
    topic,
  });
  return typeof row?.worth === "number" ? row.worth : null;
}
