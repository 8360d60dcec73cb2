import type { Command } from "commander";
import { readPredictions } from "../../pipeline/backtest/predictions.ts";
import type { BacktestReport } from "../../pipeline/backtest/report.ts";
import { runBacktest } from "../../pipeline/backtest/run-backtest.ts";
import { runContractBacktest } from "../../pipeline/contract/run-contract-backtest.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { CliError } from "../cli-error.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { importFiles } from "../import-files.ts";
import { addImportFlags, type ImportFlags, toImportOptions } from "../import-options.ts";
import { speechOf } from "../language.ts";
import { describeBacktest } from "../output/backtest-table.ts";
import { describeContracts } from "../output/contract-table.ts";
import { writeRows } from "../output/write-rows.ts";
import { parseDay, parseOneOf } from "../parse.ts";
import { onStep } from "../run-pipeline.ts";
import { inSession, type Session } from "../session.ts";

type Flags = ImportFlags & {
  readonly calibrationEnd?: string;
  readonly holdoutEnd?: string;
  readonly format: string;
  readonly predictions?: string;
};

export const addBacktest: AddCommand = (program, text) => {
  const command = program.command("backtest [files...]").description(text.commands.backtest);
  addImportFlags(command, text)
    .option("--calibration-end <day>", text.options.calibrationEnd)
    .option("--holdout-end <day>", text.options.holdoutEnd)
    .option("--format <format>", `${text.options.format}: table, json`, "table")
    .option("--predictions <file>", text.options.predictions)
    .action((files: string[], flags: Flags, self: Command) =>
      inSession(self, (session) => act(session, files, flags)),
    );
  addExamples(command, text, [
    "backtest",
    "backtest orders.csv.gz --calibration-end 2025-06-30 --holdout-end 2026-06-30",
    "backtest orders.csv --format json --predictions predictions.csv",
  ]);
};

/** With files it works in a workspace of its own, and the user's stays as it is. */
async function act(session: Session, files: readonly string[], flags: Flags): Promise<void> {
  const format = parseOneOf("--format", flags.format, ["table", "json"]);
  const split = {
    calibrationEnd: flags.calibrationEnd && parseDay("--calibration-end", flags.calibrationEnd),
    holdoutEnd: flags.holdoutEnd && parseDay("--holdout-end", flags.holdoutEnd),
  };
  const workspace = files.length > 0 ? await session.openTemporary() : await session.open();
  await importFiles(session, workspace, files, toImportOptions(flags));
  const watch = { signal: session.signal, onProgress: onStep(session) };
  const report = await runBacktest(workspace, {
    calibrationEnd: split.calibrationEnd || undefined,
    holdoutEnd: split.holdoutEnd || undefined,
    ...watch,
  });
  const contracts = await runContractBacktest(workspace, watch);
  if (!report && !contracts?.backtest) throw new CliError("TOO_LITTLE_HISTORY", {});
  if (report && flags.predictions) {
    await writePredictions(session, workspace, report, flags.predictions);
  }
  if (format === "json") {
    return session.print(JSON.stringify(contracts ? { ...report, contracts } : report, null, 2));
  }
  const speech = speechOf(session.speech.language, workspace.settings.currency);
  if (report) session.print(describeBacktest(report, speech));
  if (report && contracts) session.print("");
  if (contracts) session.print(describeContracts(contracts, speech));
}

async function writePredictions(
  session: Session,
  workspace: Workspace,
  report: BacktestReport,
  output: string,
): Promise<void> {
  const sql = readPredictions(report);
  const rows = await writeRows(session, workspace, { sql, parameters: {}, format: "csv", output });
  session.remark(session.speech.text.backtest.written(output, session.speech.number(rows)));
}
