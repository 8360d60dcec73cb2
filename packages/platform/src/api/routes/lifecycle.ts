import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  CustomerLifecycle,
  CustomerParams,
  type CustomerRank,
  Lifecycle,
  Problem,
  type StageMove,
  type StageStock,
  type ValueIntent,
} from "@kundenwert/contract";
import { readCustomerLifecycle, readLifecycle } from "../../pipeline/lifecycle/read-lifecycle.ts";
import { ApiError } from "../api-error.ts";
import type { AppContext } from "../app-context.ts";
import { message } from "../message.ts";
import { requireRun } from "../published.ts";

/** Stages of life, of all customers and of one. */
export const lifecycleRoutes: FastifyPluginAsyncTypebox<AppContext> = async (
  app,
  { workspace },
) => {
  const { engine, settings } = workspace;
  const { currency } = settings;
  app.get(
    "/lifecycle",
    { schema: { operationId: "getLifecycle", response: { 200: Lifecycle, 404: Problem } } },
    async () => {
      await requireRun(engine);
      const { smallestGroup } = settings;
      const { stock, moves, intents, suppressed } = await readLifecycle(engine, smallestGroup);
      return {
        currency,
        smallestGroup,
        suppressed,
        stock: stock.map((row) => message<StageStock>(row)),
        moves: moves.map((row) => message<StageMove>(row)),
        intents: intents.map((row) => message<ValueIntent>(row)),
      };
    },
  );
  app.get(
    "/customers/:id/lifecycle",
    {
      schema: {
        operationId: "getCustomerLifecycle",
        params: CustomerParams,
        response: { 200: CustomerLifecycle, 404: Problem },
      },
    },
    async ({ params: { id } }) => {
      await requireRun(engine);
      const { stages, ranks, intent } = await readCustomerLifecycle(engine, id);
      if (stages.length === 0 && !intent) {
        throw new ApiError("CUSTOMER_UNKNOWN", `There is no customer ${id}`);
      }
      return {
        currency,
        customerId: id,
        stages: stages.map((row) => message<CustomerLifecycle["stages"][number]>(row)),
        ranks: ranks.map((row) => message<CustomerRank>(row)),
        intent: intent ? message<NonNullable<CustomerLifecycle["intent"]>>(intent) : null,
      };
    },
  );
};
