/** A process of its own that is killed within a transaction: `node half-a-transaction.ts OPTIONS`. */
import { openTrino } from "../../src/engines/trino/trino.ts";
import type { TrinoOptions } from "../../src/engines/trino/trino-options.ts";

const engine = await openTrino(JSON.parse(process.argv[2] ?? "") as TrinoOptions);
await engine.transaction(async (inside) => {
  await inside.run("DELETE FROM by_period WHERE x = 1");
  await inside.run("INSERT INTO by_period SELECT CAST(3 AS DOUBLE)");
  await inside.run("DROP TABLE IF EXISTS published");
  await inside.run("CREATE TABLE fresh AS SELECT CAST(1 AS DOUBLE) AS x");
  await inside.run("ALTER TABLE published__next RENAME TO published");
  process.stdout.write("half\n");
  await new Promise(() => setInterval(() => {}, 1000));
});
