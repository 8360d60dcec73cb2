import type { Command } from "commander";
import {
  type FeatureLine,
  type FeatureReport,
  readFeatureReport,
} from "../../pipeline/features/feature-report.ts";
import { notMade } from "../../pipeline/not-made.ts";
import { type AddCommand, addExamples } from "../command.ts";
import type { Speech } from "../language.ts";
import { drawTable, right } from "../output/table.ts";
import { parseOneOf } from "../parse.ts";
import { inSession, type Session } from "../session.ts";

export const addFeatures: AddCommand = (program, text) => {
  const command = program
    .command("features")
    .description(text.commands.features)
    .option("--format <format>", `${text.options.format}: table, json`, "table")
    .action((flags: { format: string }, self: Command) =>
      inSession(self, (session) => act(session, flags.format)),
    );
  addExamples(command, text, ["features", "features --format json"]);
};

async function act(session: Session, wanted: string): Promise<void> {
  const format = parseOneOf("--format", wanted, ["table", "json"]);
  const { engine } = await session.open();
  const report = await readFeatureReport(engine);
  if (!report) throw await notMade(engine, "no snapshot has been taken yet");
  session.print(
    format === "json" ? JSON.stringify(report, null, 2) : describe(report, session.speech),
  );
}

function describe(report: FeatureReport, speech: Speech): string {
  const { number, day, text } = speech;
  const t = text.features;
  const { periodEnd, customers, judged, features, unused } = report;
  if (periodEnd === null) return t.none;
  const sorted = features.toSorted((one, other) => (other.gain ?? 0) - (one.gain ?? 0));
  return [
    t.caption(number(customers), day(periodEnd), number(features.length)),
    judged
      ? t.judged({
          learnt: day(judged.learntAt),
          judged: day(judged.judgedAt),
          until: day(judged.outcomeUntil),
          customers: number(judged.customers),
          purchases: number(judged.purchases),
        })
      : t.tooLittle,
    toTable(sorted, speech),
    ...(unused.length > 0 ? [t.unused] : []),
    ...unused.map(
      ({ table, column, reason }) => `  ${table}.${column}: ${t.reasons[reason] ?? reason}`,
    ),
  ].join("\n");
}

function toTable(features: readonly FeatureLine[], speech: Speech): string {
  const { language, number, percent, text } = speech;
  const t = text.features;
  return drawTable(
    [
      { title: t.name },
      { title: t.family },
      { title: t.unit },
      right(t.coverage),
      right(t.values),
      right(t.gain),
      right(t.interval),
      { title: t.meaning },
    ],
    features.map(({ name, family, unit, coverage, values, gain, low, high, meaning }) => [
      name,
      t.families[family] ?? family,
      t.units[unit] ?? unit,
      percent(coverage),
      number(values),
      low !== null && low <= 0 ? t.noGain : percent(gain),
      low === null ? percent(null) : `${percent(low)} – ${percent(high)}`,
      meaning[language],
    ]),
  );
}
