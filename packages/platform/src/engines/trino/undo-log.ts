/** How an open transaction is taken back; kept in a file, it can be after any end of this process. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

export type UndoEntry =
  | { readonly kind: "rename"; readonly from: string; readonly to: string }
  | { readonly kind: "drop"; readonly table: string }
  | { readonly kind: "snapshot"; readonly table: string; readonly snapshot: string };

export type UndoLog = {
  /** Oldest first. */
  entries(): readonly UndoEntry[];
  /** On disk before this returns. */
  push(entry: UndoEntry): void;
  /** Takes the newest away. */
  pop(): void;
  clear(): void;
};

/** @param file in memory only where it is absent */
export function openUndoLog(file?: string): UndoLog {
  let entries: readonly UndoEntry[] =
    file && existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as UndoEntry[]) : [];
  const keep = (next: readonly UndoEntry[]) => {
    entries = next;
    if (!file) return;
    if (next.length === 0) {
      rmSync(file, { force: true });
      return;
    }
    // Renamed into its place: a reader finds the entries before or these, never half of them.
    writeFileSync(`${file}.next`, JSON.stringify(next), { flush: true });
    renameSync(`${file}.next`, file);
  };
  return {
    entries: () => entries,
    push: (entry) => keep([...entries, entry]),
    pop: () => keep(entries.slice(0, -1)),
    clear: () => keep([]),
  };
}
