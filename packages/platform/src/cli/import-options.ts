import type { Command } from "commander";
import type { ImportOptions } from "../sources/import-file.ts";
import { readMapping } from "../sources/mapping-file.ts";
import { CliError } from "./cli-error.ts";
import type { Texts } from "./text/en.ts";

/** The flags that say how a file is to be read. */
export type ImportFlags = {
  readonly source?: string;
  readonly table?: string;
  readonly preset?: string;
  readonly sheet?: string;
  readonly map?: readonly string[];
  readonly mapping?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly quote?: string;
  readonly titleLines?: string;
  /** Commander gives `--no-header` as false. */
  readonly header?: boolean;
  readonly decimal?: string;
  readonly dateFormat?: string;
  readonly timeUnit?: string;
  readonly timeOrigin?: string;
  readonly currency?: string;
  readonly basis?: string;
  readonly replace?: boolean;
};

/** Adds those flags to a command. */
export function addImportFlags(command: Command, { options }: Texts): Command {
  const repeat = (value: string, before: readonly string[] = []) => [...before, value];
  return command
    .option("--source <name>", options.source)
    .option("--table <name>", options.table)
    .option("--preset <name>", options.preset)
    .option("--sheet <name>", options.sheet)
    .option("--map <role=column>", options.map, repeat)
    .option("--mapping <file>", options.mapping)
    .option("--encoding <name>", options.encoding)
    .option("--delimiter <sign>", options.delimiter)
    .option("--quote <sign>", options.quote)
    .option("--title-lines <n>", options.titleLines)
    .option("--no-header", options.noHeader)
    .option("--decimal <sign>", options.decimal)
    .option("--date-format <order>", options.dateFormat)
    .option("--time-unit <unit>", options.timeUnit)
    .option("--time-origin <day>", options.timeOrigin)
    .option("--currency <code>", options.currency)
    .option("--basis <basis>", options.basis)
    .option("--replace", options.replace);
}

const DELIMITERS: Readonly<Record<string, string>> = { tab: "\t", "\\t": "\t" };

/**
 * What the flags mean to the sources; flags come before the mapping file. What a flag may say is
 * checked by the sources, which refuse with OPTION_INVALID.
 *
 * @throws SourceError of the mapping file; CliError OPTION_INVALID
 */
export function toImportOptions(flags: ImportFlags): ImportOptions {
  const file = flags.mapping ? readMapping(flags.mapping) : {};
  const given = {
    encoding: flags.encoding,
    delimiter: flags.delimiter && (DELIMITERS[flags.delimiter] ?? flags.delimiter),
    quote: flags.quote,
    titleLines: flags.titleLines === undefined ? undefined : Number(flags.titleLines),
    header: flags.header === false ? false : undefined,
    decimal: flags.decimal,
    dateFormat: flags.dateFormat,
    timeUnit: flags.timeUnit,
    timeOrigin: flags.timeOrigin,
  };
  return {
    ...defined({
      source: flags.source ?? file.source,
      table: flags.table ?? file.table,
      preset: flags.preset ?? file.preset,
      sheet: flags.sheet,
      currency: flags.currency,
      basis: flags.basis,
      replace: flags.replace,
    }),
    format: { ...file.format, ...defined(given) },
    mapping: { ...file.mapping, ...Object.fromEntries((flags.map ?? []).map(toRole)) },
  } as ImportOptions;
}

function toRole(text: string): [role: string, column: string | null] {
  const at = text.indexOf("=");
  if (at <= 0) {
    throw new CliError("OPTION_INVALID", { option: "--map", value: text, allowed: "role=column" });
  }
  return [text.slice(0, at), text.slice(at + 1) || null];
}

function defined<T extends Record<string, unknown>>(values: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
