import { beforeEach, describe, expect, test } from "vitest";
import { importPostgres } from "../../src/sources/postgres/import-postgres.ts";
import { undoImport } from "../../src/sources/undo-import.ts";
import { scratchWorkspace } from "../scratch-workspace.ts";
import { postgresServer, withClient } from "./server.ts";

const server = postgresServer();
const scratch = scratchWorkspace();
type Options = Partial<Parameters<typeof importPostgres>[1]>;
const read = (options: Options = {}) =>
  importPostgres(scratch.workspace, {
    url: server.url(),
    from: "sales",
    watermark: "changed_at",
    ...options,
  });
const at = (time: string) => `'2026-05-01 ${time}+00'`;
const add = (...rows: [id: number, amount: number | string, time: string][]) =>
  server.run(
    `INSERT INTO sales VALUES ${rows
      .map(([id, amount, time]) => `(${id}, 'K${id}', '2026-05-01', ${amount}, ${at(time)})`)
      .join(", ")}`,
  );
const imports = async () =>
  (await scratch.workspace.engine.rows("SELECT import_id FROM imports")).length;

beforeEach(async () => {
  await server.run(`DROP TABLE IF EXISTS sales;
    CREATE TABLE sales (order_id int, customer text, order_date date, amount numeric,
      changed_at timestamptz)`);
  await add([1, 1, "08:00"], [2, 2, "12:00"], [3, 3, "12:00"]);
});

test("reads only what lies above the highest value, an hour below it, and ties", async () => {
  expect((await read()).watermark).toEqual({
    column: "changed_at",
    from: null,
    to: "2026-05-01 12:00:00+00",
  });
  await add([4, 4, "12:00"], [5, 5, "15:00"]);
  const report = await read();
  expect(report.watermark).toMatchObject({
    from: "2026-05-01 12:00:00+00",
    to: "2026-05-01 15:00:00+00",
  });
  // Order 1, four hours below, is not read again.
  expect(report.rows).toEqual({ read: 4, added: 2, known: 2, superseded: 0, rejected: 0 });
  expect(await scratch.amounts()).toEqual([1, 2, 3, 4, 5]);
});

test("writes nothing where all is known, but moves on", async () => {
  await read();
  expect(await read()).toMatchObject({ alreadyImported: true, importId: 1 });
  await server.run(`UPDATE sales SET changed_at = ${at("18:00")} WHERE order_id = 2`);
  expect(await read()).toMatchObject({
    alreadyImported: true,
    watermark: { from: "2026-05-01 12:00:00+00", to: "2026-05-01 18:00:00+00" },
  });
  expect((await read()).watermark?.from).toBe("2026-05-01 18:00:00+00");
  expect(await imports()).toBe(1);
  await server.run("DELETE FROM sales");
  expect(await read()).toMatchObject({ alreadyImported: true, importId: 1 });
});

test("replaces a row that changed, and again where it changes back", async () => {
  await read();
  for (const amount of [20, 2, 20]) {
    await server.run(`UPDATE sales SET amount = ${amount} WHERE order_id = 2`);
    expect((await read()).rows).toMatchObject({ added: 0, superseded: 1 });
    expect(await scratch.amounts()).toEqual([1, amount, 3].sort((a, b) => a - b));
  }
});

test("finds rows committed late, up to the overlap; a full reading finds the others", async () => {
  await read();
  await withClient(server.url(), async (late) => {
    await late.query("BEGIN");
    await late.query(`INSERT INTO sales VALUES (6, 'K6', '2026-05-01', 6, ${at("11:30")})`);
    await add([7, 7, "12:10"]);
    expect((await read()).rows.added).toBe(1);
    await late.query("COMMIT");
  });
  expect((await read()).rows.added).toBe(1);
  await add([8, 8, "09:00"]);
  expect((await read()).alreadyImported).toBe(true);
  expect((await read({ overlap: "5 hours" })).rows.added).toBe(1);
  await add([9, 9, "01:00"]);
  expect((await read({ full: true })).rows).toMatchObject({ read: 7, added: 1, known: 6 });
  expect(await scratch.amounts()).toEqual([1, 2, 3, 6, 7, 8, 9]);
});

test("reads rows without a watermark each time, and no row ahead of now is the last one", async () => {
  await add([10, 10, "12:30"]);
  await server.run(`UPDATE sales SET changed_at = NULL WHERE order_id = 10;
    INSERT INTO sales VALUES (11, 'K11', '2026-05-01', 11, '2999-01-01'),
      (12, 'K12', '2026-05-01', 12, 'infinity')`);
  expect((await read()).watermark?.to).toBe("2026-05-01 12:00:00+00");
  await add([13, 13, "13:00"]);
  await server.run(`INSERT INTO sales VALUES (14, 'K14', '2026-05-01', 14, NULL)`);
  expect((await read()).rows).toMatchObject({ added: 2, known: 5 });
});

test("compares lines without an id by whole orders, so that equal ones are counted", async () => {
  const from = { from: "lines", watermark: "line_number" };
  await server.run(`DROP TABLE IF EXISTS lines;
    CREATE TABLE lines (line_number serial, order_id text, customer text, order_date date, amount numeric);
    INSERT INTO lines (order_id, customer, order_date, amount) VALUES
      ('A', 'K', '2026-05-01', 5), ('B', 'K', '2026-05-01', 6)`);
  // line_number would be taken for the id of a line.
  const options = { ...from, overlap: "0", mapping: { line: null } };
  await read(options);
  await server.run(`INSERT INTO lines (order_id, customer, order_date, amount) VALUES
    ('A', 'K', '2026-05-01', 5), ('A', 'K', '2026-05-01', 7)`);
  expect((await read(options)).rows).toMatchObject({ added: 2, superseded: 0 });
  expect(await scratch.amounts()).toEqual([5, 5, 6, 7]);
});

