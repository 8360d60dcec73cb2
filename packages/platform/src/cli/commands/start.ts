import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { DEMO_SOURCES, DEMO_TARGETS, writeDemo } from "../../demo/index.ts";
import { lastRun } from "../../pipeline/run.ts";
import { suggestSettings } from "../../workspace/settings.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { importFiles } from "../import-files.ts";
import { runPipeline } from "../run-pipeline.ts";
import { inSession, type Session } from "../session.ts";
import { concludeRun } from "./run.ts";
import { listen, type ServeFlags } from "./serve.ts";

type Flags = ServeFlags & { readonly open: boolean };

const DEMO_CUSTOMERS = 10_000;

export const addStart: AddCommand = (program, text) => {
  const command = program
    .command("start")
    .description(text.commands.start)
    .option("--host <address>", text.options.host)
    .option("--port <n>", text.options.port)
    .option("--no-open", text.options.noOpen)
    .action((flags: Flags, self: Command) => inSession(self, (session) => act(session, flags)));
  addExamples(command, text, ["start", "start --port 8080 --no-open"]);
};

async function act(session: Session, flags: Flags): Promise<void> {
  const isNew = !existsSync(join(session.directory, "kundenwert.duckdb"));
  if (isNew) suggestSettings(session.directory, { targets: [...DEMO_TARGETS] });
  const workspace = await session.open();
  if (isNew) {
    session.remark(session.speech.text.demo.why);
    const directory = join(session.directory, "demo");
    await writeDemo(
      directory,
      { customers: DEMO_CUSTOMERS },
      {
        signal: session.signal,
        onProgress: ({ done, total }) =>
          session.progress.update(session.speech.text.progress.demo, done / total),
      },
    );
    session.progress.done(session.speech.text.demo.written(directory));
    const files = DEMO_SOURCES.map((source) => join(directory, source.files));
    await importFiles(session, workspace, files, {});
  }
  // A first run that was stopped half-way is finished now; one that is done costs nothing.
  if (isNew || !(await lastRun(workspace.engine))) {
    const [imported] = await workspace.engine.rows("SELECT count(*) AS n FROM imports");
    if (Number(imported?.n) > 0) {
      session.remark(concludeRun(await runPipeline(session, workspace), session.speech));
    }
  }
  await listen(session, workspace, flags, (url) => {
    if (flags.open && process.stdout.isTTY) openBrowser(url);
  });
}

/** Asks the desktop for its browser; where there is none, the printed address has to do. */
function openBrowser(url: string): void {
  const commands: Readonly<Record<string, string>> = { darwin: "open", win32: "explorer" };
  const command = commands[process.platform] ?? "xdg-open";
  spawn(command, [url], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
