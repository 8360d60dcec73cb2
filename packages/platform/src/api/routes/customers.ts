import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  CustomerDetail,
  CustomerPage,
  CustomerParams,
  CustomerQuery,
  Problem,
  TimelinePage,
  TimelineQuery,
} from "@kundenwert/contract";
import type { AppContext } from "../app-context.ts";
import { customerDetail } from "../customer-detail.ts";
import { countCustomers, customerPage } from "../customer-page.ts";
import { equityRow } from "../published.ts";
import { timelinePage } from "../timeline-page.ts";

export const customerRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, { workspace }) => {
  const { engine, settings } = workspace;
  const { currency } = settings;
  app.get(
    "/customers",
    {
      schema: {
        operationId: "listCustomers",
        querystring: CustomerQuery,
        response: { 200: CustomerPage, 400: Problem, 404: Problem },
      },
    },
    async ({ query }) => {
      const equity = await equityRow(engine, query.horizon);
      const horizon = Number(equity.horizon_months);
      const { search } = query;
      const [page, total] = await Promise.all([
        customerPage(engine, horizon, query),
        search ? countCustomers(engine, horizon, search) : Number(equity.customers),
      ]);
      return { currency, total, ...page };
    },
  );
  app.get(
    "/customers/:id",
    {
      schema: {
        operationId: "getCustomer",
        params: CustomerParams,
        response: { 200: CustomerDetail, 404: Problem },
      },
    },
    async ({ params: { id } }) => {
      const { customers } = await equityRow(engine, undefined);
      return customerDetail(workspace, id, Number(customers));
    },
  );
  app.get(
    "/customers/:id/timeline",
    {
      schema: {
        operationId: "getCustomerTimeline",
        params: CustomerParams,
        querystring: TimelineQuery,
        response: { 200: TimelinePage, 400: Problem },
      },
    },
    async ({ params: { id }, query }) => timelinePage(workspace, id, query),
  );
};
