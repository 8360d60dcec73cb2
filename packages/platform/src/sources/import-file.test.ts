import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openWorkspace, type Workspace } from "../workspace/workspace.ts";
import { importFile } from "./import-file.ts";
import { rejectsCsv } from "./rejects-csv.ts";
import { undoImport } from "./undo-import.ts";

let directory: string;
let workspace: Workspace;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-import-"));
  workspace = await openWorkspace(join(directory, "workspace"));
});
afterEach(async () => {
  await workspace.close();
  rmSync(directory, { recursive: true });
});

function file(name: string, ...lines: string[]): string {
  const path = join(directory, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

async function ledger(columns = "customer_id, CAST(amount AS DOUBLE) AS amount") {
  const rows = await workspace.engine.rows(`SELECT ${columns} FROM orders ORDER BY ALL`);
  return rows.map((row) => Object.values(row));
}

async function amounts(): Promise<number[]> {
  const rows = await workspace.engine.rows(
    "SELECT CAST(amount AS DOUBLE) AS amount FROM orders ORDER BY orders.amount",
  );
  return rows.map(({ amount }) => Number(amount));
}

const plain = (...rows: string[]) => ["customer,date,amount", ...rows] as const;
const manyRows = (count: number) =>
  `customer,date,amount\n${Array.from({ length: count }, (_, i) => `K${i},2026-01-31,1.50`).join("\n")}`;
const [a, b, c] = ["A,2026-01-01,1.5", "B,2026-01-02,2.5", "C,2026-01-03,3.5"];

test("importing the same file twice changes nothing, also under another name", async () => {
  const first = await importFile(workspace, file("orders.csv", ...plain(a, a, b)));
  const again = await importFile(workspace, file("copy of it.csv", ...plain(a, a, b)));
  expect(first).toMatchObject({ alreadyImported: false, rows: { read: 3, added: 3, known: 0 } });
  expect(again).toMatchObject({
    alreadyImported: true,
    importId: first.importId,
    rows: first.rows,
  });
  expect(await amounts()).toEqual([1.5, 1.5, 2.5]);
});

test("two identical rows in one file are two rows; an overlapping export adds nothing twice", async () => {
  await importFile(workspace, file("orders_2026-01.csv", ...plain(a, a, b)));
  const overlap = await importFile(workspace, file("orders_2026-02.csv", ...plain(a, b, b, c)));
  expect(overlap.source).toBe("orders");
  expect(overlap.rows).toEqual({ read: 4, added: 2, known: 2, superseded: 0, rejected: 0 });
  // Of each row as many as the file that has most of it.
  expect(await amounts()).toEqual([1.5, 1.5, 2.5, 2.5, 3.5]);
});

test("files of different sources are not compared", async () => {
  await importFile(workspace, file("shop.csv", ...plain(a, b)));
  const till = await importFile(workspace, file("till.csv", ...plain(a, c)));
  expect(till.rows).toMatchObject({ added: 2, known: 0 });
});

test("the same bytes with another meaning are refused, unless they are to replace", async () => {
  const path = file("orders.csv", "customer,date,amount,points", "A,2026-01-01,1.5,7");
  const first = await importFile(workspace, path);
  const otherwise = { mapping: { amount: "points" } };
  await expect(importFile(workspace, path, otherwise)).rejects.toMatchObject({
    code: "ALREADY_IMPORTED_DIFFERENTLY",
    details: { importId: first.importId, flag: "--replace" },
  });
  expect(await amounts()).toEqual([1.5]);
  const second = await importFile(workspace, path, { ...otherwise, replace: true });
  expect(second).toMatchObject({ replaced: [first.importId], rows: { added: 1 } });
  expect(await amounts()).toEqual([7]);
  const aside = "SELECT import_id, superseded_by FROM orders_superseded";
  expect(await workspace.engine.rows(aside)).toEqual([
    { import_id: first.importId, superseded_by: second.importId },
  ]);
});

test("an order id that is unique is the key: what changed moves aside, what did not is known", async () => {
  const header = "order_id,customer,date,amount";
  await importFile(workspace, file("o1.csv", header, "1,A,2026-01-01,1", "2,B,2026-01-02,2"), {
    source: "shop",
  });
  const second = await importFile(
    workspace,
    file("o2.csv", header, "1,A,2026-01-01,1", "2,B,2026-01-02,2.5", "3,C,2026-01-03,3"),
    { source: "shop" },
  );
  expect(second.rows).toEqual({ read: 3, added: 1, known: 1, superseded: 1, rejected: 0 });
  expect(await amounts()).toEqual([1, 2.5, 3]);
  const undone = await undoImport(workspace, second.importId);
  expect(undone).toEqual({ importId: second.importId, removed: 2, restored: 1, warnings: [] });
  expect(await amounts()).toEqual([1, 2]);
});

test("order and line are the key: within a file the later row counts", async () => {
  const header = "order_id,line_no,customer,date,amount";
  const report = await importFile(
    workspace,
    file(
      "lines.csv",
      header,
      "1,1,A,2026-01-01,1",
      "1,2,A,2026-01-01,1",
      "1,1,A,2026-01-01,9",
      "1,2,A,2026-01-01,1",
      ",,A,2026-01-01,4",
      ",,A,2026-01-01,4",
    ),
  );
  expect(report.rows).toEqual({ read: 6, added: 4, known: 1, superseded: 1, rejected: 0 });
  expect(await amounts()).toEqual([1, 4, 4, 9]);
});

test("order ids that repeat without line ids are compared by content", async () => {
  const header = "order_id,customer,date,amount";
  const rows = ["1,A,2026-01-01,1", "1,A,2026-01-01,1", "1,A,2026-01-01,2"];
  await importFile(workspace, file("o1.csv", header, ...rows), { source: "shop" });
  const again = await importFile(workspace, file("o2.csv", header, ...rows, "2,B,2026-01-02,3"), {
    source: "shop",
  });
  expect(again.rows).toMatchObject({ added: 1, known: 3 });
});

test("a row replaced twice comes back when both imports are taken back, in any order", async () => {
  const header = "order_id,customer,date,amount";
  const imports: number[] = [];
  for (const amount of ["1", "2", "3"]) {
    const path = file(`o${amount}.csv`, header, `1,A,2026-01-01,${amount}`);
    imports.push((await importFile(workspace, path, { source: "shop" })).importId);
  }
  await undoImport(workspace, imports[1]);
  expect(await amounts()).toEqual([3]);
  await undoImport(workspace, imports[2]);
  expect(await amounts()).toEqual([1]);
});

test("says which later imports skipped rows that an undo takes away", async () => {
  const first = await importFile(workspace, file("orders_1.csv", ...plain(a, b)), { source: "s" });
  const second = await importFile(workspace, file("orders_2.csv", ...plain(a, c)), { source: "s" });
  const { warnings } = await undoImport(workspace, first.importId);
  expect(warnings).toEqual([
    { code: "LATER_IMPORTS_SKIPPED_ROWS", details: { imports: [second.importId] } },
  ]);
  await expect(undoImport(workspace, first.importId)).rejects.toMatchObject({
    code: "IMPORT_UNDONE",
  });
  await expect(undoImport(workspace, 99)).rejects.toMatchObject({ code: "IMPORT_UNKNOWN" });
});

test("keeps every rejected row as it stood, with line, column, value and reason", async () => {
  const path = file(
    "orders.csv",
    "Kunde;Datum;Betrag;Notiz",
    "A;31.01.2026;1,50;gut",
    'B;31.02.2026;1,50;"a;b ""c"""',
    "C;31.01.2026;viel;=1+1",
    "D;31.01.2026",
  );
  const { importId, rejects } = await importFile(workspace, path);
  expect(rejects.find(({ reason }) => reason === "TIME_UNREADABLE")).toEqual({
    reason: "TIME_UNREADABLE",
    column: "Datum",
    count: 1,
    line: 3,
    value: "31.02.2026",
  });
  const pieces: string[] = [];
  for await (const piece of rejectsCsv(workspace, importId)) pieces.push(piece);
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
    workspace,
    file(
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
  await importFile(workspace, file("netto.csv", ...lines));
  await importFile(workspace, file("brutto.csv", ...lines, "B;31.01.2026;238,00;38,00"), {
    basis: "gross",
  });
  expect(await amounts()).toEqual([100, 119, 238]);
});

test("reads Parquet with its types, and ids of 64 bits", async () => {
  const path = join(workspace.exchangeDirectory, "orders.parquet");
  await workspace.engine.run(`COPY (SELECT CAST(9007199254740993 AS BIGINT) AS customer_id,
      TIMESTAMPTZ '2026-07-01 22:30:00+00' AS ordered_at, CAST(1.234 AS DOUBLE) AS amount
    UNION ALL SELECT NULL, TIMESTAMPTZ '0900-01-01 00:00:00+00', 2) TO '${path}' (FORMAT parquet)`);
  const report = await importFile(workspace, path);
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
    workspace,
    file("orders.csv", "customer,date,amount", ...rows),
  );
  expect(format.times.date?.order).toBe("dmy");
  expect(counts).toMatchObject({ added: 40_000, rejected: 0 });
});

test("cancels within a moment and leaves nothing", async () => {
  const path = file("orders.csv", manyRows(400_000));
  const controller = new AbortController();
  const running = importFile(workspace, path, {
    signal: controller.signal,
    onProgress: ({ phase, share }) => {
      if (phase === "detect" && share === 1) setTimeout(() => controller.abort(), 20);
    },
  });
  await expect(running).rejects.toMatchObject({ code: "IMPORT_CANCELLED" });
  expect(await amounts()).toEqual([]);
  expect(readdirSync(workspace.exchangeDirectory)).toEqual([]);
});

test("an import killed at any time leaves nothing or everything, and the next one completes", async () => {
  const path = file("orders.csv", manyRows(200_000));
  await workspace.close();
  const script = `const { openWorkspace } = await import(${JSON.stringify(import.meta.resolve("../workspace/workspace.ts"))});
    const { importFile } = await import(${JSON.stringify(import.meta.resolve("./import-file.ts"))});
    const workspace = await openWorkspace(${JSON.stringify(workspace.directory)});
    console.log("open");
    await importFile(workspace, ${JSON.stringify(path)});
    await workspace.close();`;
  for (const delay of [20, 80, 140, 200, 260, 320]) {
    const child = spawn(
      process.execPath,
      ["--conditions=source", "--input-type=module", "--eval", script],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
    await wait(delay);
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    workspace = await openWorkspace(workspace.directory);
    const [{ n, imports }] = await workspace.engine.rows(`SELECT
      (SELECT CAST(count(*) AS DOUBLE) FROM orders) AS n,
      (SELECT CAST(count(*) AS DOUBLE) FROM imports) AS imports`);
    expect([n, imports]).toEqual(imports === 0 ? [0, 0] : [200_000, 1]);
    expect(readdirSync(workspace.exchangeDirectory)).toEqual([]);
    await workspace.close();
  }
  workspace = await openWorkspace(workspace.directory);
  await importFile(workspace, path);
  expect(await amounts()).toHaveLength(200_000);
});

test.each([
  ["a file that is not there", "nowhere.csv", "FILE_NOT_FOUND"],
  ["a directory", ".", "FILE_NOT_A_FILE"],
])("refuses %s", async (_title, name, code) => {
  await expect(importFile(workspace, join(directory, name))).rejects.toMatchObject({ code });
});

test.each([
  [{ format: { delimiter: "x" } }, "delimiter"],
  [{ format: { decimal: "dot" } }, "decimal"],
  [{ currency: "Euro" }, "currency"],
  [{ format: { titleLines: -1 } }, "title-lines"],
] as const)("refuses the option %j", async (options, option) => {
  const running = importFile(workspace, file("orders.csv", ...plain(a)), options as never);
  await expect(running).rejects.toMatchObject({ code: "OPTION_INVALID", details: { option } });
});
