import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { engineSuite } from "../../test/engine-suite.ts";
import { openDuckDb } from "./duckdb.ts";

engineSuite("duckdb", openDuckDb);

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-engine-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

test("reads files of its exchange directory only, and installs nothing", async () => {
  const inside = mkdtempSync(join(directory, "exchange-"));
  writeFileSync(join(inside, "a.csv"), "x\n1\n");
  writeFileSync(join(directory, "b.csv"), "x\n1\n");
  const engine = await openDuckDb({ exchangeDirectory: inside });
  const read = (path: string) => engine.rows("SELECT x FROM read_csv($path)", { path });
  expect(await read(join(inside, "a.csv"))).toEqual([{ x: 1 }]);
  const denied = { code: "ENGINE_ACCESS_DENIED" };
  await expect(read(join(directory, "b.csv"))).rejects.toMatchObject(denied);
  await expect(read(join(inside, "..", "b.csv"))).rejects.toMatchObject(denied);
  await expect(engine.run("INSTALL httpfs")).rejects.toMatchObject(denied);
  await expect(engine.run("SET enable_external_access = true")).rejects.toThrow();
  await engine.close();
});

test("says which process holds the file", async () => {
  const path = join(directory, "held.duckdb");
  const script = `import { DuckDBInstance } from "@duckdb/node-api";
    await DuckDBInstance.create(${JSON.stringify(path)});
    console.log("open"); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: import.meta.dirname,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(holder.stdout, "data");
  await expect(openDuckDb({ path })).rejects.toMatchObject({
    code: "ENGINE_BUSY",
    details: { pid: holder.pid },
  });
  holder.kill();
  await once(holder, "exit");
  await (await openDuckDb({ path })).close();
});

test("is closed when it says so, whatever was left unread, and can be opened again", async () => {
  const path = join(directory, "reopened.duckdb");
  const first = await openDuckDb({ path });
  await first.run("CREATE TABLE numbers AS SELECT CAST(range AS DOUBLE) AS x FROM range(10000)");
  await first.close();
  for (let time = 1; time <= 20; time++) {
    const engine = await openDuckDb({ path });
    expect(await engine.rows("SELECT count(*) AS n FROM numbers")).toEqual([{ n: 9999 + time }]);
    await engine.append("numbers", { x: Float64Array.of(-time) });
    for await (const { x } of engine.batches("SELECT x FROM numbers")) if (x?.length) break;
    for await (const _ of engine.batches("SELECT x FROM numbers ORDER BY x")) break;
    await engine.transaction(async (inside) => {
      for await (const { x } of inside.batches("SELECT x FROM numbers")) if (x?.length) break;
      await inside.run("UPDATE numbers SET x = x - 1 WHERE x < 0");
    });
    await engine.close();
    // The last to let go of a database writes its log into the file and removes it.
    expect(existsSync(`${path}.wal`), `after opening ${time}`).toBe(false);
  }
});

test("lets nobody in once it is closed, and waits for who is on the way in", async () => {
  for (let time = 0; time < 50; time++) {
    const engine = await openDuckDb();
    const first = Promise.all([1, 2, 3, 4].map(() => engine.rows("SELECT 1 AS one")));
    const closed = engine.close();
    await expect(engine.rows("SELECT 1 AS one")).rejects.toMatchObject({ code: "ENGINE_FAILED" });
    expect(await first).toHaveLength(4);
    await closed;
  }
});

test("spills what exceeds its memory, and says when even that is too little", async () => {
  const spillDirectory = join(directory, "spill");
  const engine = await openDuckDb({ memoryLimit: "60MB", spillDirectory });
  const sorted = `SELECT count(*) AS n FROM (
    SELECT row_number() OVER (ORDER BY hash(range)) AS place, range FROM range(3000000))`;
  expect(await engine.rows(sorted)).toEqual([{ n: 3_000_000 }]);
  await engine.close();
  const tight = await openDuckDb({ memoryLimit: "12MB" });
  await expect(tight.rows(sorted)).rejects.toMatchObject({ code: "ENGINE_OUT_OF_MEMORY" });
  await tight.close();
});

test("reports how far a long statement is", async () => {
  const engine = await openDuckDb();
  await engine.run("CREATE TABLE large AS SELECT range AS x FROM range(30000000)");
  const shares: number[] = [];
  await engine.rows(
    "SELECT count(DISTINCT hash(x) % 9999991) AS n FROM large",
    {},
    { onProgress: (share) => shares.push(share) },
  );
  expect(shares.length).toBeGreaterThan(0);
  for (const share of shares) {
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
  }
  await engine.close();
});
