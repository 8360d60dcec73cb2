import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Command } from "commander";
import { readSql } from "../../engines/sql-file.ts";
import { rejectsCsv } from "../../sources/rejects-csv.ts";
import { undoImport } from "../../sources/undo-import.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { CliError } from "../cli-error.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { importFiles } from "../import-files.ts";
import { addImportFlags, type ImportFlags, toImportOptions } from "../import-options.ts";
import {
  addPostgresFlags,
  importFromPostgres,
  type PostgresFlags,
  previewPostgres,
} from "../import-postgres.ts";
import { drawTable } from "../output/table.ts";
import { parseOneOf, parseWhole } from "../parse.ts";
import { preview } from "../preview.ts";
import { inSession, type Session } from "../session.ts";

type Flags = ImportFlags &
  PostgresFlags & {
    readonly dryRun?: boolean;
    readonly writeMapping?: string;
    readonly rejects?: string;
    readonly undo?: string;
    readonly list?: boolean;
    readonly format: string;
  };

const FORMATS = ["table", "json"] as const;

export const addImport: AddCommand = (program, text) => {
  const command = program.command("import [files...]").description(text.commands.import);
  addPostgresFlags(addImportFlags(command, text), text)
    .option("--dry-run", text.options.dryRun)
    .option("--write-mapping <file>", text.options.writeMapping)
    .option("--rejects <file>", text.options.rejects)
    .option("--undo <id>", text.options.undo)
    .option("--list", text.options.list)
    .option("--format <format>", `${text.options.format}: table, json (--list)`, "table")
    .action((files: string[], flags: Flags, self: Command) =>
      inSession(self, (session) => act(session, files, flags)),
    );
  addExamples(command, text, [
    "import orders.csv.gz",
    "import orders.csv --dry-run --write-mapping shop.yaml",
    "import 2026-*.csv --mapping shop.yaml --rejects refused.csv",
    "import export.txt --delimiter tab --decimal comma --date-format dmy --map customer=KdNr",
    "import --postgres postgresql://reader@db.example.com/shop --from public.orders --watermark changed_at",
    "import --undo 3",
  ]);
};

async function act(session: Session, files: readonly string[], flags: Flags): Promise<void> {
  const workspace = await session.open({ embedded: true });
  if (flags.list) return list(session, workspace, parseOneOf("--format", flags.format, FORMATS));
  if (flags.undo) return undo(session, workspace, parseWhole("--undo", flags.undo, 1));
  const { postgres } = flags;
  if (files.length === 0 && !postgres) throw new CliError("FILES_MISSING", {});
  const options = toImportOptions(flags);
  if (flags.dryRun || flags.writeMapping) {
    if (postgres) await previewPostgres(session, workspace, postgres, flags, options);
    for (const file of files) await preview(session, workspace, file, options, flags.writeMapping);
    return;
  }
  const reports = await importFiles(session, workspace, files, options);
  if (postgres) {
    reports.push(await importFromPostgres(session, workspace, postgres, flags, options));
  }
  const refused = reports.filter(({ rows }) => rows.rejected > 0);
  if (flags.rejects) await writeRejects(session, workspace, refused, flags.rejects);
  else if (refused.length > 0) session.remark(session.speech.text.import.rejectsHint);
}

async function writeRejects(
  { speech, remark }: Session,
  workspace: Workspace,
  refused: readonly { readonly importId: number }[],
  file: string,
): Promise<void> {
  async function* all(): AsyncGenerator<string> {
    for (const [at, { importId }] of refused.entries()) {
      let isHeader = at > 0;
      for await (const piece of rejectsCsv(workspace, importId)) {
        if (!isHeader) yield piece;
        isHeader = false;
      }
    }
  }
  await pipeline(Readable.from(all()), createWriteStream(file));
  remark(speech.text.import.rejectsAre(file));
}

async function undo({ speech, remark }: Session, workspace: Workspace, id: number): Promise<void> {
  const { removed, restored } = await undoImport(workspace, id);
  remark(speech.text.import.undone(id, speech.number(removed), speech.number(restored)));
}

async function list(
  { speech, print }: Session,
  { engine }: Workspace,
  format: (typeof FORMATS)[number],
): Promise<void> {
  const rows = await engine.rows(readSql("read/imports"));
  if (format === "json") return print(JSON.stringify(rows, null, 2));
  if (rows.length === 0) return print(speech.text.import.none);
  const columns = [
    "import_id",
    "table",
    "source",
    "file",
    "imported_at",
    "added",
    "rejected",
    "undone_at",
  ];
  print(
    drawTable(
      columns.map((title) => ({ title })),
      rows.map((row) => columns.map((column) => String(row[column] ?? ""))),
    ),
  );
}
