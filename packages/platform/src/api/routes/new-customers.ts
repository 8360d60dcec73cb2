import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { HorizonQuery, type NewCustomer, NewCustomers, Problem } from "@kundenwert/contract";
import { readNewCustomers } from "../../pipeline/new-customers/read-new-customers.ts";
import type { AppContext } from "../app-context.ts";
import { message } from "../message.ts";
import { equityRow } from "../published.ts";

/** What customers who are not won yet will be worth. */
export const newCustomerRoutes: FastifyPluginAsyncTypebox<AppContext> = async (
  app,
  { workspace: { engine, settings } },
) => {
  app.get(
    "/new-customers",
    {
      schema: {
        operationId: "getNewCustomers",
        querystring: HorizonQuery,
        response: { 200: NewCustomers, 400: Problem, 404: Problem },
      },
    },
    async ({ query }) => {
      const { currency, smallestGroup } = settings;
      const horizonMonths = Number((await equityRow(engine, query.horizon)).horizon_months);
      const rows = await readNewCustomers(engine, horizonMonths, smallestGroup);
      const items = rows.map((row) => message<NewCustomer>(row));
      return { currency, horizonMonths, smallestGroup, items };
    },
  );
};
