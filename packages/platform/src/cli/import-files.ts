import { openCases } from "../pipeline/feedback/open-cases.ts";
import type { ImportOptions, ImportReport } from "../sources/import-file.ts";
import { importFile } from "../sources/import-file.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { toFacts } from "./describe-error.ts";
import type { Session } from "./session.ts";

/** Imports files one after another and tells what came of each. */
export async function importFiles(
  session: Session,
  workspace: Workspace,
  files: readonly string[],
  options: ImportOptions,
): Promise<ImportReport[]> {
  const reports: ImportReport[] = [];
  for (const file of files) {
    const report = await importFile(workspace, file, {
      ...options,
      signal: session.signal,
      askBasis: ({ file, preset }) => askBasis(session, file, preset),
      onProgress: ({ phase, share }) =>
        session.progress.update(`${file}: ${session.speech.text.progress[phase]}`, share),
    });
    tellImport(session, report);
    reports.push(report);
  }
  await openCases(workspace);
  return reports;
}

function askBasis({ ask, speech }: Session, file: string, preset: string) {
  const { askBasis: question, answers } = speech.text.import;
  return ask(question(file, preset), { [answers.net]: "net", [answers.gross]: "gross" } as const);
}

/** Says what an import brought, and what it could not. */
export function tellImport({ speech, progress, remark }: Session, report: ImportReport): void {
  const { text, number } = speech;
  const { file, rows, importId, period, warnings, rejects } = report;
  if (report.alreadyImported) {
    progress.done(text.import.already(file, importId));
    return;
  }
  const counts = {
    read: number(rows.read),
    added: number(rows.added),
    known: number(rows.known),
    superseded: number(rows.superseded),
    rejected: number(rows.rejected),
  };
  progress.done(text.import.summary(file, counts));
  const tables = Object.entries(report.tables).map(
    ([table, rows]) => `${text.import.tables[table] ?? table} (${number(rows)})`,
  );
  if (tables.length > 0) remark(`  ${text.import.into(tables.join(", "))}`);
  if (period) remark(`  ${text.import.period(speech.day(period.first), speech.day(period.last))}`);
  const mapped = Object.entries(report.mapping).map(([role, column]) => `${role}=${column}`);
  remark(`  ${text.import.mapping}: ${mapped.join(", ")}`);
  if (report.unused.length > 0) remark(`  ${text.import.unused}: ${report.unused.join(", ")}`);
  for (const { reason, column, count, line, value } of rejects) {
    const example = `${text.import.line} ${line}${value === null ? "" : `: ${value}`}`;
    const why = text.import.reasons[reason] ?? reason;
    remark(`  ${number(count)} × ${why}${column ? ` (${column})` : ""}, ${example}`);
  }
  for (const { code, details } of warnings) {
    const inWords = text.import.warnings[code]?.(toFacts(details)) ?? code;
    remark(`  ${text.warning}: ${inWords}`);
  }
}
