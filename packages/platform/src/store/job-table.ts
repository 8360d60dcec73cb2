import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { type JobKind, type JobRecord, toJobRecord } from "./job-record.ts";
import { StoreError } from "./store-error.ts";

export type JobChange = Partial<
  Pick<JobRecord, "state" | "progress" | "result" | "error" | "startedAt" | "finishedAt">
>;

/** The table of jobs. Every change raises the job's revision. */
export type JobTable = {
  insert(kind: JobKind, request: Record<string, unknown>): JobRecord;
  /** @throws StoreError JOB_UNKNOWN */
  get(id: string): JobRecord;
  /** Latest first. */
  list(limit: number): JobRecord[];
  nextQueued(): JobRecord | undefined;
  running(): JobRecord[];
  update(id: string, change: JobChange): JobRecord;
};

const now = () => new Date().toISOString();
const json = (value: unknown) => (value == null ? null : JSON.stringify(value));

export function jobTable(database: DatabaseSync): JobTable {
  const select = (clause: string) => database.prepare(`SELECT * FROM jobs ${clause}`);
  // rowid is the order of arrival: two jobs may share a millisecond.
  const latest = select("ORDER BY rowid DESC LIMIT ?");
  const one = select("WHERE id = ?");
  const oldestQueued = select("WHERE state = 'queued' ORDER BY rowid LIMIT 1");
  const allRunning = select("WHERE state = 'running'");
  const add = database.prepare(
    `INSERT INTO jobs (id, kind, state, revision, request, result, created_at)
     VALUES (?, ?, 'queued', 1, ?, '{}', ?)`,
  );
  const change = database.prepare(
    `UPDATE jobs SET state = ?, progress = ?, result = ?, error = ?, started_at = ?,
     finished_at = ?, revision = revision + 1 WHERE id = ?`,
  );
  const get = (id: string): JobRecord => {
    const row = one.get(id);
    if (!row) throw new StoreError("JOB_UNKNOWN", `There is no job ${id}`, { id });
    return toJobRecord(row);
  };
  return {
    get,
    insert(kind, request) {
      const id = randomUUID();
      add.run(id, kind, JSON.stringify(request), now());
      return get(id);
    },
    list: (limit) => latest.all(limit).map(toJobRecord),
    nextQueued() {
      const row = oldestQueued.get();
      return row && toJobRecord(row);
    },
    running: () => allRunning.all().map(toJobRecord),
    update(id, changes) {
      const { state, progress, result, error, startedAt, finishedAt } = { ...get(id), ...changes };
      const texts = [json(progress), json(result), json(error)] as const;
      change.run(state, ...texts, startedAt, finishedAt, id);
      return get(id);
    },
  };
}
