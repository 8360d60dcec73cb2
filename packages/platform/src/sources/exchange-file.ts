import { copyFileSync, linkSync, rmSync } from "node:fs";
import { join } from "node:path";

let counter = 0;

/** A name in the exchange directory that no other import of this process uses. */
export function exchangeName(directory: string, kind: string): string {
  counter += 1;
  return join(directory, `import-${process.pid}-${counter}.${kind}`);
}

/** Puts a file where SQL may read it: without a copy if it lies on the same file system. */
export function place(directory: string, path: string, kind: string): string {
  const target = exchangeName(directory, kind);
  try {
    linkSync(path, target);
  } catch {
    // Another file system, or a file of somebody else's.
    copyFileSync(path, target);
  }
  return target;
}

export function discard(paths: readonly string[]): void {
  for (const path of paths) rmSync(path, { force: true });
}
