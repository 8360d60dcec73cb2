import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  type Alert,
  AlertPage,
  AlertQuery,
  type ChartPoint,
  CustomerParams,
  CustomerWarnings,
  Problem,
  SegmentCharts,
  WarningReport,
} from "@kundenwert/contract";
import type { Engine, Row } from "../../engines/engine.ts";
import { driversOf } from "../../pipeline/warnings/driver-words.ts";
import { WARNING_KINDS } from "../../pipeline/warnings/kind.ts";
import {
  countWarnings,
  readAlerts,
  readCharts,
  requireWarnings,
} from "../../pipeline/warnings/read-warnings.ts";
import type { AppContext } from "../app-context.ts";
import { message } from "../message.ts";
import { requireCustomer, requireRun } from "../published.ts";

const PAGE = 50;

/** Early warnings: how good they are, whom they name, and which segments shift. */
export const warningRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, { workspace }) => {
  const { engine, settings } = workspace;
  const { currency } = settings;
  app.get(
    "/warnings",
    { schema: { operationId: "getWarnings", response: { 200: WarningReport, 404: Problem } } },
    async () => ({ currency, ...(await reportOf(engine)) }),
  );
  app.get(
    "/warnings/alerts",
    {
      schema: {
        operationId: "listAlerts",
        querystring: AlertQuery,
        response: { 200: AlertPage, 404: Problem },
      },
    },
    async ({ query: { kind = "undesired", all = false, after = 0, limit = PAGE } }) => {
      await requireWarnings(engine);
      const counts = (await countWarnings(engine))[kind];
      const query = { kind, onlyAlerts: !all, after, limit: after + limit };
      const rows = await readAlerts(engine, query);
      const total = all ? counts.eligible : counts.alerts;
      return { currency, kind, total, alerts: rows.map((row) => toAlert(row, currency)) };
    },
  );
  app.get(
    "/warnings/charts",
    { schema: { operationId: "getSegmentCharts", response: { 200: SegmentCharts, 404: Problem } } },
    async () => {
      await requireWarnings(engine);
      return { points: (await readCharts(engine)).map((row) => message<ChartPoint>(row)) };
    },
  );
  app.get(
    "/customers/:id/warnings",
    {
      schema: {
        operationId: "getCustomerWarnings",
        params: CustomerParams,
        response: { 200: CustomerWarnings, 404: Problem },
      },
    },
    async ({ params: { id } }) => {
      await requireRun(engine);
      await requireCustomer(engine, id);
      const rows = await readAlerts(engine, { customer: id, onlyAlerts: false });
      return { currency, customerId: id, warnings: rows.map((row) => toAlert(row, currency)) };
    },
  );
};

async function reportOf(engine: Engine): Promise<Omit<WarningReport, "currency">> {
  const { periodEnd, months, budget, kinds, triggers } = await requireWarnings(engine);
  const counts = await countWarnings(engine);
  return {
    periodEnd,
    months,
    budget,
    kinds: WARNING_KINDS.map((kind) => {
      const { fit, reason, quality } = kinds[kind];
      const terms = fit ? [...fit.logistic.terms] : [];
      // The schema of the reply leaves nothing else through.
      return { kind, ...counts[kind], reason, terms, quality: quality as never };
    }),
    triggers: [...triggers],
  };
}

function toAlert(row: Row, currency: string): Alert {
  const alert = message<Alert>(row);
  return { ...alert, isAlert: row.is_alert === 1, drivers: driversOf(row, currency) };
}
