import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import type { SegmentMoves, Transitions } from "@kundenwert/contract";
import { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import { valuedApp } from "../../../test/valued-app.ts";

const { inject, workspace } = valuedApp();

const take = (path: string) => inject(`/api/exports/tables/${path}`);
const TABLES = [
  "customers?horizon=24",
  "figures?period=year&dimension=value_class",
  "cohorts?kind=purchases",
  "clv-drivers",
  "group-comparisons",
  "revenue-concentration",
  "equity",
  "equity-bridge",
  "value-deciles",
  "value-classes?horizon=36",
  "value-concentration?horizon=24",
  "alerts?kind=undesired",
  "segment-shifts",
  "segments?level=micro&grain=quarter",
  "segment-rules",
  "segment-moves?grain=month",
  "transitions?level=macro&months=1",
  "backtest-predictions",
  "imports",
  "customer-timeline?customer=K-1000",
];

test.each(TABLES)("%s tells its rows and its checksum, and both are true", async (path) => {
  const answer = await take(path);
  expect(answer.statusCode, answer.body).toBe(200);
  const lines = answer.body.split("\r\n");
  expect(lines.length).toBeGreaterThan(1);
  // The header, and the end of the last line.
  expect(answer.headers["x-row-count"]).toBe(String(lines.length - 2));
  const sum = createHash("sha256").update(answer.rawPayload).digest("hex");
  expect(answer.headers["x-checksum-sha256"]).toBe(sum);
  expect(answer.headers["content-length"]).toBe(String(answer.rawPayload.length));
});

test("all customers are in the file, and German Excel opens it", async () => {
  const answer = await take("customers?format=excel-de");
  expect(answer.headers["x-row-count"]).toBe("300");
  expect(answer.body.startsWith("\uFEFFcustomer_id;")).toBe(true);
  expect(answer.body).toMatch(/;\d+,\d+;/);
});

test("the Excel workbook has the same rows, with numbers and dates", async () => {
  const answer = await take("customers?format=xlsx");
  expect(answer.headers["x-row-count"]).toBe("300");
  expect(answer.headers["content-disposition"]).toContain('filename="kundenwert-customers.xlsx"');
  const sum = createHash("sha256").update(answer.rawPayload).digest("hex");
  expect(answer.headers["x-checksum-sha256"]).toBe(sum);
  const [names = [], ...rows] = await readSheet(answer.rawPayload);
  expect(rows).toHaveLength(300);
  const csv = (await take("customers")).body.split("\r\n");
  expect(names.join(",")).toBe(csv[0]);
  const cells = csv[1]?.split(",") ?? [];
  for (const [at, cell] of (rows[0] ?? []).entries()) {
    const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? "");
    expect(text).toBe(cells[at]);
  }
});

test("Parquet is written by the engine, with the same rows", async () => {
  const answer = await take("customers?format=parquet");
  expect(answer.headers["x-row-count"]).toBe("300");
  expect(answer.headers["content-type"]).toBe("application/vnd.apache.parquet");
  const magic = (at: number) => answer.rawPayload.subarray(at).subarray(0, 4).toString("latin1");
  expect([magic(0), magic(-4)]).toEqual(["PAR1", "PAR1"]);
});

test("files of moves say which are desired, as the pages do", async () => {
  const moves = (await inject("/api/segments/moves")).json<SegmentMoves>().moves;
  const cells = (await inject("/api/transitions")).json<Transitions>().cells;
  const day = moves[0]?.periodEnd;
  const files = { [`segment-moves?grain=month&periodEnd=${day}`]: moves, transitions: cells };
  for (const [path, shown] of Object.entries(files)) {
    const [names = "", ...lines] = (await take(path)).body.trimEnd().split("\r\n");
    const column = (name: string) => names.split(",").indexOf(name);
    const told = lines.map((line) => {
      const cell = line.split(",");
      const [from, to] = [cell[column("from_segment")], cell[column("to_segment")]];
      return `${from} ${to} ${cell[column("mark")]}`;
    });
    expect(told).toEqual(shown.map((one) => `${one.fromSegment} ${one.toSegment} ${one.mark}`));
    for (const mark of ["desired", "undesired", "neutral"]) {
      expect(told.some((each) => each.endsWith(` ${mark}`))).toBe(true);
    }
    const parquet = await take(`${path}${path.includes("?") ? "&" : "?"}format=parquet`);
    expect(parquet.headers["x-row-count"], parquet.body).toBe(String(lines.length));
  }
});

test("nothing is left behind beside the database", async () => {
  await take("equity");
  await expect
    .poll(() => readdirSync(workspace().exchangeDirectory).filter((n) => n.startsWith("export-")))
    .toEqual([]);
});

test.each([
  "passwords",
  "customers?horizon=7",
  "figures?period=decade",
  "customers?format=pdf",
  "alerts?kind=contracts",
  "cohorts?kind=desired",
  "transitions?level=own",
  "customer-timeline",
  "segment-moves?periodEnd=yesterday",
])("%s is refused with a code", async (path) => {
  const answer = await take(path);
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  expect(answer.statusCode).toBeLessThan(500);
  expect(answer.json().code).toMatch(/^(REQUEST_INVALID|HORIZON_UNKNOWN)$/);
});
