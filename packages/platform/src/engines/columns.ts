import type { Column, Columns } from "./engine.ts";

/** The batches of one result as one. */
export function concatenate(batches: readonly Columns[]): Columns {
  const names = Object.keys(batches[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [name, join(batches.map((batch) => batch[name] ?? []))]),
  );
}

function join(parts: readonly Column[]): Column {
  if (!(parts[0] instanceof Float64Array)) return parts.flatMap((part) => [...part] as string[]);
  const joined = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts as readonly Float64Array[]) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
