import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { openDuckDb } from "../engines/duckdb.ts";
import type { Engine } from "../engines/engine.ts";
import { EngineError } from "../engines/engine-error.ts";
import { openTrino } from "../engines/trino/trino.ts";
import { readTrinoAddress, type TrinoCredentials } from "../engines/trino/trino-options.ts";
import { type Holder, readHolder, removeHolder, writeHolder } from "./holder.ts";
import { createLedger } from "./ledger.ts";
import { readSettings, type Settings } from "./settings.ts";
import { WorkspaceError } from "./workspace-error.ts";

/** A directory with one company's data: settings, database, and what passes in and out. */
export type Workspace = {
  readonly directory: string;
  readonly settings: Settings;
  readonly engine: Engine;
  /** The only directory SQL may read files from and write files to; emptied at each opening. */
  readonly exchangeDirectory: string;
  close(): Promise<void>;
};

export type WorkspaceOptions = {
  readonly memoryLimit?: string | undefined;
  readonly threads?: number | undefined;
  readonly spillDirectory?: string | undefined;
  /** What this process does with the workspace, for the message a second process gets. */
  readonly command?: string | undefined;
  readonly url?: string | undefined;
  /** Who asks the cluster, if the settings name one. */
  readonly trino?: TrinoCredentials | undefined;
  /** The workspace's own database even where the settings name a cluster. */
  readonly embedded?: boolean | undefined;
};

/**
 * Opens a workspace and makes what is missing of it.
 *
 * @throws WorkspaceError WORKSPACE_BUSY (who holds it in `details`), WORKSPACE_NEWER,
 *   WORKSPACE_UNREADABLE, SETTINGS_INVALID; EngineError ENGINE_ADDRESS_INVALID, ENGINE_UNREACHABLE,
 *   ENGINE_LOGIN_REFUSED where the settings name a cluster
 */
export async function openWorkspace(
  path: string,
  options: WorkspaceOptions = {},
): Promise<Workspace> {
  const directory = resolve(path);
  mkdirSync(directory, { recursive: true });
  const settings = readSettings(directory);
  const embedded = await openEmbedded(directory, options);
  const address = options.embedded ? undefined : settings.engine;
  const engine = address
    ? await openCluster(directory, address, options.trino, embedded)
    : embedded;
  const exchangeDirectory = join(directory, "exchange");
  rmSync(exchangeDirectory, { recursive: true, force: true });
  mkdirSync(exchangeDirectory);
  const { command = "kundenwert", url } = options;
  const since = new Date().toISOString();
  writeHolder(directory, { pid: process.pid, command, since, ...(url ? { url } : {}) });
  await createLedger(engine);
  return {
    directory,
    settings,
    engine,
    exchangeDirectory,
    async close() {
      await engine.close();
      removeHolder(directory);
    },
  };
}

/**
 * A cluster as the engine of a workspace. Its own database stays open beside: the lock on that file
 * is what keeps a second process out, and imports go there.
 *
 * @throws EngineError as `readTrinoAddress` and `openTrino`
 */
async function openCluster(
  directory: string,
  address: string,
  credentials: TrinoCredentials = {},
  embedded: Engine,
): Promise<Engine> {
  try {
    const undoFile = join(directory, "undo.json");
    const cluster = await openTrino({ ...readTrinoAddress(address, credentials), undoFile });
    return {
      ...cluster,
      async close() {
        await cluster.close();
        await embedded.close();
      },
    };
  } catch (cause) {
    await embedded.close();
    throw cause;
  }
}

async function openEmbedded(directory: string, options: WorkspaceOptions): Promise<Engine> {
  const { memoryLimit, threads, spillDirectory = join(directory, "spill") } = options;
  try {
    return await openDuckDb({
      path: join(directory, "kundenwert.duckdb"),
      exchangeDirectory: join(directory, "exchange"),
      spillDirectory,
      ...(memoryLimit ? { memoryLimit } : {}),
      ...(threads ? { threads } : {}),
    });
  } catch (cause) {
    throw cause instanceof EngineError ? toWorkspaceError(cause, directory) : cause;
  }
}

/** What keeps a workspace from being opened, where the engine's error can be said better. */
function toWorkspaceError(cause: EngineError, directory: string): Error {
  if (cause.code === "ENGINE_BUSY") {
    const holder: Partial<Holder> = readHolder(directory) ?? {};
    const details = { directory, ...holder, pid: holder.pid ?? cause.details.pid };
    const message = `${directory} is open in process ${details.pid} (${holder.command ?? "?"})`;
    return new WorkspaceError("WORKSPACE_BUSY", message, details, { cause });
  }
  if (cause.code !== "ENGINE_CORRUPT") return cause;
  const isNewer = cause.message.includes("version number");
  return new WorkspaceError(
    isNewer ? "WORKSPACE_NEWER" : "WORKSPACE_UNREADABLE",
    cause.message,
    { directory },
    { cause },
  );
}
