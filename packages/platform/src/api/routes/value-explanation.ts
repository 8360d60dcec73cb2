import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  CustomerParams,
  HorizonQuery,
  Problem,
  ValueCorrections,
  WhatIf,
} from "@kundenwert/contract";
import { readPerson } from "../../pipeline/customer-360/person.ts";
import { readCorrections } from "../../pipeline/transition/read-corrections.ts";
import { whatIfOf } from "../../pipeline/transition/what-if.ts";
import type { AppContext } from "../app-context.ts";
import { equityRow, requireCustomer } from "../published.ts";

/** Why values are what they are, beyond the chain of each customer. */
export const valueExplanationRoutes: FastifyPluginAsyncTypebox<AppContext> = async (
  app,
  { workspace: { engine, settings } },
) => {
  app.get(
    "/value-corrections",
    {
      schema: {
        operationId: "getValueCorrections",
        querystring: HorizonQuery,
        response: { 200: ValueCorrections, 400: Problem, 404: Problem },
      },
    },
    async ({ query }) => {
      const horizonMonths = Number((await equityRow(engine, query.horizon)).horizon_months);
      return { horizonMonths, corrections: await readCorrections(engine, horizonMonths) };
    },
  );
  app.get(
    "/customers/:id/what-if",
    {
      schema: {
        operationId: "getCustomerWhatIf",
        params: CustomerParams,
        querystring: HorizonQuery,
        response: { 200: WhatIf, 400: Problem, 404: Problem },
      },
    },
    async ({ params: { id }, query }) => {
      const horizonMonths = Number((await equityRow(engine, query.horizon)).horizon_months);
      const { customerId } = await readPerson(engine, id);
      await requireCustomer(engine, customerId);
      const changes = await whatIfOf(engine, customerId, horizonMonths);
      return { currency: settings.currency, horizonMonths, changes };
    },
  );
};
