import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
/** Spares a third of every start: what was compiled once is read the next time. */
const compiled = fileURLToPath(new URL("../../../node_modules/.cache/compiled", import.meta.url));

export type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

export type Started = {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly ended: Promise<Ended>;
  /** What has been written so far. */
  readonly written: { stdout: string; stderr: string };
  /** Resolves once a whole line of stdout or stderr fits `pattern`; rejects if it ends before. */
  line(pattern: RegExp): Promise<void>;
};

/** Starts the command line from source, as a user would, with nothing of this machine's settings. */
export function start(...args: readonly string[]): Started {
  return startWith([], args);
}

/**
 * The same, but so many milliseconds after it has written a line to stderr that fits `last`, it is
 * killed without warning, by its own hand: a signal from outside comes late where others have the
 * processors. After 0 ms it does nothing more.
 */
export function startDoomed(last: RegExp, delay: number, args: readonly string[]): Started {
  const script = `const { stderr } = process;
    const write = stderr.write.bind(stderr);
    const die = () => process.kill(process.pid, "SIGKILL");
    stderr.write = (...written) => {
      const isAllOut = write(...written);
      if (${last}.test(written[0])) ${delay > 0 ? `setTimeout(die, ${delay})` : "die()"};
      return isAllOut;
    };`;
  return startWith(["--import", `data:text/javascript,${encodeURIComponent(script)}`], args);
}

function startWith(flags: readonly string[], args: readonly string[]): Started {
  const child = spawn(process.execPath, ["--conditions=source", ...flags, main, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, LANG: "en_GB.UTF-8", NODE_COMPILE_CACHE: compiled },
  });
  const written = { stdout: "", stderr: "" };
  const watchers = new Set<() => void>();
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      written[name] += text;
      for (const look of watchers) look();
    });
  }
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, ...written }));
  });
  const line = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        const lines = `${written.stderr}${written.stdout}`.split("\n");
        if (lines.some((one) => pattern.test(one))) resolve();
      };
      watchers.add(look);
      look();
      void ended.then(({ stderr }) => reject(new Error(`ended without ${pattern}: ${stderr}`)));
    });
  return { child, ended, written, line };
}

/** Runs the command line to its end. */
export function kundenwert(...args: readonly string[]): Promise<Ended> {
  return start(...args).ended;
}
