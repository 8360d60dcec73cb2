import { spawnSync } from "node:child_process";
import { join } from "node:path";

const main = join(import.meta.dirname, "../src/cli/main.ts");
/** Spares a third of every start: what was compiled once is read the next time. */
const compiled = join(import.meta.dirname, "../../../node_modules/.cache/compiled");

export type Answer = { readonly status: number | null; readonly out: string; readonly err: string };

/** Runs the command line as a user would, in a process of its own. */
export function kundenwert(...words: readonly string[]): Answer {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--conditions=source", main, ...words],
    {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    },
  );
  return { status, out: stdout, err: stderr };
}

/** The JSON that a command prints; its error text where it fails. */
export function json<T>(...words: readonly string[]): T {
  const { status, out, err } = kundenwert(...words);
  if (status !== 0) throw new Error(err);
  return JSON.parse(out) as T;
}
