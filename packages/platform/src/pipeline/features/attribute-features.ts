import type { Engine } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { IDENTIFYING_ATTRIBUTES } from "../../sources/targets/identifying.ts";
import { columnName } from "./column-name.ts";
import type { Feature, FeatureType, Unit } from "./feature.ts";

/** Why a column of an import is no feature. */
type UnusedReason =
  | "CONSTANT"
  | "TOO_MANY_VALUES"
  | "EMPTY"
  | "NOT_YET_VALID"
  | "NO_FEATURE"
  | "NAMES_A_PERSON";

export type UnusedColumn = {
  readonly column: string;
  readonly table: string;
  readonly reason: UnusedReason;
  readonly values: number | null;
};

/** More different values than this are no categories, but names, numbers or free text. */
const MOST_CATEGORIES = 200;

const YES = "'1', 'true', 'yes', 'ja', 'y', 'j', 't', 'wahr'";
const NO_NUMBER = "'nan', 'inf', '-inf', '+inf', 'infinity', '-infinity', '+infinity'";

const UNITS: Readonly<Record<FeatureType, Unit>> = {
  number: "quantity",
  category: "text",
  "yes/no": "text",
  date: "days",
};

/** What a value of the attribute is as a column of the snapshot. */
const VALUE: Readonly<Record<FeatureType, string>> = {
  number: "TRY_CAST(value AS DOUBLE)",
  category: "value",
  "yes/no": `CASE WHEN lower(value) IN (${YES}) THEN 1 ELSE 0 END`,
  date: "TRY_CAST(value AS DATE)",
};

const CAST_TO: Readonly<Record<FeatureType, string>> = {
  number: "DOUBLE",
  category: "VARCHAR",
  "yes/no": "DOUBLE",
  date: "DATE",
};

/**
 * Makes a feature of every further column that imports brought, its type found in its values.
 *
 * @returns the features, and the columns that can be none
 */
export async function attributeFeatures(
  engine: Engine,
): Promise<{ readonly features: Feature[]; readonly unused: UnusedColumn[] }> {
  const profiles = await engine.rows(readSql("features/read/attributes"));
  const names = new Set<string>();
  const features: Feature[] = [];
  const unused: UnusedColumn[] = [];
  for (const [place, row] of profiles.entries()) {
    const attribute = String(row.attribute);
    const type = typeOf(row as Profile);
    const reason = IDENTIFYING_ATTRIBUTES.includes(attribute)
      ? "NAMES_A_PERSON"
      : reasonAgainst(row as Profile, type);
    if (reason) {
      const values = Number(row.distinct_values);
      unused.push({ column: attribute, table: "customer_attributes", reason, values });
    } else {
      features.push(toFeature(attribute, type, place, columnName("attribute", attribute, names)));
    }
  }
  return { features, unused };
}

type Profile = Readonly<
  Record<"filled" | "distinct_values" | "numbers" | "dates" | "yes_or_no", number>
>;

function typeOf({ filled, distinct_values, numbers, dates, yes_or_no }: Profile): FeatureType {
  if (yes_or_no === filled && distinct_values <= 2) return "yes/no";
  if (numbers === filled) return "number";
  return dates === filled ? "date" : "category";
}

function reasonAgainst(
  { filled, distinct_values }: Profile,
  type: FeatureType,
): UnusedReason | undefined {
  if (filled === 0) return "EMPTY";
  if (distinct_values === 1) return "CONSTANT";
  return type === "category" && distinct_values > MOST_CATEGORIES ? "TOO_MANY_VALUES" : undefined;
}

function toFeature(attribute: string, type: FeatureType, place: number, name: string): Feature {
  const parameter = `attribute_${place}`;
  return {
    name,
    family: "demographic",
    type,
    unit: UNITS[type],
    source: "attribute_phase",
    needs: ["customer_attributes.attribute"],
    without: "unknown",
    // An empty value ends the one before and is none itself.
    sql: `CAST(max(CASE WHEN attribute = $${parameter} AND trim(value) <> ''
      AND lower(value) NOT IN (${NO_NUMBER}) THEN ${VALUE[type]} END) AS ${CAST_TO[type]})`,
    parameters: { [parameter]: attribute },
    meaning: {
      en: `“${attribute}” as imported`,
      de: `„${attribute}“ laut Import`,
    },
  };
}
