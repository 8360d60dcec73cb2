import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { isFinished, type JobRecord } from "./job-record.ts";
import { createJobRunner, type JobHandler, type JobRunner } from "./job-runner.ts";
import { openStore, type Store } from "./store.ts";

const describe = (error: unknown) => ({
  code: "INTERNAL",
  title: (error as Error).message,
  status: 500,
});
const opened: { store: Store; runner: JobRunner }[] = [];

function start(directory: string, handlers: { run: JobHandler; import?: JobHandler }) {
  const store = openStore(directory);
  const runner = createJobRunner({
    table: store.jobs,
    handlers: { import: handlers.run, ...handlers },
    describe,
  });
  const pair = { store, runner };
  opened.push(pair);
  return pair;
}

afterEach(async () => {
  for (const { store, runner } of opened.splice(0)) {
    await runner.close();
    store.close();
  }
});

/** Waits for the end of a job. */
function end({ store, runner }: { store: Store; runner: JobRunner }, id: string) {
  return new Promise<JobRecord>((resolve) => {
    const leave = runner.subscribe(id, (job) => {
      if (!isFinished(job)) return;
      leave();
      resolve(job);
    });
    const job = store.jobs.get(id);
    if (isFinished(job)) resolve(job);
  });
}

/** A handler that waits until it is stopped. */
const untilStopped: JobHandler = (_request, { signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Error("stopped")));
  });

test("jobs run one at a time, in the order they came, and keep their results", async () => {
  let running = 0;
  const order: unknown[] = [];
  const pair = start(":memory:", {
    run: async (request) => {
      running += 1;
      expect(running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      order.push(request.n);
      return { n: request.n };
    },
  });
  const jobs = [1, 2, 3].map((n) => pair.runner.start("run", { n }));
  expect(jobs.map((job) => job.state)).toEqual(["queued", "queued", "queued"]);
  const done = await Promise.all(jobs.map((job) => end(pair, job.id)));
  expect(order).toEqual([1, 2, 3]);
  expect(done.map((job) => job.state)).toEqual(["done", "done", "done"]);
  expect(done[2]?.result).toEqual({ n: 3 });
});

test("a failure keeps its code and the next job runs", async () => {
  const pair = start(":memory:", {
    run: async (request) => {
      if (request.fail) throw new Error("no");
      return {};
    },
  });
  const bad = pair.runner.start("run", { fail: true });
  const good = pair.runner.start("run", {});
  expect(await end(pair, bad.id)).toMatchObject({
    state: "failed",
    error: { code: "INTERNAL", title: "no" },
  });
  expect((await end(pair, good.id)).state).toBe("done");
});

test("progress reaches subscribers with growing revisions", async () => {
  const seen: JobRecord[] = [];
  const pair = start(":memory:", {
    run: async (_request, { report }) => {
      for (const index of [0, 1, 2]) report({ step: `s${index}`, index, total: 3, share: null });
      return {};
    },
  });
  const job = pair.runner.start("run", {});
  pair.runner.subscribe(job.id, (change) => seen.push(change));
  await end(pair, job.id);
  expect(seen.map((change) => change.progress?.step)).toEqual([
    undefined,
    "s0",
    "s1",
    "s2",
    undefined,
  ]);
  expect(seen.map((change) => change.revision)).toEqual([2, 3, 4, 5, 6]);
});

test("a running job stops when cancelled, a queued one never starts", async () => {
  const pair = start(":memory:", { run: untilStopped });
  const running = pair.runner.start("run", {});
  const queued = pair.runner.start("run", {});
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(pair.runner.cancel(queued.id).state).toBe("cancelled");
  pair.runner.cancel(running.id);
  expect((await end(pair, running.id)).state).toBe("cancelled");
  expect(pair.store.jobs.get(queued.id).startedAt).toBeNull();
  expect(() => pair.runner.cancel(running.id)).toThrow(
    expect.objectContaining({ code: "JOB_FINISHED" }),
  );
  expect(() => pair.runner.cancel("nobody")).toThrow(
    expect.objectContaining({ code: "JOB_UNKNOWN" }),
  );
});

test("after a restart an interrupted job has failed and a queued one goes on", async () => {
  const directory = mkdtempSync(join(tmpdir(), "kundenwert-store-"));
  try {
    // What a killed server leaves: one row running, one queued, and nobody to work on them.
    const dead = openStore(directory);
    const interrupted = dead.jobs.insert("run", {});
    dead.jobs.update(interrupted.id, { state: "running" });
    const queued = dead.jobs.insert("import", { file: "a.csv" });
    dead.close();

    const pair = start(directory, { run: async (request) => ({ read: request.file }) });
    expect(pair.store.jobs.get(interrupted.id)).toMatchObject({
      state: "failed",
      error: { code: "JOB_INTERRUPTED" },
    });
    expect(await end(pair, queued.id)).toMatchObject({ state: "done", result: { read: "a.csv" } });
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test("closing stops the running job and leaves the queued one for the next start", async () => {
  const pair = start(":memory:", { run: untilStopped });
  const running = pair.runner.start("run", {});
  const queued = pair.runner.start("run", {});
  await new Promise((resolve) => setTimeout(resolve, 5));
  await pair.runner.close();
  expect(pair.store.jobs.get(running.id)).toMatchObject({
    state: "failed",
    error: { code: "JOB_INTERRUPTED" },
  });
  expect(pair.store.jobs.get(queued.id).state).toBe("queued");
});

test("a store written by a later version is refused", async () => {
  const directory = mkdtempSync(join(tmpdir(), "kundenwert-store-"));
  try {
    const { DatabaseSync } = await import("node:sqlite");
    openStore(directory).close();
    const database = new DatabaseSync(join(directory, "app.db"));
    database.exec("PRAGMA user_version = 99");
    database.close();
    expect(() => openStore(directory)).toThrow(expect.objectContaining({ code: "STORE_NEWER" }));
  } finally {
    rmSync(directory, { recursive: true });
  }
});
