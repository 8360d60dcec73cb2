import type { Command } from "commander";
import type { RunReport } from "../../pipeline/run.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { importFiles } from "../import-files.ts";
import { addImportFlags, type ImportFlags, toImportOptions } from "../import-options.ts";
import type { Speech } from "../language.ts";
import { methodName } from "../output/method-name.ts";
import { parseDay, parseMethod } from "../parse.ts";
import { runPipeline } from "../run-pipeline.ts";
import { inSession, type Session } from "../session.ts";

type Flags = ImportFlags & {
  readonly asOf?: string;
  readonly method?: string;
  /** Commander gives `--no-backtest` as false. */
  readonly backtest: boolean;
};

export const addRun: AddCommand = (program, text) => {
  const command = program.command("run [files...]").description(text.commands.run);
  addImportFlags(command, text)
    .option("--as-of <day>", text.options.asOf)
    .option("--method <method>", text.options.method)
    .option("--no-backtest", text.options.noBacktest)
    .action((files: string[], flags: Flags, self: Command) =>
      inSession(self, (session) => act(session, files, flags)),
    );
  addExamples(command, text, ["run orders.csv", "run", "run --method mbg-nbd --as-of 2026-06-30"]);
};

async function act(session: Session, files: readonly string[], flags: Flags): Promise<void> {
  const options = {
    ...(flags.asOf ? { asOf: parseDay("--as-of", flags.asOf) } : {}),
    ...(flags.method ? { method: parseMethod(flags.method) } : {}),
    backtest: flags.backtest,
  };
  const workspace = await session.open();
  await importFiles(session, workspace, files, toImportOptions(flags));
  const report = await runPipeline(session, workspace, options);
  const { run } = session.speech.text;
  session.remark(concludeRun(report, session.speech));
  session.remark(report.method === null ? run.nextUnvalued : run.next);
}

/** Which method values the customers, and why; what is missing where none does. */
export function concludeRun({ steps, method, reason }: RunReport, speech: Speech): string {
  const { text, number } = speech;
  if (method === null || reason === null) return text.run.unvalued;
  const rows = (step: string) => steps.find(({ name }) => name === step)?.rows ?? 0;
  // One row a customer and horizon, and one a horizon.
  const customers = rows("customer_value") / Math.max(rows("equity"), 1);
  return text.run.done(
    number(customers),
    methodName(text, method),
    text.reasons[reason.code] ?? reason.code,
  );
}
