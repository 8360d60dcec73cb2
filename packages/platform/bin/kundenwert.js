#!/usr/bin/env node
// Node 24 is needed. Where the shell finds an older one, the one that comes with the install serves.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const main = new URL("../dist/cli/main.js", import.meta.url);
const require = createRequire(import.meta.url);

function installedNode() {
  try {
    const path = join(dirname(require.resolve("node/package.json")), "bin", "node");
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

if (!existsSync(main)) {
  console.error("kundenwert is not built yet: run `npm run build` first.");
  process.exit(1);
}
const old = Number(process.versions.node.split(".")[0]) < 24;
const node = old ? installedNode() : undefined;
if (old && !node) {
  console.error(`kundenwert needs Node 24 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
if (node) {
  const { status, signal } = spawnSync(node, [fileURLToPath(main), ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  process.exit(signal ? 130 : status);
}
// A third of the start-up time is compiling what has not changed.
module.enableCompileCache?.();
await import(main.href);
