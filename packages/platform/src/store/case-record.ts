import type { SQLOutputValue } from "node:sqlite";

export const CASE_STATES = ["open", "in_work", "solved", "closed"] as const;
/** `closed`: without a result. */
export type CaseState = (typeof CASE_STATES)[number];

/** What people did about a case, or about another thing that has states. */
export type CaseRecord<State extends string = CaseState> = {
  readonly id: string;
  readonly state: State;
  readonly owner: string | null;
  /** Null where the day that the settings lead to holds. */
  readonly dueOn: string | null;
  readonly outcome: string | null;
  /** Grows with every change; 0 before the first. */
  readonly revision: number;
  readonly updatedAt: string;
};

/** `undo` takes a state back. */
export type CaseEventKind = "state" | "owner" | "due" | "outcome" | "note" | "undo";

export type CaseEvent = {
  readonly happenedAt: string;
  readonly kind: CaseEventKind;
  readonly before: string | null;
  /** The text of a note. */
  readonly after: string | null;
  /** What the customer was worth by then; null where it was not known. */
  readonly worth: number | null;
};

const textOf = (cell: SQLOutputValue | undefined) =>
  cell === null || cell === undefined ? null : String(cell);

export function toCaseRecord<State extends string>(
  id: string,
  row: Record<string, SQLOutputValue>,
): CaseRecord<State> {
  return {
    id,
    state: String(row.state) as State,
    owner: textOf(row.owner),
    dueOn: textOf(row.due_on),
    outcome: textOf(row.outcome),
    revision: Number(row.revision),
    updatedAt: String(row.updated_at),
  };
}

export function toCaseEvent(row: Record<string, SQLOutputValue>): CaseEvent {
  return {
    happenedAt: String(row.happened_at),
    kind: String(row.kind) as CaseEventKind,
    before: textOf(row.before),
    after: textOf(row.after),
    worth: row.worth === null ? null : Number(row.worth),
  };
}
