import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { type Equity, EquityList, Problem } from "@kundenwert/contract";
import { readSql } from "../../engines/sql-file.ts";
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
};
