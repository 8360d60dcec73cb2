import type { Engine, Parameters, Row } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import type { CaseEvent, CaseState } from "../../store/case-record.ts";
import type { CaseChange, CaseTable } from "../../store/case-table.ts";
import { PipelineError } from "../pipeline-error.ts";
import { type FeedbackItem, readTopicNames, readWords, requireFeedback } from "./read-feedback.ts";

/** Which cases are wanted; what is left out is not narrowed down. */
export type CaseFilter = {
  readonly state?: CaseState | undefined;
  /** Open or in work, and due before this ISO day. */
  readonly dueBefore?: string | undefined;
  readonly customer?: string | undefined;
};

/** The place of a case in the list: what its page ended with. */
export type CasePlace = { readonly due: string; readonly id: string };

/** Rows have the columns of sql/feedback/read/cases. */
export type CasePage = {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly next: CasePlace | undefined;
};

const CASES = readSql("feedback/read/cases");

/** All cases of a filter, those that are due first on top. */
export function casesQuery(filter: CaseFilter): { sql: string; parameters: Parameters } {
  const { state, dueBefore, customer } = filter;
  const conditions = [
    ...(state ? ["case_state = $state"] : []),
    ...(dueBefore
      ? ["case_state IN ('open', 'in_work') AND due_on < CAST($due_before AS DATE)"]
      : []),
    ...(customer === undefined ? [] : ["customer_id = $customer"]),
  ];
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : "";
  return {
    sql: `SELECT * FROM (${CASES}) AS cases${where} ORDER BY due_on, case_id`,
    parameters: {
      ...(state ? { state } : {}),
      ...(dueBefore ? { due_before: dueBefore } : {}),
      ...(customer === undefined ? {} : { customer }),
    },
  };
}

/**
 * A page of cases, those that are due first on top; of settled ones the latest.
 *
 * @throws PipelineError NO_RUN_YET
 */
export async function readCases(
  engine: Engine,
  store: CaseTable,
  filter: CaseFilter,
  { after, limit }: { readonly after?: CasePlace | undefined; readonly limit: number },
): Promise<CasePage> {
  await requireFeedback(engine, store);
  const { sql, parameters } = casesQuery(filter);
  const isSettled = filter.state === "solved" || filter.state === "closed";
  const [direction, beyond] = isSettled ? ["DESC", "<"] : ["ASC", ">"];
  const due = "due_on = CAST($after_due AS DATE)";
  const further = after
    ? ` WHERE due_on ${beyond} CAST($after_due AS DATE) OR (${due} AND case_id ${beyond} $after_id)`
    : "";
  const rows = await engine.rows(
    `SELECT * FROM (${sql}) AS listed${further}
     ORDER BY due_on ${direction}, case_id ${direction} LIMIT ${Math.trunc(limit) + 1}`,
    { ...parameters, ...(after ? { after_due: after.due, after_id: after.id } : {}) },
  );
  const [counted] = await engine.rows(
    `SELECT CAST(count(*) AS DOUBLE) AS n FROM (${sql}) AS listed`,
    parameters,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown,
    total: Number(counted?.n),
    next:
      rows.length > limit && last
        ? { due: String(last.due_on), id: String(last.case_id) }
        : undefined,
  };
}

/** A case with all that is known of it. */
export type CaseView = {
  readonly row: Row;
  readonly item: FeedbackItem;
  /** Names of every topic there is. */
  readonly topicNames: readonly Row[];
  readonly history: readonly CaseEvent[];
  /** What the customer was worth when the case was last settled; null where nobody could know. */
  readonly worthWhenSettled: number | null;
  /** Worth at month ends, from the one before the answer on, as the ranks tell it. */
  readonly course: readonly Row[];
};

/** @throws PipelineError NO_RUN_YET, CASE_UNKNOWN */
export async function readCase(engine: Engine, store: CaseTable, id: string): Promise<CaseView> {
  const row = await requireCase(engine, store, id);
  const [answer] = await engine.rows(
    readSql("feedback/read/items").replace(
      "FROM items_of_filter",
      "FROM (SELECT answer_no FROM feedback_item WHERE answer_no = $answer_no)",
    ),
    { answer_no: Number(row.answer_no) },
  );
  const words = await readWords(engine, [row]);
  const history = store.history(id);
  const settled = history.findLast(({ after }) => after === "solved" || after === "closed");
  const isSettled = row.case_state === "solved" || row.case_state === "closed";
  return {
    row,
    topicNames: await readTopicNames(engine),
    item: { row: answer ?? {}, ...words(Number(row.answer_no)) },
    history,
    worthWhenSettled: isSettled ? (settled?.worth ?? null) : null,
    course: await readCourse(engine, row),
  };
}

async function requireCase(engine: Engine, store: CaseTable, id: string): Promise<Row> {
  await requireFeedback(engine, store);
  const [row] = await engine.rows(`SELECT * FROM (${CASES}) AS cases WHERE case_id = $id LIMIT 1`, {
    id,
  });
  if (row) return row;
  throw new PipelineError("CASE_UNKNOWN", `There is no case ${id}`, { id });
}

async function readCourse(engine: Engine, { customer_id, given_on }: Row): Promise<readonly Row[]> {
  if (customer_id === null || !(await engine.hasTable("customer_rank"))) return [];
  return engine.rows(
    `SELECT period_end, worth FROM customer_rank
     WHERE customer_id = $customer AND worth IS NOT NULL AND period_end >= (
       SELECT coalesce(max(period_end), CAST($given AS DATE)) FROM customer_rank
       WHERE customer_id = $customer AND period_end <= CAST($given AS DATE))
     ORDER BY period_end`,
    { customer: customer_id as string, given: given_on as string },
  );
}

/**
 * Changes a case, and keeps what its customer is worth now beside the change.
 *
 * @param revision of the case as it was read, if others may have changed it since
 * @throws PipelineError NO_RUN_YET, CASE_UNKNOWN; StoreError CASE_CHANGED
 */
export async function changeCase(
  engine: Engine,
  store: CaseTable,
  id: string,
  change: CaseChange,
  revision?: number,
): Promise<CaseView> {
  store.change(basisOf(await requireCase(engine, store, id)), change, revision);
  return readCase(engine, store, id);
}

/** @throws PipelineError NO_RUN_YET, CASE_UNKNOWN; StoreError CASE_NOTHING_TO_UNDO */
export async function undoCase(engine: Engine, store: CaseTable, id: string): Promise<CaseView> {
  store.undo(basisOf(await requireCase(engine, store, id)));
  return readCase(engine, store, id);
}

function basisOf({ case_id, begins, worth }: Row) {
  return {
    id: String(case_id),
    begins: String(begins) as CaseState,
    worth: worth as number | null,
  };
}
