/** `npm run bench -- NAME …`: runs bench/NAME.ts of the package it is called in. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const [name = "", ...rest] = process.argv.slice(2);
const folder = join(process.cwd(), "bench");
const script = join(folder, `${name}.ts`);
/** What benchmarks are made of, and are none. */
const helpers = [
  "run.ts",
  "simulate-log.ts",
  "pipeline-once.ts",
  "scale-once.ts",
  "data-sets.ts",
  "domains-ledger.ts",
  "served.ts",
  "uncached-reads.ts",
];
if (!/^[a-z-]+$/.test(name) || !existsSync(script) || helpers.includes(`${name}.ts`)) {
  const names = readdirSync(folder).filter(
    (file) => file.endsWith(".ts") && !helpers.includes(file),
  );
  console.error(`usage: npm run bench -- ${names.map((file) => file.slice(0, -3)).join(" | ")}`);
  process.exit(2);
}
const { status } = spawnSync(process.execPath, ["--conditions=source", script, ...rest], {
  stdio: "inherit",
});
process.exit(status ?? 1);
