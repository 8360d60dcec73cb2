import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore } from "../../src/store/store.ts";
import { kundenwert } from "../command-line.ts";
import { lines, plain } from "./shop.ts";

const directory = mkdtempSync(join(tmpdir(), "kundenwert-cli-"));
const file = join(directory, "kundenwert.yaml");
const on = (...args: readonly string[]) => kundenwert("-w", directory, ...args);

beforeAll(() => writeFileSync(file, "# ours\nsmallestGroup: 7 # by the works council\n"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test("settings are told with what the file says and what holds otherwise", async () => {
  const { stdout } = await on("-q", "settings", "--format", "json");
  const all = JSON.parse(stdout) as { name: string; value: unknown; written: unknown }[];
  const of = (name: string) => all.find((each) => each.name === name);
  expect(of("smallestGroup")).toMatchObject({ value: 7, written: 7, standard: 5 });
  expect(of("inactiveMonths")).toMatchObject({ written: null });
  const told = await on("--lang", "de", "settings");
  expect(plain(told.stdout)).toMatch(/smallestGroup +7 +7 +5/);
  expect(told.stderr).toContain("kundenwert run");
});

test("a trial writes nothing, a change keeps the comments, and is taken back", async () => {
  const before = readFileSync(file, "utf8");
  const trial = await on("--lang", "de", "settings", "set", "smallestGroup", "10", "--trial");
  expect(trial).toMatchObject({ code: 0, stdout: "smallestGroup: 7 → 10\n" });
  expect(trial.stderr).toContain("Geschrieben ist nichts.");
  expect(readFileSync(file, "utf8")).toBe(before);

  await on("settings", "set", "smallestGroup", "10");
  expect(readFileSync(file, "utf8")).toContain("smallestGroup: 10 # by the works council");
  const shares = await on("settings", "set", "alerts.budget", "0,05");
  expect(shares.stdout).toMatch(/alerts.budget: .* → 0.05/);
  const months = await on("settings", "set", "horizons", "12,24");
  expect(months.stdout).toMatch(/horizons: .* → 12, 24/);

  const undone = await on("settings", "undo", "1");
  expect(undone.stdout).toBe("smallestGroup: 10 → 7\n");
  const history = await on("--lang", "en", "settings", "history");
  expect(lines(history.stdout)[2]).toMatch(/4 .*1 taken back: smallestGroup: 10 → 7/);
});

test("a target is tried, set, set anew, listed and dropped", async () => {
  const nps = ["settings", "target", "nps", "--from", "2026-01-01", "--at-least"];
  const trial = await on("--lang", "de", ...nps, "45", "--trial");
  expect(trial.stdout).toBe("targets: – → Net Promoter Score (NPS) ≥ 45 (ab 2026-01-01)\n");
  expect(readFileSync(file, "utf8")).not.toContain("targets");
  await on(...nps, "45");
  await on(...nps, "50");
  await on("settings", "target", "revenue", "--period", "quarter", "--at-least", "250000");
  expect(readFileSync(file, "utf8")).toContain("targets:\n  - { figure: nps, atLeast: 50, from: ");
  const list = await on("--lang", "en", "settings", "target");
  expect(plain(list.stdout)).toBe(
    "net promoter score (NPS) ≥ 50 (from 2026-01-01)\nrevenue ≥ 250000 (quarter)\n",
  );
  const two = await on(
    "--lang",
    "en",
    "settings",
    "target",
    "csat",
    "--at-least",
    "1",
    "--at-most",
    "2",
  );
  expect(two.code).not.toBe(0);
  expect((await on("settings", "target", "happiness", "--at-least", "1")).code).toBe(2);
  await on("settings", "target", "nps", "--drop");
  await on("settings", "target", "revenue", "--period", "quarter", "--drop");
  expect(readFileSync(file, "utf8")).not.toContain("targets");
});

test("what is no setting, no number or not allowed is refused, and nothing is written", async () => {
  const before = readFileSync(file, "utf8");
  const unknown = await on("settings", "set", "currency", "CHF");
  expect(unknown.code).toBe(2);
  expect((await on("settings", "set", "smallestGroup", "many")).code).toBe(2);
  const refused = await on("--lang", "en", "settings", "set", "smallestGroup", "0");
  expect(refused.stderr).toContain("smallestGroup may not be 0.");
  const none = await on("--lang", "de", "settings", "undo", "99");
  expect(none.stderr).toContain("Es gibt keine Änderung 99.");
  expect(readFileSync(file, "utf8")).toBe(before);
});

test("an event is noted, listed, taken away and brought back", async () => {
  const added = await on(
    "--lang",
    "de",
    "events",
    "add",
    "2026-03-01",
    "Preise +5 %",
    "--kind",
    "price",
  );
  expect(plain(added.stdout)).toMatch(/1 +01\.03\.2026 +Preis +Preise \+5 %/);
  const list = async () => JSON.parse((await on("-q", "events", "--format", "json")).stdout);
  expect(await list()).toEqual([{ id: 1, day: "2026-03-01", kind: "price", text: "Preise +5 %" }]);
  await on("events", "remove", "1");
  expect(await list()).toEqual([]);
  await on("events", "remove", "1", "--restore");
  expect(await list()).toHaveLength(1);
  expect((await on("events", "add", "2026-02-30", "x")).code).toBe(2);
  expect((await on("events", "add", "2026-03-01", " ")).code).toBe(2);
  expect((await on("--lang", "en", "events", "remove", "9")).stderr).toContain("no event 9");
});

test("saved views are listed with their addresses", async () => {
  expect((await on("--lang", "de", "views")).stdout).toContain("Noch ist keine Seite gespeichert.");
  const store = openStore(directory);
  store.views.insert({ name: "Top-Kunden", path: "/customers?sort=alive" });
  store.close();
  const { stdout } = await on("--lang", "de", "views");
  expect(plain(stdout)).toMatch(/Top-Kunden +\/customers\?sort=alive/);
});
