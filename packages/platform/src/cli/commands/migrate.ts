import type { Command } from "commander";
import type { Engine } from "../../engines/engine.ts";
import { handOverAsParquet } from "../../workspace/hand-over-parquet.ts";
import { migrateLedger } from "../../workspace/migrate-ledger.ts";
import { chooseEngine } from "../../workspace/settings.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { CliError } from "../cli-error.ts";
import { type AddCommand, addExamples } from "../command.ts";
import { inSession, type Session } from "../session.ts";

type Flags = {
  readonly to?: string;
  readonly staging?: string;
  readonly stagingUri?: string;
};

export const addMigrate: AddCommand = (program, text) => {
  const { options } = text.migrate;
  const command = program
    .command("migrate")
    .description(text.commands.migrate)
    .option("--to <address>", options.to)
    .option("--staging <directory>", options.staging)
    .option("--staging-uri <uri>", options.stagingUri)
    .action((flags: Flags, self: Command) => inSession(self, (session) => act(session, flags)));
  addExamples(command, text, [
    "migrate --to trino://trino.example.com/lake/kundenwert",
    "migrate",
    "migrate --staging /mnt/lake/staging --staging-uri s3://lake/staging",
  ]);
};

async function act(session: Session, flags: Flags): Promise<void> {
  const { text, number } = session.speech;
  const workspace = await session.open({ embedded: true });
  const address = flags.to ?? workspace.settings.engine;
  if (!address) throw new CliError("FLAG_MISSING", { option: "--to" });
  const target = await session.openCluster(address);
  const handOver = handOverOf(workspace, target, flags);
  const moved = await migrateLedger(workspace.engine, target, {
    signal: session.signal,
    ...(handOver ? { handOver } : {}),
    onTable: ({ table, rows, index, total }) => {
      session.progress.update(table, index / total);
      if (rows > 0) session.progress.done(text.migrate.table(table, number(rows)));
    },
  });
  chooseEngine(workspace.directory, address);
  const rows = Object.values(moved).reduce((sum, count) => sum + count, 0);
  session.remark(text.migrate.done(number(rows)));
}

function handOverOf({ engine, exchangeDirectory }: Workspace, target: Engine, flags: Flags) {
  const { staging, stagingUri } = flags;
  if (!staging !== !stagingUri) {
    throw new CliError("FLAG_MISSING", { option: staging ? "--staging-uri" : "--staging" });
  }
  if (!staging || !stagingUri) return undefined;
  return handOverAsParquet({ source: engine, exchangeDirectory }, target, {
    directory: staging,
    uri: stagingUri,
  });
}
