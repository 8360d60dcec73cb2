import type { DatabaseSync } from "node:sqlite";
import {
  type CaseEvent,
  type CaseEventKind,
  type CaseRecord,
  type CaseState,
  toCaseEvent,
  toCaseRecord,
} from "./case-record.ts";
import { StoreError } from "./store-error.ts";

/** What shall be otherwise; what is left out stays, null takes an owner, a day or an outcome away. */
export type CaseChange = {
  readonly state?: CaseState | undefined;
  readonly owner?: string | null | undefined;
  readonly dueOn?: string | null | undefined;
  readonly outcome?: string | null | undefined;
  readonly note?: string | undefined;
};

/** A case as it stands before people touch it, and what its customer is worth now. */
export type CaseBasis = {
  readonly id: string;
  readonly begins: CaseState;
  readonly worth: number | null;
};

/** What people did about cases, with its history. */
export type CaseTable = {
  /** Undefined where nobody touched the case. */
  find(id: string): CaseRecord | undefined;
  /** Every case that was touched. */
  all(): CaseRecord[];
  /** The oldest first. */
  history(id: string): CaseEvent[];
  /** The number of the last change of any case: another one where anything is otherwise. */
  lastEvent(): number;
  /**
   * Changes a case and keeps each change in its history; what is as it was is no change.
   *
   * @param revision of the case as it was read, if others may have changed it since
   * @throws StoreError CASE_CHANGED
   */
  change(basis: CaseBasis, change: CaseChange, revision?: number): CaseRecord;
  /**
   * Takes the last change of the state back, and that one before it at the next call.
   *
   * @throws StoreError CASE_NOTHING_TO_UNDO
   */
  undo(basis: CaseBasis): CaseRecord;
};

const now = () => new Date().toISOString();

export function caseTable(database: DatabaseSync): CaseTable {
  const one = database.prepare("SELECT * FROM cases WHERE case_id = ?");
  const every = database.prepare("SELECT * FROM cases ORDER BY case_id");
  const last = database.prepare("SELECT coalesce(max(event_id), 0) AS event_id FROM case_events");
  const events = database.prepare("SELECT * FROM case_events WHERE case_id = ? ORDER BY event_id");
  const find = (id: string): CaseRecord | undefined => {
    const row = one.get(id);
    return row && toCaseRecord(row);
  };
  const history = (id: string) => events.all(id).map(toCaseEvent);
  const write = writerOf(database);
  const asItIs = ({ id, begins }: CaseBasis): CaseRecord =>
    find(id) ?? { id, state: begins, ...UNTOUCHED, updatedAt: now() };
  return {
    find,
    all: () => every.all().map(toCaseRecord),
    history,
    lastEvent: () => Number(last.get()?.event_id),
    change(basis, change, revision) {
      const before = asItIs(basis);
      if (revision !== undefined && revision !== before.revision) {
        const facts = { id: basis.id, revision: before.revision };
        throw new StoreError("CASE_CHANGED", `Case ${basis.id} was changed meanwhile`, facts);
      }
      const told = eventsOf(before, change);
      if (told.length === 0) return before;
      const { note: _, ...wanted } = change;
      const set = Object.fromEntries(
        Object.entries(wanted).filter(([, value]) => value !== undefined),
      );
      return write({ ...before, ...set }, told, basis.worth);
    },
    undo(basis) {
      const before = asItIs(basis);
      const state = stateToReturnTo(history(basis.id));
      if (!state) {
        const facts = { id: basis.id };
        throw new StoreError(
          "CASE_NOTHING_TO_UNDO",
          `Case ${basis.id} has no state to undo`,
          facts,
        );
      }
      const event = { kind: "undo", before: before.state, after: state } as const;
      return write({ ...before, state }, [event], basis.worth);
    },
  };
}

const UNTOUCHED = { owner: null, dueOn: null, outcome: null, revision: 0 } as const;

type Told = Pick<CaseEvent, "kind" | "before" | "after">;

/** Writes a case and its events, all or nothing. */
function writerOf(database: DatabaseSync) {
  const put = database.prepare(
    `INSERT INTO cases (case_id, state, owner, due_on, outcome, revision, updated_at)
     VALUES (?, ?, ?, ?, ?, 1, ?)
     ON CONFLICT (case_id) DO UPDATE SET state = excluded.state, owner = excluded.owner,
       due_on = excluded.due_on, outcome = excluded.outcome, revision = revision + 1,
       updated_at = excluded.updated_at`,
  );
  const tell = database.prepare(
    `INSERT INTO case_events (case_id, happened_at, kind, before, after, worth)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  return (record: CaseRecord, told: readonly Told[], worth: number | null): CaseRecord => {
    const at = now();
    const { id, state, owner, dueOn, outcome, revision } = record;
    database.exec("BEGIN IMMEDIATE");
    try {
      put.run(id, state, owner, dueOn, outcome, at);
      for (const { kind, before, after } of told) tell.run(id, at, kind, before, after, worth);
      database.exec("COMMIT");
    } catch (error) {
      database.exec("ROLLBACK");
      throw error;
    }
    return { ...record, revision: revision + 1, updatedAt: at };
  };
}

/** What a change tells of itself, in a fixed order. */
function eventsOf(before: CaseRecord, change: CaseChange): Told[] {
  const told: Told[] = [];
  const compare = (kind: CaseEventKind, was: string | null, is: string | null | undefined) => {
    if (is !== undefined && is !== was) told.push({ kind, before: was, after: is });
  };
  compare("state", before.state, change.state);
  compare("owner", before.owner, change.owner);
  compare("due", before.dueOn, change.dueOn);
  compare("outcome", before.outcome, change.outcome);
  if (change.note) told.push({ kind: "note", before: null, after: change.note });
  return told;
}

/** The state before the last change that is not undone yet. */
function stateToReturnTo(events: readonly CaseEvent[]): CaseState | undefined {
  const standing: (string | null)[] = [];
  for (const { kind, before } of events) {
    if (kind === "state") standing.push(before);
    if (kind === "undo") standing.pop();
  }
  return standing.at(-1) as CaseState | undefined;
}
