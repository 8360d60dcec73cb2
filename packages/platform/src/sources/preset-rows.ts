/** Reads the rows of a known system's export by what its preset makes of them. */
import type { Decision } from "./decision.ts";
import type { FileSample } from "./file-sample.ts";
import { valuesOf } from "./file-sample.ts";
import type { ImportOptions } from "./import-options.ts";
import type { Found } from "./inspect-file.ts";
import { decode } from "./inspect-file.ts";
import { numberForm, readNumbers } from "./number-form.ts";
import { missingColumns, PRESETS, recognise } from "./presets/all.ts";
import type { Made, Preset, PresetContext, SourceRow } from "./presets/preset.ts";
import type { FileRecord } from "./record-reader.ts";
import type { RejectReason } from "./reject-reason.ts";
import { normalizeName } from "./role-names.ts";
import { documentsOf } from "./sample-text.ts";
import { SourceError } from "./source-error.ts";

/** A preset for one file. */
export type PresetUse = {
  readonly preset: Preset;
  readonly context: PresetContext;
  readonly names: readonly string[];
  readonly decision: Decision;
};

/** Rows of the file, one after another, as rows of `preset.roles` or the reason they are none. */
export type Rewrite = {
  readonly columns: readonly string[];
  take(record: Extract<FileRecord, { fields: unknown }>): readonly Rewritten[];
  end(): readonly Rewritten[];
};
export type Rewritten = {
  /** Unique in the file: several rows of one line are set apart by LINES_APART. */
  readonly line: number;
  readonly raw: string;
} & ({ readonly fields: readonly string[] } | { readonly refused: RejectReason });

/** More lines than any file has. */
export const LINES_APART = 1e12;

/**
 * The preset asked for, or the one whose columns these are. Whoever says what columns mean, or
 * what table they are for, knows better.
 *
 * @throws SourceError PRESET_MISMATCH if the file has not the columns of the preset asked for
 */
export function choosePreset(
  file: string,
  found: Found,
  sample: FileSample,
  { preset: asked, mapping = {}, table, format, extract }: ImportOptions,
): PresetUse | undefined {
  if (asked === "none") return undefined;
  const isSaid = Object.values(mapping).some((name) => name !== undefined) || extract !== undefined;
  const known = isSaid ? undefined : recognise(found.kind, sample.names);
  const preset = asked ? PRESETS.find(({ name }) => name === asked) : known;
  if (!preset || (!asked && table !== undefined && table !== preset.table)) return undefined;
  const missing = missingColumns(preset, sample.names);
  if (preset.kind !== found.kind || missing.length > 0) {
    const details = { file, preset: preset.name, missing, columns: sample.names };
    throw new SourceError("PRESET_MISMATCH", `${file} is no file of ${preset.name}`, details);
  }
  const decimal = format?.decimal ?? decimalOf(preset, sample);
  const because = asked ? "given" : "name";
  const examples = preset.header;
  return {
    preset,
    names: sample.names,
    context: {
      decimal,
      columns: new Set(sample.names.map(normalizeName)),
      above: linesAbove(found),
    },
    decision: { decision: "preset", value: preset.name, because, examples },
  };
}

/** Decided over all columns of amounts together: one system writes them alike. */
function decimalOf({ amounts, decimal = "point" }: Preset, sample: FileSample) {
  const wanted = amounts?.map(normalizeName) ?? [];
  const values = sample.names.flatMap((name, index) =>
    wanted.includes(normalizeName(name)) ? valuesOf(sample, index) : [],
  );
  const found = numberForm(readNumbers(values), undefined);
  if ("ambiguous" in found || found.form.decimal === "none") return decimal;
  return found.form.decimal;
}

function linesAbove({ dialect, sample, encoding }: Found): string {
  if (!dialect?.titleLines) return "";
  const lines = decode(sample.head, encoding.encoding).split(/\r\n|\n|\r/);
  return lines.slice(0, dialect.titleLines).join("\n");
}

/** The sample as the preset makes it. */
export function presetSample(use: PresetUse, found: Found, sample: FileSample): FileSample {
  const rewrite = rewriteOf(use);
  const rows =
    use.preset.kind === "jsonl"
      ? documentsOf(found).map(({ line, text }) => ({ line, fields: [text] }))
      : sample.rows;
  const made = rows.flatMap(({ line, fields }) => {
    const texts = fields.map((field) => field ?? "");
    return rewrite.take({ line: line ?? 0, text: "", fields: texts });
  });
  return {
    names: use.preset.roles,
    rows: [...made, ...rewrite.end()].flatMap((row) =>
      "fields" in row ? { line: row.line % LINES_APART, fields: row.fields } : [],
    ),
    typed: new Set(),
  };
}

export function rewriteOf({ preset, context, names }: PresetUse): Rewrite {
  const maker = preset.open(context);
  const places = new Map(names.map((name, index) => [normalizeName(name), index]));
  const secret = new Set((preset.secret ?? []).map((name) => places.get(normalizeName(name))));
  const rowOf = (record: Extract<FileRecord, { fields: unknown }>): SourceRow | undefined => {
    const { line, text, fields } = record;
    const document = preset.kind === "jsonl" ? documentOf(fields[0] ?? "") : undefined;
    if (preset.kind === "jsonl" && !document) return undefined;
    const open = fields.filter((_, index) => !secret.has(index));
    const raw = secret.size > 0 ? open.join(";") : text;
    const at = (column: string) => fields[places.get(normalizeName(column)) ?? -1]?.trim() ?? "";
    return { line, raw, document, text: at };
  };
  return {
    columns: preset.roles,
    take(record) {
      const row = rowOf(record);
      if (row) return apart(maker.take(row), preset.roles);
      return [{ line: record.line, raw: record.text, refused: "JSON_UNREADABLE" }];
    },
    end: () => apart(maker.end?.() ?? [], preset.roles),
  };
}

function documentOf(text: string): Record<string, unknown> | undefined {
  try {
    const document: unknown = JSON.parse(text);
    const isObject = typeof document === "object" && document !== null && !Array.isArray(document);
    return isObject ? (document as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function apart(made: readonly Made[], roles: readonly string[]): Rewritten[] {
  const seen = new Map<number, number>();
  return made.map((one) => {
    const { line, raw } = one.of;
    const copy = seen.get(line) ?? 0;
    seen.set(line, copy + 1);
    const place = { line: line + copy * LINES_APART, raw };
    if ("refused" in one) return { ...place, refused: one.refused };
    return { ...place, fields: roles.map((role) => one.row[role] ?? "") };
  });
}
