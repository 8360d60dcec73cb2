import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { openWorkspace, type Workspace } from "../src/workspace/workspace.ts";

/** An empty workspace for each test of a file, and what such tests do with it. */
export type Scratch = {
  directory: string;
  workspace: Workspace;
  /** Writes a file of these lines and returns its path. */
  file(name: string, ...lines: string[]): string;
  /** The amounts of the ledger, smallest first. */
  amounts(): Promise<number[]>;
};

export function scratchWorkspace(): Scratch {
  const scratch: Scratch = {
    directory: "",
    workspace: undefined as never,
    file(name, ...lines) {
      const path = join(scratch.directory, name);
      writeFileSync(path, `${lines.join("\n")}\n`);
      return path;
    },
    async amounts() {
      const rows = await scratch.workspace.engine.rows(
        "SELECT CAST(amount AS DOUBLE) AS amount FROM orders ORDER BY orders.amount",
      );
      return rows.map(({ amount }) => Number(amount));
    },
  };
  beforeEach(async () => {
    scratch.directory = mkdtempSync(join(tmpdir(), "kundenwert-import-"));
    scratch.workspace = await openWorkspace(join(scratch.directory, "workspace"));
  });
  afterEach(async () => {
    await scratch.workspace.close();
    rmSync(scratch.directory, { recursive: true });
  });
  return scratch;
}
