import { basename } from "node:path";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Health, Overview } from "@kundenwert/contract";
import { DEMO_SOURCES } from "../../demo/index.ts";
import { readSql } from "../../engines/sql-file.ts";
import type { AppContext } from "../app-context.ts";
import { versionReader, whileUnchanged } from "../data-version.ts";
import { instant } from "../message.ts";
import { findReport } from "../published.ts";
import { VERSION } from "../version.ts";

/** The state of the workspace; answers also where nothing has been imported. */
export const overviewRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, context) => {
  const { workspace, store } = context;
  const { settings, engine } = workspace;
  // Every screen asks for it, and counting the ledger takes longer than all the rest.
  const readState = whileUnchanged(versionReader(engine), () => stateOf(context));
  app.get(
    "/health",
    { schema: { operationId: "getHealth", response: { 200: Health } } },
    async () => ({ status: "ok" as const, version: VERSION }),
  );
  app.get(
    "/overview",
    { schema: { operationId: "getOverview", response: { 200: Overview } } },
    async () => {
      const { timeZone, currency, horizons } = settings;
      const { size: sized, value, demo, figures } = await readState();
      const { isEmpty, ...size } = sized;
      const state = value ? "valued" : figures ? "figures" : isEmpty ? "empty" : "imported";
      const name = basename(workspace.directory);
      const [activeJob = null] = store.jobs.list(20).filter((job) => job.finishedAt === null);
      const head = { name, currency, timeZone, horizons, activeJob, isDemo: demo };
      return {
        ...head,
        state: state as Overview["state"],
        ...size,
        ...NO_VALUE,
        ...(value ?? figures),
      };
    },
  );
};

/** What data say of the workspace's state. */
async function stateOf(context: AppContext) {
  const [size, value, demo] = await Promise.all([
    ledgerSize(context),
    latestValue(context),
    isDemo(context),
  ]);
  return { size, value, demo, figures: value ? undefined : await figuresAlone(context) };
}

async function ledgerSize({ workspace }: AppContext) {
  const [row] = await workspace.engine.rows(readSql("read/ledger-size"));
  return {
    orderLines: Number(row?.order_lines ?? 0),
    amountsKnown: Number(row?.amounts ?? 0) > 0,
    importedAt: instant(row?.imported_at),
    isEmpty: Number(row?.imports ?? 0) === 0,
  };
}

/** Whether all files of the simulated shop are imported. */
async function isDemo({ workspace: { engine } }: AppContext): Promise<boolean> {
  const rows = await engine.rows("SELECT DISTINCT file FROM imports WHERE undone_at IS NULL");
  const files = rows.map(({ file }) => basename(String(file)));
  return DEMO_SOURCES.every((source) => files.includes(source.files));
}

const NO_VALUE = {
  asOf: null,
  computedAt: null,
  method: null,
  verified: null,
  customers: null,
  contributionKnown: false,
};

/** When the figures of a run were made that had nothing to value; undefined where that is not so. */
async function figuresAlone({ workspace: { engine } }: AppContext) {
  const run = await findReport(engine, "run");
  if (run?.body.method !== null) return undefined;
  return { asOf: String(run.body.asOf), computedAt: run.computedAt };
}

async function latestValue({ workspace: { engine } }: AppContext) {
  if (!(await engine.hasTable("equity"))) return undefined;
  const [equity] = await engine.rows(readSql("read/equity"));
  const [run] = await engine.rows("SELECT MAX(created_at) AS created_at FROM report");
  if (!equity) return undefined;
  return {
    asOf: String(equity.as_of),
    computedAt: instant(run?.created_at),
    method: String(equity.method),
    verified: Boolean(equity.verified),
    customers: Number(equity.customers),
    contributionKnown: equity.contribution_discounted !== null,
  };
}
