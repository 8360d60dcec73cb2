import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { scratchWorkspace } from "../../test/scratch-workspace.ts";
import { openWorkspace } from "../workspace/workspace.ts";
import { importFile } from "./import-file.ts";
import { rejectsCsv } from "./rejects-csv.ts";

const scratch = scratchWorkspace();

async function ledger(columns = "customer_id, CAST(amount AS DOUBLE) AS amount") {
  const rows = await scratch.workspace.engine.rows(`SELECT ${columns} FROM orders ORDER BY ALL`);
  return rows.map((row) => Object.values(row));
}

const plain = (...rows: string[]) => ["customer,date,amount", ...rows] as const;
const manyRows = (count: number) =>
  `customer,date,amount\n${Array.from({ length: count }, (_, i) => `K${i},2026-01-31,1.50`).join("\n")}`;
const a = "A,2026-01-01,1.5";

test("keeps every rejected row as it stood, with line, column, value and reason", async () => {
  const path = scratch.file(
    "orders.csv",
    "Kunde;Datum;Betrag;Notiz",
    "A;31.01.2026;1,50;gut",
    'B;31.02.2026;1,50;"a;b ""c"""',
    "C;31.01.2026;viel;=1+1",
    "D;31.01.2026",
  );
  const { importId, rejects } = await importFile(scratch.workspace, path);
  expect(rejects.find(({ reason }) => reason === "TIME_UNREADABLE")).toEqual({
    reason: "TIME_UNREADABLE",
    column: "Datum",
    count: 1,
    line: 3,
    value: "31.02.2026",
  });
  const pieces: string[] = [];
  for await (const piece of rejectsCsv(scratch.workspace, importId)) pieces.push(piece);
  expect(pieces.join("").split("\n")).toEqual(
    [
      "file,line,column,value,reason,row",
      'orders.csv,3,Datum,31.02.2026,TIME_UNREADABLE,"B;31.02.2026;1,50;""a;b """"c"""""""',
      'orders.csv,4,Betrag,viel,AMOUNT_UNREADABLE,"C;31.01.2026;viel;=1+1"',
      "orders.csv,5,,,TOO_FEW_FIELDS,D;31.01.2026",
      "",
    ].map((line) => line.replace('"C;31.01.2026;viel;=1+1"', "C;31.01.2026;viel;=1+1")),
  );
});

test("reads the lines of a German shop with returns, tax and cost", async () => {
  const report = await importFile(
    scratch.workspace,
    scratch.file(
      "bestellungen.csv",
      "order_id,line_no,customer_id,ordered_at,product_id,category,quantity,net_amount,tax_amount,gross_amount,unit_cost,cost,discount,currency,channel,campaign_id,return_of",
      "O1,1,K1,2026-01-31 10:15:00,P1,Schuhe,2,100.00,19.00,119.00,30.00,60.00,0.00,EUR,web,,",
      "O2,1,K1,2026-02-10 09:00:00,P1,Schuhe,-1,-50.00,-9.50,-59.50,30.00,-30.00,0.00,EUR,web,,O1",
    ),
  );
  expect(report.mapping).toEqual({
    order: "order_id",
    line: "line_no",
    customer: "customer_id",
    time: "ordered_at",
    product: "product_id",
    category: "category",
    quantity: "quantity",
    amount: "net_amount",
    tax: "tax_amount",
    cost: "cost",
    currency: "currency",
    channel: "channel",
    returnOf: "return_of",
  });
  expect(await ledger("order_id, quantity, amount, tax_amount, cost, return_of")).toEqual([
    ["O1", 2, 100, 19, 60, null],
    ["O2", -1, -50, -9.5, -30, "O1"],
  ]);
});

test("counts gross amounts where the basis is gross, and net of tax where only gross is there", async () => {
  const lines = ["Kunde;Datum;Brutto;MwSt", "A;31.01.2026;119,00;19,00"];
  await importFile(scratch.workspace, scratch.file("netto.csv", ...lines));
  await importFile(
    scratch.workspace,
    scratch.file("brutto.csv", ...lines, "B;31.01.2026;238,00;38,00"),
    {
      basis: "gross",
    },
  );
  expect(await scratch.amounts()).toEqual([100, 119, 238]);
});

test("reads Parquet with its types, and ids of 64 bits", async () => {
  const path = join(scratch.workspace.exchangeDirectory, "orders.parquet");
  await scratch.workspace.engine.run(`COPY (SELECT CAST(9007199254740993 AS BIGINT) AS customer_id,
      TIMESTAMPTZ '2026-07-01 22:30:00+00' AS ordered_at, CAST(1.234 AS DOUBLE) AS amount
    UNION ALL SELECT NULL, TIMESTAMPTZ '0900-01-01 00:00:00+00', 2) TO '${path}' (FORMAT parquet)`);
  const report = await importFile(scratch.workspace, path);
  expect(report.rows).toEqual({ read: 2, added: 1, known: 0, superseded: 0, rejected: 1 });
  expect(report.rejects[0]).toMatchObject({ reason: "TIME_OUT_OF_RANGE", line: 2 });
  expect(await ledger("customer_id, CAST(ordered_at AS VARCHAR) AS at, amount")).toEqual([
    ["9007199254740993", "2026-07-02 00:30:00", 1.234],
  ]);
});

