/**
 * Customers stay in the engine: how many rows leave it and go back into it while everything is
 * made, for several numbers of customers. What passes are distinct rows of (x, t_x, T), counts and
 * samples, so the number must grow more slowly than the customers, and end.
 *
 *   npm run bench -- rows-through [customers…]        default: 10000 100000
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Columns, Engine, Statements } from "../packages/platform/src/engines/engine.ts";
import { run } from "../packages/platform/src/pipeline/run.ts";
import { importFile } from "../packages/platform/src/sources/import-file.ts";
import { openWorkspace } from "../packages/platform/src/workspace/workspace.ts";
import { simulateLog } from "./simulate-log.ts";

const MOST_ROWS = 1_000_000;

type Passed = { out: number; back: number };

const given = process.argv.slice(2).map(Number);
const directory = mkdtempSync(join(tmpdir(), "kundenwert-bench-"));
let isMissed = false;
for (const customers of given.length > 0 ? given : [10_000, 100_000]) {
  const { steps, all } = await measure(customers);
  console.log(`\n${customers.toLocaleString("en")} customers`);
  for (const [name, { out, back }] of steps) {
    if (out + back >= 1000) console.log(`  ${name.padEnd(28)} ${show(out)} out ${show(back)} back`);
  }
  console.log(`  ${"all".padEnd(28)} ${show(all.out)} out ${show(all.back)} back`);
  isMissed ||= all.out + all.back > MOST_ROWS;
}
rmSync(directory, { recursive: true });
process.exit(isMissed ? 1 : 0);

function show(count: number): string {
  return count.toLocaleString("en").padStart(10);
}

async function measure(customers: number) {
  const csv = join(directory, `log-${customers}.csv`);
  simulateLog(csv, customers);
  const workspace = await openWorkspace(join(directory, `${customers}`), { command: "bench" });
  await importFile(workspace, csv);
  rmSync(csv);
  const passed: Passed = { out: 0, back: 0 };
  const steps = new Map<string, Passed>();
  let before: Passed = { ...passed };
  const engine = counting(workspace.engine, passed);
  await run(
    { ...workspace, engine },
    {
      onProgress: ({ step, state }) => {
        if (state !== "done") return;
        steps.set(step, { out: passed.out - before.out, back: passed.back - before.back });
        before = { ...passed };
      },
    },
  );
  await workspace.close();
  return { steps, all: passed };
}

/** The same engine, which adds up the rows that pass. */
function counting(engine: Engine, passed: Passed): Engine {
  return {
    ...engine,
    ...countingStatements(engine, passed),
    transaction: (work) => engine.transaction((inside) => work(countingStatements(inside, passed))),
  };
}

function countingStatements(on: Statements, passed: Passed): Statements {
  const length = (columns: Columns) => Object.values(columns)[0]?.length ?? 0;
  return {
    ...on,
    async rows(...given) {
      const rows = await on.rows(...given);
      passed.out += rows.length;
      return rows;
    },
    async columns(...given) {
      const columns = await on.columns(...given);
      passed.out += length(columns);
      return columns;
    },
    async *batches(...given) {
      for await (const batch of on.batches(...given)) {
        passed.out += length(batch);
        yield batch;
      }
    },
    append(table, columns) {
      passed.back += length(columns);
      return on.append(table, columns);
    },
  };
}
