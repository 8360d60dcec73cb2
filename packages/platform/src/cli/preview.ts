import type { ImportOptions } from "../sources/import-file.ts";
import { writeMapping } from "../sources/mapping-file.ts";
import { type Preview, previewFile } from "../sources/preview-file.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { describeError } from "./describe-error.ts";
import { drawTable } from "./output/table.ts";
import type { Session } from "./session.ts";

/** Shows what a file would be read as, and imports nothing. */
export async function preview(
  session: Session,
  workspace: Workspace,
  file: string,
  options: ImportOptions,
  mappingFile: string | undefined,
): Promise<void> {
  const seen = await previewFile(workspace, file, { ...options, signal: session.signal });
  showDecisions(session, seen);
  showRows(session, seen);
  for (const problem of seen.problems) {
    const [what, wayOut] = describeError(problem, session.speech.language);
    session.print(`${session.speech.text.error}: ${what}`);
    if (wayOut) session.print(`${session.speech.text.wayOut}: ${wayOut}`);
  }
  if (mappingFile) {
    writeMapping(mappingFile, seen.mappingFile);
    session.remark(session.speech.text.written(mappingFile, "1"));
  }
  session.remark(session.speech.text.import.nothingWritten);
}

function showDecisions({ print }: Session, { decisions }: Preview): void {
  const rows = decisions.map(({ decision, column, role, value, because, examples }) => [
    [decision, role, column].filter(Boolean).join(" "),
    JSON.stringify(value),
    because,
    (examples ?? []).slice(0, 2).join(" · ").slice(0, 40),
  ]);
  print(
    drawTable(
      ["", "", "", ""].map((title) => ({ title })),
      rows,
    ),
  );
}

function showRows({ print, speech }: Session, { rows, columns, mapping }: Preview): void {
  const { line, raw, wouldBe } = speech.text.import;
  const roles = Object.keys(mapping);
  print(`\n${raw}:`);
  print(
    drawTable(
      [line, ...columns].map((title) => ({ title })),
      rows.map((row) => [String(row.line), ...row.raw.map((value) => (value ?? "").slice(0, 24))]),
    ),
  );
  print(`\n${wouldBe}:`);
  print(
    drawTable(
      [line, ...roles].map((title) => ({ title })),
      rows.map(({ line: at, parsed, reject }) => [
        String(at),
        ...(parsed
          ? roles.map((role) => String(parsed[role] ?? ""))
          : [`✗ ${reject?.reason ?? ""}`]),
      ]),
    ),
  );
}
