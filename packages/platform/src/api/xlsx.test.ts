import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import type { Cell } from "./cells.ts";
import { xlsxStream } from "./xlsx.ts";

const write = (rows: Iterable<readonly Cell[][]>) => buffer(Readable.from(xlsxStream(rows)));

async function readBack(rows: Cell[][]): Promise<unknown[][]> {
  return (await readSheet(await write([rows]))) as unknown[][];
}

test("a workbook is read back with its numbers, days and texts", async () => {
  const rows = await readBack([
    ["Kunde", "Wert", "Tag", "leer"],
    ["Müller & Söhne <GmbH>", 1234.5, { days: 20_393 }, null],
    ["0042", -0.1, { days: -1 }, null],
  ]);
  expect(rows).toEqual([
    ["Kunde", "Wert", "Tag", "leer"],
    ["Müller & Söhne <GmbH>", 1234.5, new Date("2025-11-01"), null],
    ["0042", -0.1, new Date("1969-12-31"), null],
  ]);
});

test.each(["=1+1", "+1", "-1", "@A1", '=HYPERLINK("http://x","y")', "＝1", "1e5", "2024-01-01"])(
  "the text %j stays that text",
  async (text) => {
    const rows = await readBack([["name"], [text]]);
    expect(rows[1]).toEqual([text]);
    expect((await write([[[text]]])).includes("<f>")).toBe(false);
  },
);

test("the same rows give the same bytes", async () => {
  const rows: Cell[][] = [["a"], [1], ["x"]];
  expect(await write([rows])).toEqual(await write([rows]));
});

test("columns beyond Z keep their places, and what is not there leaves a gap", async () => {
  const row = Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? null : i));
  const names = row.map((_, i) => `c${i}`);
  expect(await readBack([names, row])).toEqual([names, row]);
});

test("an empty result has its names", async () => {
  expect(await readBack([["a", "b"]])).toEqual([["a", "b"]]);
});

function* manyRows(count: number): Generator<Cell[][]> {
  for (let i = 0; i < count; i += 4096) {
    yield Array.from({ length: Math.min(4096, count - i) }, () => [1]);
  }
}

test("a row more than Excel has is refused, and nothing is cut off", async () => {
  let bytes = 0;
  for await (const chunk of xlsxStream(manyRows(1_048_576))) bytes += chunk.length;
  expect(bytes).toBeGreaterThan(10_000);
  await expect(write(manyRows(1_048_577))).rejects.toMatchObject({
    code: "SHEET_TOO_LONG",
    details: { limit: 1_048_575 },
  });
  await expect(write([[["x".repeat(32_768)]]])).rejects.toMatchObject({ code: "SHEET_TOO_LONG" });
});
