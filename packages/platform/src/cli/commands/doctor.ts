import type { Command } from "commander";
import type { DoctorReport } from "../../pipeline/doctor.ts";
import type { DoctorFinding } from "../../pipeline/doctor-reader.ts";
import { examine } from "../../pipeline/examine.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { importFiles } from "../import-files.ts";
import { addImportFlags, type ImportFlags, toImportOptions } from "../import-options.ts";
import type { Speech } from "../language.ts";
import { speechOf } from "../language.ts";
import { parseOneOf } from "../parse.ts";
import { inSession, type Session } from "../session.ts";

type Flags = ImportFlags & { readonly format: string };

export const addDoctor: AddCommand = (program, text) => {
  const command = program.command("doctor [files...]").description(text.commands.doctor);
  addImportFlags(command, text)
    .option("--format <format>", `${text.options.format}: text, json`, "text")
    .action((files: string[], flags: Flags, self: Command) =>
      inSession(self, (session) => act(session, files, flags)),
    );
  addExamples(command, text, ["doctor", "doctor orders.csv", "doctor --format json"]);
};

/** With files they are examined in a workspace of their own, and nothing stays. */
async function act(session: Session, files: readonly string[], flags: Flags): Promise<void> {
  const format = parseOneOf("--format", flags.format, ["text", "json"]);
  const workspace = files.length > 0 ? await session.openTemporary() : await session.open();
  await importFiles(session, workspace, files, toImportOptions(flags));
  const report = await examine(workspace, { signal: session.signal });
  if (format === "json") return session.print(JSON.stringify(report, null, 2));
  const speech = speechOf(session.speech.language, workspace.settings.currency);
  session.print(describe(report, speech));
}

/** The findings in plain words, the worst first. */
function describe(report: DoctorReport, speech: Speech): string {
  const { doctor } = speech.text;
  const { number, day } = speech;
  const { rows, customers, firstDay, lastDay, findings } = report;
  const caption = doctor.caption(number(rows), number(customers), day(firstDay), day(lastDay));
  const order = ["problem", "warning", "info"];
  const sorted = findings.toSorted(
    (one, other) => order.indexOf(one.severity) - order.indexOf(other.severity),
  );
  const lines = sorted.map(
    (finding) => `  ${doctor.severity[finding.severity].padEnd(8)} ${inWords(finding, speech)}`,
  );
  const found = lines.length > 0 ? lines : [`  ${doctor.clean}`];
  return [...(rows > 0 ? [caption] : []), ...found, ...describeLedger(report, speech)].join("\n");
}

/** The tables with their rows and days, and what nothing has been imported of. */
function describeLedger({ tables }: DoctorReport, { text, number, day }: Speech): string[] {
  const { doctor, import: t } = text;
  const name = (table: string) => t.tables[table] ?? table;
  const held = tables.filter(({ rows }) => rows > 0);
  const missing = tables.filter(({ rows }) => rows === 0).map(({ table }) => name(table));
  return [
    doctor.ledger,
    ...held.map(({ table, rows, firstDay, lastDay }) => {
      const days = firstDay && lastDay ? doctor.days(day(firstDay), day(lastDay)) : "";
      return `${doctor.table(name(table), number(rows))}${days}`;
    }),
    ...(missing.length > 0 ? [doctor.missing(missing.join(", "))] : []),
  ];
}

function inWords(finding: DoctorFinding, speech: Speech): string {
  const { number, percent, money, day, text } = speech;
  const details = Object.entries(finding.details).map(([name, value]) => [
    name,
    typeof value === "number"
      ? number(value, 2)
      : name.endsWith("Day")
        ? day(value)
        : String(value),
  ]);
  const facts = {
    count: number(finding.count),
    share: percent(finding.share),
    amount: money(finding.amount),
    ...Object.fromEntries(details),
  };
  return text.doctor.findings[finding.code]?.(facts) ?? finding.code;
}
