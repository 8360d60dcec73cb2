import { type TSchema, Type } from "typebox";
import { Value } from "typebox/value";
import { Settings } from "./settings.ts";
import type { TargetSetting } from "./target-settings.ts";

/** What a setting may be; null where nothing is set and there is no default. */
export type SettingValue = number | string | readonly number[] | readonly TargetSetting[] | null;

type Area = "value" | "figures" | "segments" | "warnings" | "health" | "feedback";

/** What may be set, as people are told it. */
type SettingRange = {
  readonly kind: "share" | "number" | "choice" | "text" | "months";
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly choices: readonly string[];
  /** Whether nothing may be said. */
  readonly isOptional: boolean;
};

/** A setting that can be changed without harm to what was imported. */
export type EditableSetting = {
  /** The path in kundenwert.yaml, with dots. */
  readonly name: string;
  readonly area: Area;
  readonly range: SettingRange;
  readonly schema: TSchema;
  readonly standard: SettingValue;
};

/**
 * Time zone, currency, engine and sources are not among them: what was imported rests on them, and
 * sources hold passwords. Nor are rules and most lists, which are written as YAML.
 */
const AREAS: Readonly<Record<Area, readonly string[]>> = {
  value: [
    "discountRate",
    "horizons",
    "marginRate",
    "basis",
    "country",
    "exchangeRateDays",
    "spend",
  ],
  figures: [
    "fiscalYearStart",
    "inactiveMonths",
    "churnAverage",
    "clvCacTarget",
    "smallestGroup",
    "snapshotMonths",
    "rankMonths",
  ],
  segments: ["activeDays", "intent.purchaseTo", "intent.churnFrom"],
  warnings: ["alerts.budget", "alerts.months"],
  health: ["health.leastCoverage", "health.redBelow", "health.greenFrom", "health.churnMonths"],
  feedback: ["cases.npsAtMost", "cases.scoreAtMost", "cases.workingDays", "cases.openDays"],
};
const SHARES = [
  "discountRate",
  "marginRate",
  "intent.purchaseTo",
  "intent.churnFrom",
  "alerts.budget",
  "health.leastCoverage",
];

const DEFAULTS: unknown = Value.Default(Settings, {});

/** All settings that can be changed here, in the order they are shown in. */
export const EDITABLE_SETTINGS: readonly EditableSetting[] = Object.entries(AREAS).flatMap(
  ([area, names]) => names.map((name) => describe(name, area as Area)),
);

/** Lists of entries, changed as a whole: what key figures shall reach. */
export const LIST_SETTINGS: Readonly<Record<string, TSchema>> = {
  targets: Settings.properties.targets,
};

/** Names of the entries that only the file itself can say. */
export const FILE_SETTINGS: readonly string[] = Object.keys(Settings.properties).filter(
  (name) =>
    !Object.hasOwn(LIST_SETTINGS, name) &&
    !EDITABLE_SETTINGS.some((each) => each.name.split(".")[0] === name),
);

/** What the settings say under a name with dots; null for nothing. */
export function settingAt(settings: unknown, name: string): SettingValue {
  let found = settings;
  for (const step of name.split(".")) found = (found as Record<string, unknown>)?.[step];
  return (found ?? null) as SettingValue;
}

type Described = TSchema & {
  readonly type?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly items?: Described;
  readonly anyOf?: readonly { readonly const?: string }[];
  readonly properties?: Readonly<Record<string, Described>>;
};

function describe(name: string, area: Area): EditableSetting {
  let schema: Described = Settings as Described;
  for (const step of name.split(".")) schema = schema.properties?.[step] as Described;
  const { minimum, exclusiveMinimum, maximum } = schema.items ?? schema;
  return {
    name,
    area,
    schema,
    standard: settingAt(DEFAULTS, name),
    range: {
      kind: SHARES.includes(name) ? "share" : kindOf(schema),
      minimum: minimum ?? exclusiveMinimum ?? null,
      maximum: maximum ?? null,
      choices: (schema.anyOf ?? []).map((each) => String(each.const)),
      isOptional: Type.IsOptional(schema),
    },
  };
}

function kindOf({ type, anyOf }: Described): SettingRange["kind"] {
  if (anyOf) return "choice";
  if (type === "array") return "months";
  return type === "string" ? "text" : "number";
}
