import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { CustomerParams, CustomerSegments, Problem, type SegmentMonth } from "@kundenwert/contract";
import { readSql } from "../../engines/sql-file.ts";
import type { AppContext } from "../app-context.ts";
import { message } from "../message.ts";
import { requireCustomer, requireRun } from "../published.ts";

/** The way of one customer through the segments; no months before any were made. */
export const customerSegmentRoutes: FastifyPluginAsyncTypebox<AppContext> = async (
  app,
  { workspace: { engine } },
) => {
  app.get(
    "/customers/:id/segments",
    {
      schema: {
        operationId: "getCustomerSegments",
        params: CustomerParams,
        response: { 200: CustomerSegments, 404: Problem },
      },
    },
    async ({ params: { id } }) => {
      await requireRun(engine);
      await requireCustomer(engine, id);
      const rows = (await engine.hasTable("segment_micro"))
        ? await engine.rows(readSql("segments/read/customer"), { customer: id })
        : [];
      return { customerId: id, months: rows.map((row) => message<SegmentMonth>(row)) };
    },
  );
};
