import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  type BridgeMonth,
  type Equity,
  EquityBridge,
  EquityList,
  Problem,
} from "@kundenwert/contract";
import { readSql } from "../../engines/sql-file.ts";
import { requireMade } from "../../pipeline/not-made.ts";
import type { AppContext } from "../app-context.ts";
import { message } from "../message.ts";
import { requireRun } from "../published.ts";

export const equityRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, { workspace }) => {
  const { engine, settings } = workspace;
  app.get(
    "/equity",
    { schema: { operationId: "getEquity", response: { 200: EquityList, 404: Problem } } },
    async () => {
      await requireRun(engine);
      const rows = await engine.rows(readSql("read/equity"));
      return { currency: settings.currency, items: rows.map((row) => message<Equity>(row)) };
    },
  );
  app.get(
    "/equity/bridge",
    {
      schema: {
        operationId: "getEquityBridge",
        description: "What moved the worth of all customers from month to month.",
        response: { 200: EquityBridge, 404: Problem },
      },
    },
    async () => {
      await requireMade(engine, "equity_bridge", "No run has ranked customers at month ends yet");
      const rows = await engine.rows(readSql("read/equity-bridge"));
      const { currency, horizons } = settings;
      const items = rows.map((row) => message<BridgeMonth>(row));
      return { currency, horizonMonths: horizons[0] as number, items };
    },
  );
};
