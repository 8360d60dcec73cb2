import { expect, test } from "vitest";
import { scratchWorkspace } from "../../test/scratch-workspace.ts";
import { importFile } from "./import-file.ts";
import { undoImport } from "./undo-import.ts";

const scratch = scratchWorkspace();
const plain = (...rows: string[]) => ["customer,date,amount", ...rows] as const;
const [a, b, c] = ["A,2026-01-01,1.5", "B,2026-01-02,2.5", "C,2026-01-03,3.5"];

test("importing the same file twice changes nothing, also under another name", async () => {
  const first = await importFile(scratch.workspace, scratch.file("orders.csv", ...plain(a, a, b)));
  const again = await importFile(
    scratch.workspace,
    scratch.file("copy of it.csv", ...plain(a, a, b)),
  );
  expect(first).toMatchObject({ alreadyImported: false, rows: { read: 3, added: 3, known: 0 } });
  expect(again).toMatchObject({
    alreadyImported: true,
    importId: first.importId,
    rows: first.rows,
  });
  expect(await scratch.amounts()).toEqual([1.5, 1.5, 2.5]);
});

test("two identical rows in one file are two rows; an overlapping export adds nothing twice", async () => {
  await importFile(scratch.workspace, scratch.file("orders_2026-01.csv", ...plain(a, a, b)));
  const overlap = await importFile(
    scratch.workspace,
    scratch.file("orders_2026-02.csv", ...plain(a, b, b, c)),
  );
  expect(overlap.source).toBe("orders");
  expect(overlap.rows).toEqual({ read: 4, added: 2, known: 2, superseded: 0, rejected: 0 });
  // Of each row as many as the file that has most of it.
  expect(await scratch.amounts()).toEqual([1.5, 1.5, 2.5, 2.5, 3.5]);
});

test("files of different sources are not compared", async () => {
  await importFile(scratch.workspace, scratch.file("shop.csv", ...plain(a, b)));
  const till = await importFile(scratch.workspace, scratch.file("till.csv", ...plain(a, c)));
  expect(till.rows).toMatchObject({ added: 2, known: 0 });
});

test("the same bytes with another meaning are refused, unless they are to replace", async () => {
  const path = scratch.file("orders.csv", "customer,date,amount,points", "A,2026-01-01,1.5,7");
  const first = await importFile(scratch.workspace, path);
  const otherwise = { mapping: { amount: "points" } };
  await expect(importFile(scratch.workspace, path, otherwise)).rejects.toMatchObject({
    code: "ALREADY_IMPORTED_DIFFERENTLY",
    details: { importId: first.importId, flag: "--replace" },
  });
  expect(await scratch.amounts()).toEqual([1.5]);
  const second = await importFile(scratch.workspace, path, { ...otherwise, replace: true });
  expect(second).toMatchObject({ replaced: [first.importId], rows: { added: 1 } });
  expect(await scratch.amounts()).toEqual([7]);
  const aside = "SELECT import_id, superseded_by FROM orders_superseded";
  expect(await scratch.workspace.engine.rows(aside)).toEqual([
    { import_id: first.importId, superseded_by: second.importId },
  ]);
});

test("an order id that is unique is the key: what changed moves aside, what did not is known", async () => {
  const header = "order_id,customer,date,amount";
  await importFile(
    scratch.workspace,
    scratch.file("o1.csv", header, "1,A,2026-01-01,1", "2,B,2026-01-02,2"),
    {
      source: "shop",
    },
  );
  const second = await importFile(
    scratch.workspace,
    scratch.file("o2.csv", header, "1,A,2026-01-01,1", "2,B,2026-01-02,2.5", "3,C,2026-01-03,3"),
    { source: "shop" },
  );
  expect(second.rows).toEqual({ read: 3, added: 1, known: 1, superseded: 1, rejected: 0 });
  expect(await scratch.amounts()).toEqual([1, 2.5, 3]);
  const undone = await undoImport(scratch.workspace, second.importId);
  expect(undone).toEqual({ importId: second.importId, removed: 2, restored: 1, warnings: [] });
  expect(await scratch.amounts()).toEqual([1, 2]);
});

test("order and line are the key: within a file the later row counts", async () => {
  const header = "order_id,line_no,customer,date,amount";
  const report = await importFile(
    scratch.workspace,
    scratch.file(
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
  expect(await scratch.amounts()).toEqual([1, 4, 4, 9]);
});

test("order ids that repeat without line ids are compared by content", async () => {
  const header = "order_id,customer,date,amount";
  const rows = ["1,A,2026-01-01,1", "1,A,2026-01-01,1", "1,A,2026-01-01,2"];
  await importFile(scratch.workspace, scratch.file("o1.csv", header, ...rows), { source: "shop" });
  const again = await importFile(
    scratch.workspace,
    scratch.file("o2.csv", header, ...rows, "2,B,2026-01-02,3"),
    {
      source: "shop",
    },
  );
  expect(again.rows).toMatchObject({ added: 1, known: 3 });
});

test("a row replaced twice comes back when both imports are taken back, in any order", async () => {
  const header = "order_id,customer,date,amount";
  const imports: number[] = [];
  for (const amount of ["1", "2", "3"]) {
    const path = scratch.file(`o${amount}.csv`, header, `1,A,2026-01-01,${amount}`);
    imports.push((await importFile(scratch.workspace, path, { source: "shop" })).importId);
  }
  await undoImport(scratch.workspace, imports[1]);
  expect(await scratch.amounts()).toEqual([3]);
  await undoImport(scratch.workspace, imports[2]);
  expect(await scratch.amounts()).toEqual([1]);
});

test("says which later imports skipped rows that an undo takes away", async () => {
  const first = await importFile(scratch.workspace, scratch.file("orders_1.csv", ...plain(a, b)), {
    source: "s",
  });
  const second = await importFile(scratch.workspace, scratch.file("orders_2.csv", ...plain(a, c)), {
    source: "s",
  });
  const { warnings } = await undoImport(scratch.workspace, first.importId);
  expect(warnings).toEqual([
    { code: "LATER_IMPORTS_SKIPPED_ROWS", details: { imports: [second.importId] } },
  ]);
  await expect(undoImport(scratch.workspace, first.importId)).rejects.toMatchObject({
    code: "IMPORT_UNDONE",
  });
  await expect(undoImport(scratch.workspace, 99)).rejects.toMatchObject({ code: "IMPORT_UNKNOWN" });
});
