/** `npm start`, as on a fresh machine: it makes the demo shop, values it and serves the dashboard. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_SOURCES } from "../src/demo/index.ts";

const directory = mkdtempSync(join(tmpdir(), "kundenwert-start-"));
const root = join(import.meta.dirname, "../../..");
let started: ChildProcess;
let url = "";
let told = "";

beforeAll(async () => {
  const env = { ...process.env, KUNDENWERT_WORKSPACE: directory, KUNDENWERT_PORT: "0" };
  // A process group of its own: npm does not pass signals on to what it runs.
  started = spawn("npm", ["start"], { cwd: root, env, detached: true });
  const listening = Promise.withResolvers<string>();
  const hear = (text: Buffer) => {
    told += text;
    const found = /(http:\/\/127\.0\.0\.1:\d+)/.exec(told)?.[1];
    if (found) listening.resolve(found);
  };
  started.stdout?.on("data", hear);
  started.stderr?.on("data", hear);
  started.once("exit", (code) =>
    listening.reject(new Error(`npm start ended with ${code}: ${told}`)),
  );
  url = await listening.promise;
});

afterAll(async () => {
  if (started.pid && started.exitCode === null) {
    started.removeAllListeners("exit");
    process.kill(-started.pid, "SIGINT");
    await once(started, "exit");
  }
  rmSync(directory, { recursive: true, force: true });
});

test("tells what it does, step by step", () => {
  // All files of the demo shop, then all steps of the run.
  for (const { files } of DEMO_SOURCES) expect(told).toContain(files);
  expect(told).toMatch(/\b(\d+)\/\1 /);
});

test("serves the dashboard", async () => {
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<div id="root"');
});

test("serves the equity of the demo shop, proven by a backtest", async () => {
  const answer = await fetch(`${url}/api/equity`);
  expect(answer.status).toBe(200);
  expect(JSON.stringify(await answer.json())).toContain('"verified":true');
});
