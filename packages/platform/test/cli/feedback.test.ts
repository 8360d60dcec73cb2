import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeDemo } from "../../src/demo/index.ts";
import { kundenwert } from "../command-line.ts";
import { lines, plain } from "./shop.ts";

const directory = mkdtempSync(join(tmpdir(), "kundenwert-cli-"));
const on = (...args: readonly string[]) => kundenwert("-w", join(directory, "workspace"), ...args);
type Case = { readonly case_id: string; readonly case_state: string; readonly due_on: string };
const casesOf = async (...flags: readonly string[]) => {
  const { stdout } = await on("-q", "feedback", "cases", ...flags, "--format", "json");
  return JSON.parse(stdout) as Case[];
};

beforeAll(async () => {
  const { files } = await writeDemo(join(directory, "shop"), { customers: 700, seed: 2 });
  const imported = await on("import", files.feedback, files.kontakte);
  expect(imported.code, imported.stderr).toBe(0);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test("cases are there before any run, and a second import of the same file adds none", async () => {
  const before = await casesOf();
  expect(before.length).toBeGreaterThan(10);
  expect(before.map(({ due_on }) => due_on)).toEqual(before.map(({ due_on }) => due_on).toSorted());
  await on("import", join(directory, "shop", "feedback.csv"));
  expect(await casesOf()).toEqual(before);
});

test("a case is worked on, told in German, and taken back", async () => {
  const [first] = await casesOf("--state", "open");
  const id = first?.case_id ?? "";
  const done = await on(
    ...["--lang", "de", "feedback", "case", id, "--state", "solved", "--owner", "Team Nord"],
    ...["--outcome", "Gutschrift", "--note", "Angerufen"],
  );
  expect(done.code, done.stderr).toBe(0);
  expect(lines(done.stdout)[0]).toBe(`Fall ${id}: gelöst`);
  expect(done.stdout).toMatch(/Zustand +offen → gelöst/);
  expect(done.stdout).toMatch(/Notiz +Angerufen/);
  expect((await casesOf("--state", "solved")).map(({ case_id }) => case_id)).toContain(id);
  const undone = await on("--lang", "en", "feedback", "case", id, "--undo");
  expect(lines(undone.stdout)[0]).toBe(`Case ${id}: open`);
  const again = await on("--lang", "de", "feedback", "case", id, "--undo");
  expect(again.code).toBe(1);
  expect(again.stderr).toContain(`Am Zustand von Fall ${id} hat niemand etwas geändert.`);
});

test("a number that is none and a state that is none are refused", async () => {
  const unknown = await on("--lang", "de", "feedback", "case", "nps:nobody");
  expect(unknown.code).toBe(1);
  expect(unknown.stderr).toContain("Es gibt keinen Fall nps:nobody.");
  const wrong = await on("feedback", "cases", "--state", "won");
  expect(wrong.code).toBe(2);
});

test("after a run the inbox has values, topics their rank, and both leave as files", async () => {
  const early = await on("--lang", "en", "feedback", "topics");
  expect(early.code).toBe(1);
  const ran = await on("-q", "run", join(directory, "shop", "bestellungen.csv"), "--no-backtest");
  expect(ran.code, ran.stderr).toBe(0);
  const inbox = await on("--lang", "de", "feedback", "--kind", "nps", "--limit", "3");
  expect(lines(inbox.stdout)).toHaveLength(5);
  expect(plain(inbox.stdout)).toMatch(/\d,\d\d €/);
  expect(inbox.stderr).toMatch(/3 von \d+/);
  const topics = await on("--lang", "de", "feedback", "topics");
  expect(plain(topics.stdout)).toMatch(/CLV in Gefahr/);
  const file = join(directory, "feedback.csv");
  const flags = ["--score", "bad", "--format", "csv", "--output", file];
  const written = await on("feedback", "list", ...flags);
  expect(written.code, written.stderr).toBe(0);
  const rows = lines(readFileSync(file, "utf8")).length - 1;
  expect(rows).toBe((await casesOf()).length);
});

test("topics are ranked by segment and period, worked on, and a state is taken back", async () => {
  const ranking = await on(
    ...["--lang", "de", "feedback", "topics", "--by", "all", "--period", "year"],
    ...["--start", "2026-01-01"],
  );
  expect(ranking.code, ranking.stderr).toBe(0);
  expect(plain(ranking.stdout)).toMatch(/Thema +Platz +n +Anteil/);
  expect(plain(ranking.stdout)).toContain("(läuft noch)");
  const groups = await on("--lang", "de", "feedback", "topics", "--by", "segment");
  expect(groups.stderr).toMatch(/Nicht gezeigte Themen \(weniger als 5 Kunden\): \d+/);
  const yearly = ["--period", "year", "--format", "json"];
  const json = await on("-q", "feedback", "topics", "--start", "2026-01-01", ...yearly);
  const [first] = JSON.parse(json.stdout) as { topic: string; answers: number; told: number }[];
  expect(first?.told).toBeGreaterThanOrEqual(first?.answers ?? Number.NaN);
  const topic = first?.topic ?? "";
  const flags = ["--state", "planned", "--owner", "Team Nord", "--due", "2026-12-31"];
  const planned = await on("--lang", "de", "feedback", "topic", topic, ...flags);
  expect(lines(planned.stdout)[0]).toMatch(/: geplant$/);
  expect(planned.stdout).toMatch(/Zustand +offen → geplant/);
  const listed = await on("--lang", "de", "feedback", "topics");
  expect(plain(listed.stdout)).toMatch(/geplant +Team Nord/);
  const undone = await on("--lang", "en", "feedback", "topic", topic, "--undo");
  expect(lines(undone.stdout)[0]).toMatch(/: open$/);
  const unknown = await on("--lang", "de", "feedback", "topic", "wetter");
  expect(unknown.stderr).toContain("Es gibt kein Thema wetter.");
});
