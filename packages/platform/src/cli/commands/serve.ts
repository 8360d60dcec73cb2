import { once } from "node:events";
import type { Command } from "commander";
import type { Server } from "../../api/server.ts";
import { readConfig } from "../../config.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { CliError } from "../cli-error.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { parseWhole } from "../parse.ts";
import { inSession, type Session } from "../session.ts";

export type ServeFlags = { readonly host?: string; readonly port?: string };

export const addServe: AddCommand = (program, text) => {
  const command = program
    .command("serve")
    .description(text.commands.serve)
    .option("--host <address>", text.options.host)
    .option("--port <n>", text.options.port)
    .action((flags: ServeFlags, self: Command) =>
      inSession(self, async (session) => {
        await listen(session, await session.open(), flags);
      }),
    );
  addExamples(command, text, ["serve", "--workspace shop serve --port 8080"]);
};

/** Serves a workspace until the user stops it. */
export async function listen(
  session: Session,
  workspace: Workspace,
  flags: ServeFlags,
  onReady: (url: string) => void = () => {},
): Promise<void> {
  const server = await start(workspace, flags);
  session.print(session.speech.text.serve.listening(server.url));
  onReady(server.url);
  if (!session.signal.aborted) await once(session.signal, "abort");
  await server.close();
  session.remark(session.speech.text.serve.stopped);
}

async function start(workspace: Workspace, flags: ServeFlags): Promise<Server> {
  const config = readConfig();
  const port = flags.port === undefined ? config.port : parseWhole("--port", flags.port);
  // Every command would start slower by the server that none but these two need.
  const { serve } = await import("../../api/server.ts");
  try {
    return await serve(workspace, { host: flags.host ?? config.host, port });
  } catch (error) {
    if ((error as { code?: string }).code !== "EADDRINUSE") throw error;
    throw new CliError("PORT_TAKEN", { port });
  }
}
