import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kundenwert } from "../command-line.ts";
import { lines, openShop, type Shop } from "./shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** A small file of orders, written for one test. */
function file(name: string, ...rows: string[]): string {
  const path = join(shop.directory, name);
  writeFileSync(path, `${rows.join("\n")}\n`);
  return path;
}

describe("what goes wrong is said in the user's language, with what to do", () => {
  test.each<[string, string[], number, string, string]>([
    ["a mistyped command", ["vaule"], 2, "Es gibt keinen Befehl vaule.", "Meinten Sie value?"],
    ["an unknown command", ["xyz"], 2, "Es gibt keinen Befehl xyz.", "kundenwert --help"],
    [
      "a mistyped option",
      ["value", "--limt", "3"],
      2,
      "keine Option --limt",
      "Meinten Sie --limit?",
    ],
    ["an option without its value", ["value", "--limit"], 2, "--limit <n> fehlt", "--help"],
    ["a required option left out", ["formula", "net"], 2, "--revenue <amount> fehlt", "--help"],
    ["too many arguments", ["equity", "extra"], 2, "mehr, als equity annimmt", "--help"],
    ["a number that is none", ["value", "--limit", "0"], 2, "--limit kann nicht 0 sein", "1, 2, …"],
    ["a day that is none", ["run", "--as-of", "2026-02-30"], 2, "2026-02-30", "YYYY-MM-DD"],
    ["a month that is none", ["run", "--as-of", "2026-13-01"], 2, "2026-13-01", "YYYY-MM-DD"],
    ["an unknown method", ["run", "--method", "crystal"], 2, "keine Methode crystal", "mbg-nbd"],
    ["an unknown format", ["value", "--format", "xls"], 2, "--format kann nicht xls", "excel-de"],
    ["an unknown horizon", ["value", "--horizon", "13"], 2, "13 Monate", "12, 24, 36"],
    ["no file to import", ["import"], 2, "keine Datei zum Importieren", "--list"],
    ["Parquet without a file", ["value", "--format", "parquet"], 2, "parquet braucht", "--output"],
    ["Excel without a file", ["value", "--format", "xlsx"], 2, "xlsx braucht", "--output"],
    ["a file that is not there", ["run", "/no/such.csv"], 1, "keine Datei /no/such.csv", "Pfad"],
    [
      "a place that is not there",
      ["value", "--format", "csv", "--output", "/no/such/values.csv"],
      1,
      "/no/such/values.csv gibt es nicht",
      "Pfad",
    ],
    ["a demo of too many months", ["demo", "x", "--months", "999"], 2, "--months", "240"],
  ])("%s", async (_, args, code, what, wayOut) => {
    const ended = await shop.on("--lang", "de", ...args);
    expect(ended).toMatchObject({ code, stdout: "" });
    const [first = "", second = ""] = lines(ended.stderr);
    expect(first).toMatch(/^Fehler: /);
    expect(first).toContain(what);
    expect(second).toMatch(/^Abhilfe: /);
    expect(second).toContain(wayOut);
  });

  test("a language that there is not", async () => {
    const { code, stderr } = await kundenwert("--lang", "fr", "equity");
    expect(code).toBe(2);
    expect(stderr).toMatch(/--lang <language> cannot be fr\.\n.*de, en/);
  });

  test("a workspace in which nothing has been run", async () => {
    const { code, stderr } = await kundenwert(
      "-w",
      join(shop.directory, "fresh"),
      "--lang",
      "de",
      "equity",
    );
    expect(code).toBe(1);
    expect(stderr).toContain("Abhilfe: Starten Sie: kundenwert run");
  });

  test("orders without amounts have purchases, and no equity", async () => {
    const workspace = join(shop.directory, "no-amounts");
    const rows = Array.from({ length: 40 }, (_, i) => `c${i % 15},2026-0${1 + (i % 6)}-1${i % 9}`);
    const source = file("no-amounts.csv", "customer,date", ...rows);
    const on = (...args: string[]) => kundenwert("-w", workspace, "--lang", "de", ...args);
    expect(await on("run", source)).toMatchObject({ code: 0 });
    const value = await on("value");
    expect(value.code).toBe(0);
    expect(value.stderr).toContain("keine Beträge");
    const equity = await on("equity");
    expect(equity).toMatchObject({ code: 1, stdout: "" });
    expect(equity.stderr).toContain("keine Beträge, also keinen Wert");
  });
});