test("refuses a watermark that could not tell two equal rows without an id apart", async () => {
  const mapping = { order: null };
  await expect(read({ mapping })).rejects.toMatchObject({
    code: "POSTGRES_KEY_MISSING",
    details: { column: "changed_at", time: "order_date" },
  });
  expect(await imports()).toBe(0);
  // The time of the purchase itself tells them apart: equal rows are read together.
  await server.run("UPDATE sales SET customer = 'K', amount = 1");
  await read({ mapping, watermark: "order_date" });
  await server.run("INSERT INTO sales VALUES (9, 'K', '2026-05-01', 1, NULL)");
  expect((await read({ mapping, watermark: "order_date" })).rows.added).toBe(1);
  expect(await scratch.amounts()).toEqual([1, 1, 1, 1]);
});

describe.each([
  ["bigint", "9007199254740993", "9007199254740994"],
  ["numeric", "10.5", "10.50001"],
  ["date", "'2026-01-31'", "'2026-02-01'"],
  ["timestamp", "'2026-01-31 10:00:00.999999'", "'2026-01-31 10:00:01'"],
  ["text", "'v9'", "'w1'"],
  ["uuid", "'00000000-0000-0000-0000-00000000000f'", "'00000000-0000-0000-0000-0000000000f0'"],
  ["smallint", "-1", "32767"],
])("a watermark of type %s", (type, low, high) => {
  test("grows with its values", async () => {
    await server.run(`DROP TABLE IF EXISTS typed; CREATE TABLE typed ("Rev" ${type}, order_id int,
      customer text, order_date date, amount numeric);
      INSERT INTO typed VALUES (${low}, 1, 'K', '2026-05-01', 1)`);
    const options = { from: "typed", watermark: "Rev" };
    await read(options);
    await server.run(`INSERT INTO typed VALUES (${high}, 2, 'K', '2026-05-01', 2)`);
    const report = await read(options);
    expect(report.rows.added).toBe(1);
    expect(report.watermark?.to).toBe(high.replaceAll("'", ""));
    expect((await read(options)).alreadyImported).toBe(true);
  });
});

test("reads again what an import held that was taken back", async () => {
  await read();
  await add([4, 4, "20:00"]);
  const { importId } = await read();
  await undoImport(scratch.workspace, importId);
  expect((await read()).rows).toMatchObject({ added: 1 });
  expect(await scratch.amounts()).toEqual([1, 2, 3, 4]);
});

test("keeps to the columns of the first time, whatever a few new rows look like", async () => {
  await server.run("ALTER TABLE sales ADD COLUMN total text; UPDATE sales SET total = 'x'");
  const first = await read();
  await server.run(`INSERT INTO sales VALUES (4, 'K4', '2026-05-01', 4, ${at("23:00")}, '99.50')`);
  const second = await read({ overlap: "1 second" });
  expect(second.mapping).toEqual(first.mapping);
  expect(await scratch.amounts()).toEqual([1, 2, 3, 4]);
});

test("reads any table of the ledger, such as customers that change", async () => {
  await server.run(`DROP TABLE IF EXISTS people;
    CREATE TABLE people (customer_number text, country text, registered date, changed_at timestamptz);
    INSERT INTO people VALUES ('K1', 'DE', '2024-01-01', ${at("08:00")}),
      ('K2', 'AT', '2024-02-01', ${at("12:00")})`);
  const options = { from: "people", table: "customers" };
  expect(await read(options)).toMatchObject({ target: "customers", rows: { added: 2 } });
  await server.run(`UPDATE people SET country = 'CH', changed_at = ${at("15:00")}
    WHERE customer_number = 'K1'; INSERT INTO people VALUES ('K3', 'DE', NULL, ${at("16:00")})`);
  expect((await read(options)).rows).toMatchObject({ read: 3, added: 1, known: 1, superseded: 1 });
  expect(await read(options)).toMatchObject({ alreadyImported: true });
  const customers = await scratch.workspace.engine.rows(
    "SELECT customer_id FROM customers ORDER BY customer_id",
  );
  expect(customers.map(({ customer_id: id }) => id)).toEqual(["K1", "K2", "K3"]);
});

test("reads all rows of an id together that may be there more than once", async () => {
  await server.run(`DROP TABLE IF EXISTS answers;
    CREATE TABLE answers (feedback_id text, customer text, given_at timestamptz, nps int, seq serial);
    INSERT INTO answers (feedback_id, customer, given_at, nps) VALUES
      ('F1', 'K1', ${at("08:00")}, 9), ('F2', 'K2', ${at("09:00")}, 3)`);
  const options = { from: "answers", table: "feedback", watermark: "seq", overlap: "0" };
  await read(options);
  // The same answer once more, and another one under its number: three rows of F1 in all.
  await server.run(`INSERT INTO answers (feedback_id, customer, given_at, nps) VALUES
    ('F1', 'K1', ${at("08:00")}, 9), ('F1', 'K1', ${at("10:00")}, 2)`);
  expect((await read(options)).rows).toMatchObject({ added: 2, superseded: 0 });
});
