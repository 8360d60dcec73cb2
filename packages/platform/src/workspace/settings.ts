import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Static, Type } from "typebox";
import { Value } from "typebox/value";
import { parse, stringify } from "yaml";
import { feedbackSettings } from "./feedback-settings.ts";
import { healthSettings } from "./health-settings.ts";
import { lifecycleSettings } from "./lifecycle-settings.ts";
import { moneySettings } from "./money-settings.ts";
import { segmentSettings } from "./segment-settings.ts";
import { SourceSettings } from "./source-settings.ts";
import { targetSettings } from "./target-settings.ts";
import { warningSettings } from "./warning-settings.ts";
import { WorkspaceError } from "./workspace-error.ts";

export const SETTINGS_FILE = "kundenwert.yaml";

/** What a workspace decides once, in its file kundenwert.yaml. */
export const Settings = Type.Object(
  {
    engine: Type.Optional(
      Type.String({
        pattern: "^trino(\\+http)?://",
        description: "the cluster that runs the pipeline, as `kundenwert migrate` writes it",
      }),
    ),
    timeZone: Type.String({ default: "Europe/Berlin", description: "IANA name; days begin here" }),
    currency: Type.String({ default: "EUR", pattern: "^[A-Z]{3}$" }),
    basis: Type.Union([Type.Literal("net"), Type.Literal("gross")], {
      default: "net",
      description: "Whether the amounts that count are before or after value added tax",
    }),
    discountRate: Type.Number({ default: 0.1, minimum: 0, maximum: 1, description: "a year" }),
    horizons: Type.Array(Type.Integer({ minimum: 1, maximum: 120 }), {
      default: [12, 24, 36],
      minItems: 1,
      description: "Months ahead; the first is the one that screens show",
    }),
    marginRate: Type.Optional(
      Type.Number({ minimum: -1, maximum: 1, description: "Where order lines carry no cost" }),
    ),
    spend: Type.Union([Type.Literal("all"), Type.Literal("repeat")], {
      default: "all",
      description: "Which purchases the spend model is fitted on; textbooks leave the first out",
    }),
    sources: Type.Optional(
      Type.Array(SourceSettings, { description: "Where data come from; `refresh` reads them" }),
    ),
    inactiveMonths: Type.Integer({
      default: 12,
      minimum: 1,
      maximum: 60,
      description: "Months without a purchase after which a customer counts as lost",
    }),
    churnAverage: Type.Union([Type.Literal("month-ends"), Type.Literal("opening-closing")], {
      default: "month-ends",
      description: "Customers that churn is measured against: mean of 13 month ends, or of two",
    }),
    clvCacTarget: Type.Number({
      default: 3,
      minimum: 0,
      description: "What CLV ÷ CAC should reach",
    }),
    snapshotMonths: Type.Integer({
      default: 36,
      minimum: 1,
      maximum: 240,
      description: "Month ends that features of customers are kept for",
    }),
    constantAttributes: Type.Array(Type.String(), {
      default: [],
      description: "Further columns of customers that never change: they hold from the beginning",
    }),
    smallestGroup: Type.Integer({
      default: 5,
      minimum: 1,
      maximum: 1000,
      description: "Persons a group must have to be shown where figures are cut by a dimension",
    }),
    ...lifecycleSettings,
    ...segmentSettings,
    ...warningSettings,
    ...healthSettings,
    ...feedbackSettings,
    ...targetSettings,
    ...moneySettings,
  },
  { additionalProperties: false },
);
export type Settings = Static<typeof Settings>;

/** @throws WorkspaceError SETTINGS_INVALID with the path of the wrong entry */
export function readSettings(directory: string): Settings {
  const file = join(directory, SETTINGS_FILE);
  return toSettings(file, parseYaml(file));
}

/**
 * What was written in a file as settings, with all defaults.
 *
 * @throws WorkspaceError SETTINGS_INVALID
 */
export function toSettings(file: string, written: unknown): Settings {
  const settings = Value.Default(Settings, written ?? {});
  const [error] = Value.Errors(Settings, settings);
  if (error) {
    const isUnknown = error.keyword === "boolean";
    throw invalid(file, error.instancePath, isUnknown ? "is no known setting" : error.message);
  }
  return settings as Settings;
}

/** What the file itself says, without defaults. @throws WorkspaceError SETTINGS_INVALID */
export function readWritten(directory: string): Readonly<Record<string, unknown>> {
  return (parseYaml(join(directory, SETTINGS_FILE)) ?? {}) as Record<string, unknown>;
}

function parseYaml(file: string): unknown {
  try {
    return existsSync(file) ? parse(readFileSync(file, "utf8")) : undefined;
  } catch (cause) {
    const [where = ""] = (cause as Error).message.split("\n");
    throw invalid(file, "is no YAML:", where.replace(/:$/, ""), { cause });
  }
}

function invalid(file: string, path: string, problem: string, options?: ErrorOptions) {
  const message = `${file}: ${path} ${problem}`;
  return new WorkspaceError("SETTINGS_INVALID", message, { file, path, problem }, options);
}

/** Adds sources to a workspace's file; one that declares some already stays as it is. */
export function declareSources(directory: string, sources: readonly SourceSettings[]): void {
  const file = join(directory, SETTINGS_FILE);
  const written = readWritten(directory);
  if (written.sources) return;
  writeFileSync(file, stringify({ ...written, sources }));
}

/** Writes settings where a directory has none yet. */
export function suggestSettings(directory: string, settings: Partial<Settings>): void {
  const file = join(directory, SETTINGS_FILE);
  if (existsSync(file)) return;
  mkdirSync(directory, { recursive: true });
  writeFileSync(file, stringify(settings));
}

/** Names the engine that the workspace's data are in from now on. */
export function chooseEngine(directory: string, engine: string): void {
  const file = join(directory, SETTINGS_FILE);
  writeFileSync(file, stringify({ ...readWritten(directory), engine }));
}

export function writeSettings(directory: string, settings: Settings): void {
  writeFileSync(join(directory, SETTINGS_FILE), stringify(settings));
}
