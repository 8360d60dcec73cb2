import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  type AccountContact,
  AccountDetail,
  type AccountValue,
  CustomerParams,
  Problem,
} from "@kundenwert/contract";
import { readAccount } from "../../pipeline/customer-360/account-value.ts";
import type { AppContext } from "../app-context.ts";
import { message } from "../message.ts";

/** Companies and groups of business customers. */
export const accountRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, { workspace }) => {
  const { engine, settings } = workspace;
  app.get(
    "/accounts/:id",
    {
      schema: {
        operationId: "getAccount",
        params: CustomerParams,
        response: { 200: AccountDetail, 404: Problem },
      },
    },
    async ({ params: { id } }) => {
      const { values, contacts, accounts, ...account } = await readAccount(engine, id);
      return {
        ...account,
        currency: settings.currency,
        accounts: [...accounts],
        values: values.map((row) => message<AccountValue>(row)),
        contacts: contacts.map((row) => message<AccountContact>(row)),
      };
    },
  );
};
