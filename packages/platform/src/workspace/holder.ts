import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Who has a workspace open, as it wrote down itself. DuckDB's own lock is what keeps others out. */
export type Holder = {
  readonly pid: number;
  readonly command: string;
  readonly since: string;
  /** Where the API listens, if the holder is a server. */
  readonly url?: string;
};

const file = (directory: string) => join(directory, "holder.json");

export function writeHolder(directory: string, holder: Holder): void {
  writeFileSync(file(directory), JSON.stringify(holder));
}

export function readHolder(directory: string): Holder | undefined {
  if (!existsSync(file(directory))) return undefined;
  try {
    return JSON.parse(readFileSync(file(directory), "utf8")) as Holder;
  } catch {
    // Written at this moment by its holder: who it is will be known at the next try.
    return undefined;
  }
}

export function removeHolder(directory: string): void {
  rmSync(file(directory), { force: true });
}
