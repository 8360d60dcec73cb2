import { EventEmitter } from "node:events";
import {
  isFinished,
  type JobFailure,
  type JobKind,
  type JobProgress,
  type JobRecord,
  type JobState,
} from "./job-record.ts";
import type { JobChange, JobTable } from "./job-table.ts";
import { StoreError } from "./store-error.ts";

type JobContext = {
  readonly signal: AbortSignal;
  report(progress: JobProgress): void;
};
/** Does the work of one kind of job and returns what the job's `result` shall hold. */
export type JobHandler = (
  request: Record<string, unknown>,
  context: JobContext,
) => Promise<Record<string, unknown>>;

export type JobRunnerOptions = {
  readonly table: JobTable;
  readonly handlers: Readonly<Record<JobKind, JobHandler>>;
  /** Turns what a handler threw into what the job keeps of it. */
  readonly describe: (error: unknown) => JobFailure;
};

/** Works off jobs one after another, in the order they came. */
export type JobRunner = {
  start(kind: JobKind, request: Record<string, unknown>): JobRecord;
  /** @throws StoreError JOB_UNKNOWN, JOB_FINISHED */
  cancel(id: string): JobRecord;
  /** Calls `listener` at every change of a job until the returned function is called. */
  subscribe(id: string, listener: (job: JobRecord) => void): () => void;
  /** Stops the running job, which then counts as interrupted, and waits until it has ended. */
  close(): Promise<void>;
};

const INTERRUPTED: JobFailure = {
  code: "JOB_INTERRUPTED",
  title: "The server stopped while the job was running",
  status: 409,
};
/** Progress inside one step is kept at most this often; a change of step always is. */
const PROGRESS_INTERVAL_MS = 100;

/** Makes the runner, declares jobs that a dead server left behind failed, goes on with the rest. */
export function createJobRunner(options: JobRunnerOptions): JobRunner {
  const { table } = options;
  const changes = new EventEmitter().setMaxListeners(0);
  const update = (id: string, change: JobChange): JobRecord => {
    const job = table.update(id, change);
    changes.emit(id, job);
    return job;
  };
  for (const { id } of table.running()) update(id, ended("failed", INTERRUPTED));
  const queue = createQueue(options, update);
  queue.wake();
  return {
    start(kind, request) {
      const job = table.insert(kind, request);
      queue.wake();
      return job;
    },
    cancel(id) {
      const job = table.get(id);
      if (isFinished(job)) throw new StoreError("JOB_FINISHED", `Job ${id} has ended`, { id });
      return queue.abort(id) ? job : update(id, ended("cancelled"));
    },
    subscribe(id, listener) {
      changes.on(id, listener);
      return () => changes.off(id, listener);
    },
    close: queue.close,
  };
}

type Update = (id: string, change: JobChange) => JobRecord;

/** Takes queued jobs one by one; `abort` answers whether that job was the one under way. */
function createQueue(options: JobRunnerOptions, update: Update) {
  const { table, handlers, describe } = options;
  let current: { id: string; controller: AbortController; work: Promise<void> } | undefined;
  let closing = false;

  const work = async ({ id, kind, request }: JobRecord, signal: AbortSignal): Promise<void> => {
    const report = throttled((progress) => update(id, { progress }));
    try {
      const result = await handlers[kind](request, { signal, report });
      update(id, { ...ended("done"), result });
    } catch (error) {
      if (closing) update(id, ended("failed", INTERRUPTED));
      else if (signal.aborted) update(id, ended("cancelled"));
      else update(id, ended("failed", describe(error)));
    }
  };
  const next = (): void => {
    if (current || closing) return;
    const job = table.nextQueued();
    if (!job) return;
    const controller = new AbortController();
    const running = update(job.id, { state: "running", startedAt: new Date().toISOString() });
    current = { id: job.id, controller, work: Promise.resolve() };
    current.work = work(running, controller.signal).finally(() => {
      current = undefined;
      next();
    });
  };
  return {
    wake: () => queueMicrotask(next),
    abort(id: string): boolean {
      if (current?.id !== id) return false;
      current.controller.abort();
      return true;
    },
    async close(): Promise<void> {
      closing = true;
      current?.controller.abort();
      await current?.work;
    },
  };
}

function ended(state: JobState, error: JobFailure | null = null): JobChange {
  return { state, error, progress: null, finishedAt: new Date().toISOString() };
}

function throttled(keep: (progress: JobProgress) => void): (progress: JobProgress) => void {
  let step = -1;
  let keptAt = 0;
  return (progress) => {
    const now = Date.now();
    if (progress.index === step && now - keptAt < PROGRESS_INTERVAL_MS) return;
    step = progress.index;
    keptAt = now;
    keep(progress);
  };
}
