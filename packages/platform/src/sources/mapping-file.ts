import { readFileSync, writeFileSync } from "node:fs";
import { type Static, Type } from "typebox";
import { Value } from "typebox/value";
import { parse, stringify } from "yaml";
import {
  DATE_FORMATS,
  DECIMALS,
  DELIMITERS,
  ENCODINGS,
  type FormatOptions,
  QUOTES,
  TIME_UNITS,
} from "./file-format.ts";
import { PRESET_NAMES } from "./presets/all.ts";
import type { MappingOptions } from "./roles.ts";
import { SourceError } from "./source-error.ts";
import { TARGET_NAMES, TARGETS } from "./targets/all.ts";

const oneOf = <T extends string>(values: readonly T[]) =>
  Type.Optional(Type.Union(values.map((value) => Type.Literal(value))));

const ROLES = [...new Set(TARGETS.flatMap(({ roles }) => Object.keys(roles)))];

const MappingFileSchema = Type.Object(
  {
    source: Type.Optional(Type.String({ minLength: 1 })),
    table: oneOf(TARGET_NAMES),
    preset: oneOf(PRESET_NAMES),
    format: Type.Optional(
      Type.Object(
        {
          encoding: oneOf(ENCODINGS),
          delimiter: oneOf(DELIMITERS),
          quote: oneOf(QUOTES),
          titleLines: Type.Optional(Type.Integer({ minimum: 0 })),
          header: Type.Optional(Type.Boolean()),
          decimal: oneOf(DECIMALS),
          dateFormat: oneOf(DATE_FORMATS),
          timeUnit: oneOf(TIME_UNITS),
          timeOrigin: Type.Optional(Type.String()),
        },
        { additionalProperties: false },
      ),
    ),
    mapping: Type.Optional(
      Type.Object(
        Object.fromEntries(
          ROLES.map((role) => [role, Type.Optional(Type.Union([Type.String(), Type.Null()]))]),
        ),
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

/** What a YAML file says of a kind of file, so that it need not be said again. */
export type MappingFile = {
  readonly source?: string;
  readonly table?: string;
  readonly preset?: string;
  readonly format?: FormatOptions;
  readonly mapping?: MappingOptions;
};

/** @throws SourceError MAPPING_FILE_INVALID with the path of the wrong entry, FILE_NOT_FOUND */
export function readMapping(path: string): MappingFile {
  const invalid = (at: string, problem: string, cause?: unknown) =>
    new SourceError(
      "MAPPING_FILE_INVALID",
      `${path}: ${at} ${problem}`,
      { file: path, path: at, problem },
      { cause },
    );
  let content: unknown;
  try {
    content = parse(readFileSync(path, "utf8")) ?? {};
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") {
      throw new SourceError("FILE_NOT_FOUND", `${path}: ENOENT`, { file: path }, { cause });
    }
    throw invalid("", cause instanceof Error ? cause.message : String(cause), cause);
  }
  const [error] = Value.Errors(MappingFileSchema, content);
  if (error) {
    const unknown = error.keyword === "boolean";
    throw invalid(error.instancePath, unknown ? "is no known entry" : error.message);
  }
  return content as Static<typeof MappingFileSchema> as MappingFile;
}

export function writeMapping(path: string, mapping: MappingFile): void {
  writeFileSync(path, stringify(mapping));
}
