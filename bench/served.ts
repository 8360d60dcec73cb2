import { readFileSync } from "node:fs";
import { start } from "../packages/platform/test/command-line.ts";

/** A server in a process of its own, so that whoever measures takes nothing from it. */
export type Served = {
  readonly url: string;
  /** Memory the server holds now, and the most it ever held, in megabytes. */
  memory(): { readonly now: number; readonly peak: number };
  stop(): Promise<void>;
};

/** `kundenwert serve` on a workspace, once it listens. @throws Error if it ends before */
export async function serveWorkspace(directory: string): Promise<Served> {
  const started = start("-w", directory, "serve", "--port", "0");
  await started.line(/http:\/\/127\.0\.0\.1:\d+/);
  const { stdout, stderr } = started.written;
  const [url = ""] = /http:\/\/127\.0\.0\.1:\d+/.exec(stdout + stderr) ?? [];
  return {
    url,
    memory() {
      const status = readFileSync(`/proc/${started.child.pid}/status`, "utf8");
      const megabytes = (name: string) =>
        Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
      return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
    },
    async stop() {
      started.child.kill("SIGINT");
      await started.ended;
    },
  };
}

/** The workspace that is named on the command line. */
export function namedWorkspace(): string {
  const [, , directory] = process.argv;
  if (directory) return directory;
  console.error("name a workspace, such as DIRECTORY/company of `domains --keep DIRECTORY`");
  process.exit(2);
}

/** The value below which a share of all lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
