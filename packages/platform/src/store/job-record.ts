import type { SQLOutputValue } from "node:sqlite";

export type JobKind = "import" | "run";
export type JobState = "queued" | "running" | "done" | "failed" | "cancelled";

export type JobProgress = {
  readonly step: string;
  /** Place of the step, from 1, among `total`. */
  readonly index: number;
  readonly total: number;
  /** Share of the step that is done, or null where it is not known. */
  readonly share: number | null;
};

/** Why a job failed, in the shape of the API's Problem. */
export type JobFailure = {
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly details?: Record<string, unknown>;
};

export type JobRecord = {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: JobState;
  /** Grows with every change. */
  readonly revision: number;
  readonly request: Record<string, unknown>;
  readonly progress: JobProgress | null;
  readonly result: Record<string, unknown>;
  readonly error: JobFailure | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
};

export function isFinished(job: JobRecord): boolean {
  return job.state !== "queued" && job.state !== "running";
}

/** A row of the table jobs as a record. */
export function toJobRecord(row: Record<string, SQLOutputValue>): JobRecord {
  const json = (name: string) => JSON.parse(String(row[name] ?? "null"));
  const text = (name: string) => (row[name] === null ? null : String(row[name]));
  return {
    id: String(row.id),
    kind: String(row.kind) as JobKind,
    state: String(row.state) as JobState,
    revision: Number(row.revision),
    request: json("request"),
    progress: json("progress"),
    result: json("result"),
    error: json("error"),
    createdAt: String(row.created_at),
    startedAt: text("started_at"),
    finishedAt: text("finished_at"),
  };
}
