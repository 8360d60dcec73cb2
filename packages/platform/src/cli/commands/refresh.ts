import type { Command } from "commander";
import { openCases } from "../../pipeline/feedback/open-cases.ts";
import { type FileOutcome, refreshSources } from "../../sources/refresh-sources.ts";
import { CliError } from "../cli-error.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { tellError } from "../describe-error.ts";
import { tellImport } from "../import-files.ts";
import { runPipeline } from "../run-pipeline.ts";
import { inSession, type Session } from "../session.ts";
import { concludeRun } from "./run.ts";

type Flags = {
  readonly replace?: boolean;
  /** Commander gives `--no-run` as false. */
  readonly run: boolean;
};

export const addRefresh: AddCommand = (program, text) => {
  const command = program
    .command("refresh")
    .description(text.commands.refresh)
    .option("--replace", text.options.replace)
    .option("--no-run", text.options.noRun)
    .action((flags: Flags, self: Command) => inSession(self, (session) => act(session, flags)));
  addExamples(command, text, ["refresh", "refresh --no-run", "-w shop refresh --quiet"]);
};

/** A source that fails is told at once and in the exit code; the others are imported all the same. */
async function act(session: Session, { replace, run }: Flags): Promise<void> {
  const { speech, progress, signal, remark } = session;
  const workspace = await session.open();
  if (!workspace.settings.sources?.length) {
    throw new CliError("SOURCES_MISSING", { directory: workspace.directory });
  }
  const outcomes = await refreshSources(workspace, {
    replace,
    signal,
    onProgress: ({ file, phase, share }) =>
      progress.update(`${file}: ${speech.text.progress[phase]}`, share),
    onFile: (outcome) => {
      if ("report" in outcome) tellImport(session, outcome.report);
      else tellError(outcome.error, speech.language);
    },
  });
  await openCases(workspace);
  // A register alone has nothing to value, and nothing that figures could tell of.
  const [imported] = await workspace.engine.rows(
    `SELECT (SELECT count(*) FROM orders) + (SELECT count(*) FROM subscriptions)
       + (SELECT count(*) FROM feedback) + (SELECT count(*) FROM interactions) AS n`,
  );
  if (run && Number(imported?.n) > 0) {
    remark(concludeRun(await runPipeline(session, workspace), speech));
  }
  const failed = outcomes.filter((outcome): outcome is Failed => "error" in outcome);
  if (failed.length > 0) {
    const files = failed.map(({ file }) => file);
    throw new CliError("SOURCES_FAILED", { count: failed.length, total: outcomes.length, files });
  }
}

type Failed = Extract<FileOutcome, { readonly error: unknown }>;