test("decides by values from all over the file, not by its head", async () => {
  const day = (n: number) => `0${(n % 9) + 1}/0${(n % 7) + 1}/2026`;
  const rows = Array.from({ length: 40_000 }, (_, i) => `K${i},${day(i)},1.${i % 10}0`);
  rows[30_000] = "K30000,25/01/2026,1.00";
  for (let i = 30_001; i < 40_000; i++) rows[i] = `K${i},${(i % 16) + 13}/01/2026,1.00`;
  const { format, rows: counts } = await importFile(
    scratch.workspace,
    scratch.file("orders.csv", "customer,date,amount", ...rows),
  );
  expect(format.times.date?.order).toBe("dmy");
  expect(counts).toMatchObject({ added: 40_000, rejected: 0 });
});

test("cancels within a moment and leaves nothing", async () => {
  const path = scratch.file("orders.csv", manyRows(400_000));
  const controller = new AbortController();
  const running = importFile(scratch.workspace, path, {
    signal: controller.signal,
    onProgress: ({ phase, share }) => {
      if (phase === "detect" && share === 1) setTimeout(() => controller.abort(), 20);
    },
  });
  await expect(running).rejects.toMatchObject({ code: "IMPORT_CANCELLED" });
  expect(await scratch.amounts()).toEqual([]);
  expect(readdirSync(scratch.workspace.exchangeDirectory)).toEqual([]);
});

test("an import killed at any time leaves nothing or everything, and the next one completes", async () => {
  const path = scratch.file("orders.csv", manyRows(200_000));
  await scratch.workspace.close();
  const url = (name: string) => JSON.stringify(import.meta.resolve(name));
  const script = `const { openWorkspace } = await import(${url("../workspace/workspace.ts")});
    const { importFile } = await import(${url("./import-file.ts")});
    const workspace = await openWorkspace(${JSON.stringify(scratch.workspace.directory)});
    console.log("open");
    await importFile(workspace, ${JSON.stringify(path)});
    await workspace.close();`;
  const outcomes: number[] = [];
  for (const delay of [20, 80, 140, 200, 260, 320]) {
    const flags = ["--conditions=source", "--input-type=module", "--eval", script];
    const child = spawn(process.execPath, flags, { stdio: ["ignore", "pipe", "inherit"] });
    const exited = once(child, "exit");
    expect(String(await Promise.race([once(child.stdout, "data"), exited]))).toBe("open\n");
    await wait(delay);
    child.kill("SIGKILL");
    await exited;
    scratch.workspace = await openWorkspace(scratch.workspace.directory);
    const [{ n, imports }] = await scratch.workspace.engine.rows(`SELECT
      (SELECT CAST(count(*) AS DOUBLE) FROM orders) AS n,
      (SELECT CAST(count(*) AS DOUBLE) FROM imports) AS imports`);
    expect([n, imports]).toEqual(imports === 0 ? [0, 0] : [200_000, 1]);
    outcomes.push(Number(imports));
    expect(readdirSync(scratch.workspace.exchangeDirectory)).toEqual([]);
    await scratch.workspace.close();
  }
  // The first was killed long before its end.
  expect(outcomes[0]).toBe(0);
  scratch.workspace = await openWorkspace(scratch.workspace.directory);
  await importFile(scratch.workspace, path);
  expect(await scratch.amounts()).toHaveLength(200_000);
});

test.each([
  ["a file that is not there", "nowhere.csv", "FILE_NOT_FOUND"],
  ["a directory", ".", "FILE_NOT_A_FILE"],
])("refuses %s", async (_title, name, code) => {
  await expect(importFile(scratch.workspace, join(scratch.directory, name))).rejects.toMatchObject({
    code,
  });
});

test.each([
  [{ format: { delimiter: "x" } }, "delimiter"],
  [{ format: { decimal: "dot" } }, "decimal"],
  [{ currency: "Euro" }, "currency"],
  [{ format: { titleLines: -1 } }, "title-lines"],
] as const)("refuses the option %j", async (options, option) => {
  const running = importFile(
    scratch.workspace,
    scratch.file("orders.csv", ...plain(a)),
    options as never,
  );
  await expect(running).rejects.toMatchObject({ code: "OPTION_INVALID", details: { option } });
});
