import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  CustomerDetail,
  CustomerPage,
  CustomerParams,
  CustomerQuery,
  type CustomerValue,
  Problem,
  type PurchaseDay,
} from "@kundenwert/contract";
import { readSql } from "../../engines/sql-file.ts";
import { ApiError } from "../api-error.ts";
import type { AppContext } from "../app-context.ts";
import { countCustomers, customerPage } from "../customer-page.ts";
import { message } from "../message.ts";
import { equityRow } from "../published.ts";

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
      const equity = await equityRow(engine, undefined);
      const sql = `SELECT * FROM (${readSql("read/customer-values")}) AS customers
        WHERE customer_id = $customer_id ORDER BY horizon_months`;
      const values = await engine.rows(sql, { customer_id: id });
      if (values.length === 0) throw new ApiError("CUSTOMER_UNKNOWN", `There is no customer ${id}`);
      const history = await engine.rows(readSql("read/customer-history"), {
        customer_id: id,
        currency,
      });
      return {
        currency,
        customerId: id,
        customers: Number(equity.customers),
        values: values.map((row) => message<CustomerValue>(row)),
        history: history.map((row) => message<PurchaseDay>(row)),
      };
    },
  );
};
