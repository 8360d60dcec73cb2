import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kundenwert } from "../command-line.ts";
import { lines } from "./shop.ts";

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-cli-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const inDirectory = (name: string) => join(directory, name);

/** A small file of orders, written for one test. */
function file(name: string, ...rows: string[]): string {
  const path = inDirectory(name);
  writeFileSync(path, `${rows.join("\n")}\n`);
  return path;
}

describe("import", () => {
  const small = () =>
    file("small.csv", "customer,date,amount", "a,2026-01-05,5.50", "b,2026-01-06,6.50");

  test("of the same file twice changes nothing, and undo takes it back", async () => {
    const workspace = inDirectory("twice");
    const on = (...args: string[]) => kundenwert("-w", workspace, "--lang", "de", ...args);
    const first = await on("import", small());
    expect(first.stderr).toMatch(/2 Zeilen gelesen, 2 neu, 0 schon bekannt/);
    const doctored = (await on("-q", "doctor")).stdout;
    const again = await on("import", small());
    expect(again).toMatchObject({ code: 0 });
    expect(again.stderr).toContain("schon importiert (Import 1); nichts geändert");
    expect((await on("-q", "doctor")).stdout).toBe(doctored);
    expect(lines((await on("import", "--list")).stdout)).toHaveLength(3);

    const undone = await on("import", "--undo", "1");
    expect(undone.stderr).toContain("Import 1 zurückgenommen: 2 Zeilen entfernt");
    const empty = await on("-q", "doctor");
    expect(empty).toMatchObject({ code: 0 });
    expect(empty.stdout).toContain("Es gibt weder Bestellungen noch Verträge bekannter Kunden");
    const twice = await on("import", "--undo", "1");
    expect(twice).toMatchObject({ code: 1 });
    expect(twice.stderr).toContain("schon zurückgenommen");
    const unknown = await on("import", "--undo", "9");
    expect(unknown.stderr).toContain("Es gibt keinen Import 9.");
  });

  test("of answers and customers alone is looked at, with what is missing", async () => {
    const workspace = inDirectory("answers");
    const on = (...args: string[]) => kundenwert("-w", workspace, "--lang", "de", "-q", ...args);
    const answers = file(
      "nps.csv",
      "feedback_id,customer_id,given_at,kind,score",
      "F1,a,2026-02-01,nps,9",
      "F2,x,2026-03-01,nps,3",
    );
    const customers = file("kunden.csv", "Kundennr;Anmeldedatum", "a;01.02.2026");
    expect((await on("import", answers, customers)).code).toBe(0);
    const { code, stdout } = await on("doctor");
    expect(code).toBe(0);
    expect(lines(stdout).slice(0, 2)).toEqual([
      expect.stringMatching(/^ {2}Problem +Es gibt weder Bestellungen noch Verträge/),
      expect.stringMatching(/^ {2}Warnung +1 Zeilen nennen Kunden/),
    ]);
    expect(lines(stdout)).toContain("  Antworten: 2 Zeilen, 01.02.2026 bis 01.03.2026");
    expect(lines(stdout)).toContain("  Kunden: 1 Zeilen, 01.02.2026 bis 01.02.2026");
    expect(lines(stdout).at(-1)).toMatch(/^ {2}nichts von: Bestellungen, .*Verträge/);
    const report = JSON.parse((await on("doctor", "--format", "json")).stdout);
    expect(report).toMatchObject({ rows: 0, customers: 0, firstDay: "2026-02-01" });
    // What needs no values is made of them.
    expect((await on("run")).code).toBe(0);
    const figures = await on("figures", "--figure", "nps", "--period", "total", "--format", "json");
    expect(JSON.parse(figures.stdout)).toMatchObject([{ value: 0, n: 2 }]);
    expect((await on("equity")).code).toBe(1);
  });

  test("keeps the good rows and writes the refused ones with their reasons", async () => {
    const rows = ["a,2026-01-05,5.50", "b,2026-13-45,6.50", "c,2026-01-07,much", "d,2026-01-08,7"];
    const source = file("mixed.csv", "customer,date,amount", ...rows);
    const refused = inDirectory("refused.csv");
    const args = [
      "-w",
      inDirectory("mixed"),
      "--lang",
      "de",
      "import",
      source,
      "--rejects",
      refused,
    ];
    const { code, stderr } = await kundenwert(...args);
    expect(code).toBe(0);
    expect(stderr).toMatch(/4 Zeilen gelesen, 2 neu, .* 2 abgewiesen/);
    expect(stderr).toContain("1 × Zeitpunkt nicht lesbar (date), Zeile 3: 2026-13-45");
    expect(lines(readFileSync(refused, "utf8"))).toEqual([
      "file,line,column,value,reason,row",
      'mixed.csv,3,date,2026-13-45,TIME_UNREADABLE,"b,2026-13-45,6.50"',
      'mixed.csv,4,amount,much,AMOUNT_UNREADABLE,"c,2026-01-07,much"',
    ]);
  });

  test("only shows on a dry run, and imports nothing", async () => {
    const workspace = inDirectory("dry");
    const mapping = inDirectory("mapping.yaml");
    const on = (...args: string[]) => kundenwert("-w", workspace, "--lang", "de", ...args);
    const shown = await on("import", small(), "--dry-run", "--write-mapping", mapping);
    expect(shown.code).toBe(0);
    expect(shown.stdout).toMatch(/5\.50/);
    expect(shown.stdout).toMatch(/2026-01-05/);
    expect(shown.stderr).toContain("Probelauf: nichts wurde importiert");
    expect((await on("import", "--list")).stdout).toBe("noch nichts importiert\n");
    expect(readFileSync(mapping, "utf8")).toMatch(/customer: customer/);
    const mapped = await on("import", small(), "--mapping", mapping);
    expect(mapped.stderr).toMatch(/2 neu/);
  });

  test("asks where a date can be read in two ways, and takes the answer", async () => {
    const source = file("dates.csv", "customer,date,amount", "a,03/04/2026,5", "b,05/06/2026,6");
    const on = (...args: string[]) =>
      kundenwert("-w", inDirectory("dates"), "--lang", "de", "import", source, ...args);
    const asked = await on();
    expect(asked).toMatchObject({ code: 1, stdout: "" });
    expect(asked.stderr).toContain("03/04/2026 ist zweideutig");
    expect(asked.stderr).toContain("Abhilfe: Entscheiden Sie mit --date-format");
    const told = await on("--date-format", "dmy");
    expect(told.stderr).toContain("vom 03.04.2026 bis 05.06.2026");
  });

  test("refuses an option it does not know the value of", async () => {
    const wrong = await kundenwert("-w", inDirectory("w"), "import", small(), "--decimal", "dot");
    expect(wrong).toMatchObject({ code: 2, stdout: "" });
    expect(wrong.stderr).toContain("cannot be dot");
  });
});
