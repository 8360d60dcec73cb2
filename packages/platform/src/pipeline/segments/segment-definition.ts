import type { Feature } from "../features/feature.ts";
import type { Step } from "../step.ts";
import { type MicroVersion, readMicroVersions } from "./micro-version.ts";
import {
  definitionsOf,
  plainDefinitions,
  ruleText,
  type SegmentDefinition,
} from "./segment-rule.ts";

const COLUMNS = `version INTEGER, valid_from DATE, micro INTEGER, segment VARCHAR, macro VARCHAR,
  rule_en VARCHAR, rule_de VARCHAR, conditions VARCHAR, learnt_from DOUBLE`;

/** Who belongs to each micro-segment of each version, for programs and for people. */
export function segmentDefinition(features: readonly Feature[]): Step {
  return {
    name: "segment_definition",
    reads: ["segment_model"],
    text: JSON.stringify([
      COLUMNS,
      features.map(({ name, meaning, unit }) => [name, meaning, unit]),
    ]),
    inputs: ({ settings }) => ({ currency: settings.currency }),
    checks: { "a segment has a name": "segment IS NULL OR segment = ''" },
    async write({ engine, settings: { currency } }, table) {
      await engine.run(`DROP TABLE IF EXISTS ${table}`);
      await engine.run(`CREATE TABLE ${table} (${COLUMNS})`);
      const versions = await readMicroVersions(engine);
      const listed = versions.length > 0 ? versions.flatMap(rowsOf) : plainRows();
      const text = (pick: (row: Listed) => string) => listed.map(pick);
      const number = (pick: (row: Listed) => number) => Float64Array.from(listed, pick);
      const rule = (language: "de" | "en") =>
        text(({ definition }) => ruleText(definition.conditions, features, { language, currency }));
      await engine.append(table, {
        version: number(({ version }) => version),
        valid_from: number(({ validFrom }) => Date.parse(validFrom) / 86_400_000),
        micro: number(({ definition }) => definition.micro),
        segment: text(({ definition }) => definition.segment),
        macro: text(({ definition }) => definition.macro),
        rule_en: rule("en"),
        rule_de: rule("de"),
        conditions: text(({ definition }) => JSON.stringify(definition.conditions)),
        learnt_from: number(({ definition }) => definition.rows),
      });
    },
  };
}

type Listed = {
  readonly version: number;
  readonly validFrom: string;
  readonly definition: SegmentDefinition;
};

function rowsOf(version: MicroVersion): Listed[] {
  const { version: number, validFrom } = version;
  return definitionsOf(version).map((definition) => ({ version: number, validFrom, definition }));
}

/** Before anything was learned, macro segments are all there is. */
function plainRows(): Listed[] {
  return plainDefinitions().map((definition) => ({
    version: 0,
    validFrom: "1970-01-01",
    definition,
  }));
}
