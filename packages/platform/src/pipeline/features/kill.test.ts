import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addRows } from "../../../test/ledger-rows.ts";
import { openWorkspace, type Workspace } from "../../workspace/workspace.ts";
import { begin } from "../foundation.ts";
import { purchaseDay } from "../purchase-day.ts";
import { returnLink } from "../return-link.ts";
import { runSteps } from "../runner.ts";
import { planFeatures } from "./feature-plan.ts";
import { snapshotSteps } from "./snapshot.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const asOf = new Date("2026-12-31");

async function fill(workspace: Workspace): Promise<void> {
  const orders = Array.from({ length: 40 }, (_, i) => ({
    customer_id: `c${i % 7}`,
    ordered_at: new Date(Date.UTC(2024, 0, 5 + 25 * i)).toISOString().slice(0, 10),
    amount: 10 + i,
  }));
  await addRows(workspace.engine, { orders });
}

async function snapshots(workspace: Workspace) {
  await takeSnapshots(workspace);
  return workspace.engine.rows("SELECT * FROM snapshot ORDER BY period_end, customer_id");
}

async function takeSnapshots({ engine, settings }: Workspace): Promise<void> {
  const { context } = await begin({ engine, settings } as Workspace, asOf);
  await runSteps([returnLink, purchaseDay, ...snapshotSteps(await planFeatures(engine))], context);
}

/** Takes the snapshots in a process of its own, until so many periods have begun. */
const PROGRAM = `
  const source = new URL(process.argv[1]);
  const load = (path) => import(new URL(path, source).href);
  const { openWorkspace } = await load("../../workspace/workspace.ts");
  const { begin } = await load("../foundation.ts");
  const { purchaseDay } = await load("../purchase-day.ts");
  const { returnLink } = await load("../return-link.ts");
  const { runSteps } = await load("../runner.ts");
  const { planFeatures } = await load("./feature-plan.ts");
  const { snapshotSteps } = await load("./snapshot.ts");
  const workspace = await openWorkspace(process.argv[2]);
  const { context } = await begin(workspace, new Date("2026-12-31"));
  const steps = [returnLink, purchaseDay, ...snapshotSteps(await planFeatures(workspace.engine))];
  let left = Number(process.argv[3]);
  await runSteps(steps, context, {
    onProgress: ({ step, state }) => {
      if (step !== "snapshot" || state !== "progress" || --left > 0) return;
      process.kill(process.pid, "SIGKILL");
    },
  });
`;

/**
 * The process is killed hard when it has begun so many periods: by its own hand, for a signal from
 * outside might come when all of them are over.
 */
async function killedAfter(periods: number, path: string): Promise<void> {
  const program = ["--input-type=module", "-e", PROGRAM, import.meta.url, path, String(periods)];
  const child = spawn(process.execPath, ["--conditions=source", ...program], { stdio: "inherit" });
  const [, signal] = await once(child, "exit");
  expect(signal).toBe("SIGKILL");
}

test("a run that is killed hard goes on with the period it was at", async () => {
  const path = join(directory, "killed");
  const first = await openWorkspace(path);
  await fill(first);
  await first.close();
  await killedAfter(7, path);
  const again = await openWorkspace(path);
  const kept = await again.engine.rows(
    "SELECT step, CAST(published_at AS VARCHAR) AS at FROM journal WHERE step LIKE 'snapshot/2%' ORDER BY step",
  );
  // Killed among 36 periods: some are published, not all.
  expect(kept.length).toBeGreaterThanOrEqual(6);
  expect(kept.length).toBeLessThan(36);
  const resumed = await snapshots(again);
  const after = await again.engine.rows(
    "SELECT step, CAST(published_at AS VARCHAR) AS at FROM journal WHERE step LIKE 'snapshot/2%' ORDER BY step",
  );
  expect(after).toHaveLength(36);
  // What was published before the kill was not made again.
  expect(after.slice(0, kept.length)).toEqual(kept);
  await again.close();
  const whole = await openWorkspace(join(directory, "whole"));
  await fill(whole);
  expect(resumed).toEqual(await snapshots(whole));
  await whole.close();
});
