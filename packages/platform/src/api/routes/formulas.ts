import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { FormulaQuery, Formulas, Problem } from "@kundenwert/contract";
import { traditional } from "@kundenwert/models";
import { Value } from "typebox/value";
import type { AppContext } from "../app-context.ts";

/** The formulas everybody knows, side by side. */
export const formulaRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, { workspace }) => {
  app.get(
    "/formulas",
    {
      schema: {
        operationId: "getFormulas",
        description: "The traditional formulas of customer value, with the examples of the sources",
        querystring: FormulaQuery,
        response: { 200: Formulas, 400: Problem, 422: Problem },
      },
    },
    async ({ query }) => {
      const inputs = Value.Default(FormulaQuery, { ...query }) as Required<FormulaQuery>;
      return { currency: workspace.settings.currency, inputs, items: valuesOf(inputs) };
    },
  );
};

function valuesOf(given: Required<FormulaQuery>): Formulas["items"] {
  const { orderValue, frequency, years, fee, months, customers } = given;
  const { annualRevenue, relationYears, acquisitionCost } = given;
  const bought = { averageOrderValue: orderValue, purchaseFrequency: frequency, lifespan: years };
  const paid = { monthlyFee: fee, months, customers };
  return [
    { name: "order-value", value: traditional.orderValueOverLifespan(bought) },
    { name: "subscription", value: traditional.subscriptionValue(paid) },
    {
      name: "net",
      value: traditional.valueAfterAcquisition({
        annualRevenue,
        years: relationYears,
        acquisitionCost,
      }),
    },
    { name: "retention", value: traditional.retentionValue(given) },
  ];
}
