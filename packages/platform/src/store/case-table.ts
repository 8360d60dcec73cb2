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
export type CaseChange<State extends string = CaseState> = {
  readonly state?: State | undefined;
  readonly owner?: string | null | undefined;
  readonly dueOn?: string | null | undefined;
  readonly outcome?: string | null | undefined;
  readonly note?: string | undefined;
};

/** A case as it stands before people touch it, and what its customer is worth now. */
export type CaseBasis<State extends string = CaseState> = {
  readonly id: string;
  readonly begins: State;
  readonly worth: number | null;
};

/** What people did about cases, with its history. */
export type CaseTable = WorkTable<CaseState>;

/** What people did about things that have states, an owner and a day, with its history. */
export type WorkTable<State extends string> = {
  /** Undefined where nobody touched the case. */
  find(id: string): CaseRecord<State> | undefined;
  /** Every case that was touched. */
  all(): CaseRecord<State>[];
  /** The oldest first. */
  history(id: string): CaseEvent[];
  /** The number of the last change of any case: another one where anything is otherwise. */
  lastEvent(): number;
  /**
   * Changes a case and keeps each change in its history; what is as it was is no change.
   *
   * @param revision of the case as it was read, if others may have changed it since
   * @throws StoreError CASE_CHANGED, TOPIC_CHANGED
   */
  change(basis: CaseBasis<State>, change: CaseChange<State>, revision?: number): CaseRecord<State>;
  /**
   * Takes the last change of the state back, and that one before it at the next call.
   *
   * @throws StoreError CASE_NOTHING_TO_UNDO, TOPIC_NOTHING_TO_UNDO
   */
  undo(basis: CaseBasis<State>): CaseRecord<State>;
};

const now = () => new Date().toISOString();

/** Which tables hold it, and how what is refused is called. */
type Names = {
  readonly records: string;
  readonly events: string;
  readonly key: string;
  changed(id: string, revision: number): StoreError;
  nothingToUndo(id: string): StoreError;
};

export function caseTable(database: DatabaseSync): CaseTable {
  return workTable(database, {
    records: "cases",
    events: "case_events",
    key: "case_id",
    changed: (id, revision) =>
      new StoreError("CASE_CHANGED", `Case ${id} was changed meanwhile`, { id, revision }),
    nothingToUndo: (id) =>
      new StoreError("CASE_NOTHING_TO_UNDO", `Case ${id} has no state to undo`, { id }),
  });
}

export function workTable<State extends string>(
  database: DatabaseSync,
  names: Names,
): WorkTable<State> {
  const { records, events: told, key } = names;
  const one = database.prepare(`SELECT * FROM ${records} WHERE ${key} = ?`);
  const every = database.prepare(`SELECT * FROM ${records} ORDER BY ${key}`);
  const last = database.prepare(`SELECT coalesce(max(event_id), 0) AS event_id FROM ${told}`);
  const events = database.prepare(`SELECT * FROM ${told} WHERE ${key} = ? ORDER BY event_id`);
  const find = (id: string): CaseRecord<State> | undefined => {
    const row = one.get(id);
    return row && toCaseRecord(id, row);
  };
  const history = (id: string) => events.all(id).map(toCaseEvent);
  const write = writerOf<State>(database, names);
  const asItIs = ({ id, begins }: CaseBasis<State>): CaseRecord<State> =>
    find(id) ?? { id, state: begins, ...UNTOUCHED, updatedAt: now() };
  return {
    find,
    all: () => every.all().map((row) => toCaseRecord(String(row[key]), row)),
    history,
    lastEvent: () => Number(last.get()?.event_id),
    change(basis, change, revision) {
      const before = asItIs(basis);
      if (revision !== undefined && revision !== before.revision) {
        throw names.changed(basis.id, before.revision);
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
      const state = stateToReturnTo<State>(history(basis.id));
      if (!state) throw names.nothingToUndo(basis.id);
      const event = { kind: "undo", before: before.state, after: state } as const;
      return write({ ...before, state }, [event], basis.worth);
    },
  };
}

const UNTOUCHED = { owner: null, dueOn: null, outcome: null, revision: 0 } as const;

type Told = Pick<CaseEvent, "kind" | "before" | "after">;

/** Writes a record and its events, all or nothing. */
function writerOf<State extends string>(database: DatabaseSync, { records, events, key }: Names) {
  const put = database.prepare(
    `INSERT INTO ${records} (${key}, state, owner, due_on, outcome, revision, updated_at)
     VALUES (?, ?, ?, ?, ?, 1, ?)
     ON CONFLICT (${key}) DO UPDATE SET state = excluded.state, owner = excluded.owner,
       due_on = excluded.due_on, outcome = excluded.outcome, revision = revision + 1,
       updated_at = excluded.updated_at`,
  );
  const tell = database.prepare(
    `INSERT INTO ${events} (${key}, happened_at, kind, before, after, worth)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  return (
    record: CaseRecord<State>,
    told: readonly Told[],
    worth: number | null,
  ): CaseRecord<State> => {
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
function eventsOf(before: CaseRecord<string>, change: CaseChange<string>): Told[] {
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
function stateToReturnTo<State extends string>(events: readonly CaseEvent[]): State | undefined {
  const standing: (string | null)[] = [];
  for (const { kind, before } of events) {
    if (kind === "state") standing.push(before);
    if (kind === "undo") standing.pop();
  }
  return standing.at(-1) as State | undefined;
}
