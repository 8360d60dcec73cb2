import { concatenate } from "../engines/columns.ts";
import { type Columns, type Engine, identifier } from "../engines/engine.ts";
import { stopIfCancelled } from "../engines/engine-error.ts";
import { compareTables, type TypedColumn } from "./compare-tables.ts";
import { createLedger, declaredColumns, LEDGER_TABLES } from "./ledger.ts";

type MigrationEvent = {
  readonly table: string;
  /** Place of the table among `total`, from 1. */
  readonly index: number;
  readonly total: number;
  readonly rows: number;
};

export type MigrationOptions = {
  readonly signal?: AbortSignal | undefined;
  readonly onTable?: ((event: MigrationEvent) => void) | undefined;
  /** Hands a table's rows over; batch by batch through this process if absent. */
  readonly handOver?: HandOver | undefined;
};

/** Fills the empty `table` of the target with the rows of the source's table. */
export type HandOver = (
  tables: { readonly from: string; readonly into: string; readonly columns: readonly string[] },
  options: { readonly signal?: AbortSignal | undefined },
) => Promise<void>;

/** Rows that are sent together: few statements, and little memory. */
const BATCH_ROWS = 50_000;

/**
 * Copies a ledger from one engine to another. Each table is filled under another name and compared
 * with its source; only when all of them agree do they take their places, so a migration can be
 * stopped and repeated. The source is only read.
 *
 * @returns the number of rows by table
 * @throws WorkspaceError MIGRATION_DIFFERS with table, column and both figures; EngineError
 */
export async function migrateLedger(
  source: Engine,
  target: Engine,
  options: MigrationOptions = {},
): Promise<Readonly<Record<string, number>>> {
  const { signal, onTable } = options;
  await createLedger(target);
  const handOver = options.handOver ?? throughThisProcess(source, target);
  const tables = await ledgerTables(source);
  const rows: Record<string, number> = {};
  const filled: string[] = [];
  for (const [at, { table, columns }] of tables.entries()) {
    stopIfCancelled(signal);
    const isNothing = (await isEmpty(source, table)) && (await isEmpty(target, table));
    if (!isNothing) filled.push(table);
    const count = isNothing
      ? 0
      : await copyAside(source, target, { table, columns }, (tables) =>
          handOver(tables, { signal }),
        );
    rows[table] = count;
    onTable?.({ table, index: at + 1, total: tables.length, rows: count });
  }
  await target.transaction(async (inside) => {
    for (const table of filled) {
      await inside.run(`DROP TABLE IF EXISTS ${table}`);
      await inside.run(`ALTER TABLE ${table}__next RENAME TO ${table}`);
    }
  });
  return rows;
}

type LedgerShape = { readonly table: string; readonly columns: readonly TypedColumn[] };

/** Fills `table`__next of the target, and returns how many rows it has if they are those of the source. */
async function copyAside(
  source: Engine,
  target: Engine,
  { table, columns }: LedgerShape,
  handOver: (tables: Parameters<HandOver>[0]) => Promise<void>,
): Promise<number> {
  const aside = `${table}__next`;
  await startEmpty(target, table, aside);
  await handOver({ from: table, into: aside, columns: columns.map(([name]) => name) });
  const there = { engine: target, table: aside };
  return compareTables({ engine: source, table }, there, columns);
}

/** The source's tables with their columns: the ledger, and what later imports replaced in it. */
async function ledgerTables(source: Engine): Promise<LedgerShape[]> {
  const found: LedgerShape[] = [];
  for (const table of LEDGER_TABLES) {
    const columns = declaredColumns(table);
    found.push({ table, columns });
    const beside = `${table}_superseded`;
    const isApart = (LEDGER_TABLES as readonly string[]).includes(beside);
    if (isApart || !(await source.hasTable(beside))) continue;
    found.push({ table: beside, columns: [["superseded_by", "INTEGER"], ...columns] });
  }
  return found;
}

/** Many tables are: on a cluster it takes one short statement to leave them alone. */
async function isEmpty(engine: Engine, table: string): Promise<boolean> {
  return (await engine.rows(`SELECT 1 AS found FROM ${identifier(table)} LIMIT 1`)).length === 0;
}

async function startEmpty(target: Engine, table: string, aside: string): Promise<void> {
  await target.run(`DROP TABLE IF EXISTS ${identifier(aside)}`);
  await target.run(`CREATE TABLE ${aside} AS SELECT * FROM ${identifier(table)} WHERE 1 = 0`);
}

function throughThisProcess(source: Engine, target: Engine): HandOver {
  return async ({ from, into, columns }, { signal }) => {
    const select = `SELECT ${columns.join(", ")} FROM ${from}`;
    let waiting: Columns[] = [];
    let count = 0;
    for await (const batch of source.batches(select, {}, { signal })) {
      waiting.push(batch);
      count += Object.values(batch)[0]?.length ?? 0;
      if (count < BATCH_ROWS) continue;
      await target.append(into, concatenate(waiting));
      waiting = [];
      count = 0;
    }
    if (count > 0) await target.append(into, concatenate(waiting));
  };
}
