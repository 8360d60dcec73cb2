import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { readConfig } from "../config.ts";
import type { Engine } from "../engines/engine.ts";
import { openTrino } from "../engines/trino/trino.ts";
import { readTrinoAddress } from "../engines/trino/trino-options.ts";
import { openWorkspace, type Workspace } from "../workspace/workspace.ts";
import { ask } from "./ask.ts";
import { exitCodeOf, tellError } from "./describe-error.ts";
import { type Language, type Speech, speechOf } from "./language.ts";
import { type Progress, progressOf } from "./output/progress.ts";

/** What the options before the command say. */
type GlobalOptions = {
  readonly workspace?: string;
  readonly lang?: Language;
  readonly quiet?: boolean;
};

type OpenOptions = {
  readonly url?: string;
  /** The workspace's own database even where its settings name a cluster. */
  readonly embedded?: boolean;
};

/** What every command works with. */
export type Session = {
  readonly directory: string;
  readonly speech: Speech;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** A result: to the screen, or into a pipe. */
  print(text: string): void;
  /** A remark for people: not with --quiet, never into a pipe. */
  remark(text: string): void;
  /** One of the answers; undefined where nobody sits at a terminal, or with --quiet. */
  ask<T>(question: string, answers: Readonly<Record<string, T>>): Promise<T | undefined>;
  open(options?: OpenOptions): Promise<Workspace>;
  /** A schema of a cluster, asked with the environment's credentials. */
  openCluster(address: string): Promise<Engine>;
  /** A workspace for one command, gone afterwards. */
  openTemporary(): Promise<Workspace>;
};

/** Runs a command's work with a session; errors are told in the user's words, with an exit code. */
export async function inSession(
  command: Command,
  work: (session: Session) => Promise<void>,
): Promise<void> {
  const options = command.optsWithGlobals<GlobalOptions>();
  const language = options.lang ?? readLanguage();
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const opened: (() => Promise<void>)[] = [];
  try {
    await work(createSession(command, options, language, controller.signal, opened));
  } catch (error) {
    if (isClosedPipe(error)) return;
    tellError(error, language);
    process.exitCode = exitCodeOf(error);
  } finally {
    for (const close of opened.reverse()) await close();
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}

/** The reader of a pipe may have enough, as `head` does: no fault. */
export function isClosedPipe(error: unknown): boolean {
  return (error as { code?: unknown }).code === "EPIPE";
}

function readLanguage(): Language {
  try {
    return readConfig().language;
  } catch {
    // What is wrong with the environment is told when the command reads it.
    return "en";
  }
}

function createSession(
  command: Command,
  { workspace, quiet = false }: GlobalOptions,
  language: Language,
  signal: AbortSignal,
  opened: (() => Promise<void>)[],
): Session {
  const config = readConfig();
  const { memoryLimit, threads, spillDirectory, trino } = config;
  const told = `kundenwert ${command.name()}`;
  const limits = { memoryLimit, threads, spillDirectory, trino, command: told };
  const directory = workspace ?? config.workspace;
  const open = async (path: string, options: OpenOptions = {}): Promise<Workspace> => {
    const space = await openWorkspace(path, { ...limits, ...options });
    opened.push(() => space.close());
    return space;
  };
  return {
    directory,
    speech: speechOf(language),
    progress: progressOf(quiet),
    signal,
    print: (text) => console.log(text),
    remark: (text) => {
      if (!quiet) console.error(text);
    },
    async ask(question, answers) {
      const { stdin: input, stderr: output } = process;
      if (quiet || !input.isTTY || !output.isTTY) return undefined;
      // What is under way stands on a line of its own.
      output.write("\n");
      return ask(question, answers, { input, output, signal });
    },
    open: (options) => open(directory, options),
    openCluster: async (address) => {
      const engine = await openTrino(readTrinoAddress(address, trino));
      opened.push(() => engine.close());
      return engine;
    },
    openTemporary: () => {
      const temporary = mkdtempSync(join(tmpdir(), "kundenwert-"));
      opened.push(async () => rmSync(temporary, { recursive: true, force: true }));
      return open(temporary);
    },
  };
}
