import type { Engine } from "../engines/engine.ts";

/** By what each table of all changes shows that there was one; tables a run has yet to make say nothing. */
const CHANGES = {
  imports: "CAST(count(*) AS VARCHAR) || '/' || CAST(count(undone_at) AS VARCHAR)",
  journal: "CAST(count(*) AS VARCHAR) || '/' || CAST(max(published_at) AS VARCHAR)",
  // Written after the last step of a run.
  report: "CAST(count(*) AS VARCHAR) || '/' || CAST(max(created_at) AS VARCHAR)",
} as const;

/** Asks what the data are of: another answer means that they have changed. */
type ReadVersion = () => Promise<string>;

/**
 * The version of imports, steps and reports, with today, for some answers tell what is overdue.
 * Whoever asks while a question is on its way shares the next with all others who do.
 */
export function versionReader(engine: Engine): ReadVersion {
  const made = new Set<string>();
  return shared(async () => {
    for (const table of Object.keys(CHANGES)) {
      if (!made.has(table) && (await engine.hasTable(table))) made.add(table);
    }
    const parts = Object.entries(CHANGES)
      .filter(([table]) => made.has(table))
      .map(([table, change]) => `(SELECT ${change} FROM ${table}) AS of_${table}`);
    const [row] = parts.length > 0 ? await engine.rows(`SELECT ${parts.join(", ")}`) : [];
    const today = new Date().toISOString().slice(0, 10);
    return `${today} ${row?.of_imports} ${row?.of_journal} ${row?.of_report}`;
  });
}

/** What `ask` finds, asked again only after data have changed, or where it failed. */
export function whileUnchanged<T>(
  readVersion: ReadVersion,
  ask: () => Promise<T>,
): () => Promise<T> {
  let kept: { readonly version: string; readonly found: Promise<T> } | undefined;
  return async () => {
    const version = await readVersion();
    if (kept?.version !== version) {
      const found = ask();
      kept = { version, found };
      found.catch(() => {
        kept = undefined;
      });
    }
    return kept.found;
  };
}

/** One on its way may have been asked before the data that the next knows of were written. */
function shared<T>(ask: () => Promise<T>): () => Promise<T> {
  let current: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  return () => {
    next ??= current.then(() => {
      const asked = ask();
      current = asked.catch(() => undefined);
      next = undefined;
      return asked;
    });
    return next;
  };
}
