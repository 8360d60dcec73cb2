import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";

/** Gives every run of the tests a directory for what several files need alike. */
export function setup(project: TestProject): () => void {
  const directory = mkdtempSync(join(tmpdir(), "kundenwert-once-"));
  project.provide("onceARun", directory);
  return () => rmSync(directory, { recursive: true, force: true });
}

declare module "vitest" {
  // Only an interface can be merged.
  interface ProvidedContext {
    onceARun: string;
  }
}

/**
 * A directory of this name with what `make` writes into it, the same for every file of tests. Who
 * asks first makes it, the others wait. None may change it: what is to be changed is copied.
 *
 * @returns its path
 */
export async function onceARun(
  name: string,
  make: (directory: string) => Promise<void> | void,
): Promise<string> {
  const made = join(inject("onceARun"), name);
  const making = `${made}.making`;
  while (!existsSync(made)) {
    if (!claims(making)) {
      await pause(50);
      continue;
    }
    try {
      // Another may have ended between the two looks.
      if (existsSync(made)) break;
      const unfinished = join(making, "unfinished");
      mkdirSync(unfinished);
      await make(unfinished);
      renameSync(unfinished, made);
    } finally {
      // After a failure the next one tries again, and fails with a reason of its own.
      rmSync(making, { recursive: true, force: true });
    }
  }
  return made;
}

/** Of all who try at the same time only one can make a directory. */
function claims(directory: string): boolean {
  try {
    mkdirSync(directory);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw cause;
  }
}
