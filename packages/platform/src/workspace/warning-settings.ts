import { Type } from "typebox";

/** The settings of early warnings. */
export const warningSettings = {
  alerts: Type.Object(
    {
      budget: Type.Number({
        default: 0.1,
        exclusiveMinimum: 0,
        maximum: 1,
        description:
          "Share of customers to whom a change could come that are warned of at the most",
      }),
      months: Type.Optional(
        Type.Integer({
          minimum: 1,
          maximum: 12,
          description:
            "Months that a change is foreseen in; 3, and more where customers are active for long after a purchase",
        }),
      ),
    },
    { default: {}, additionalProperties: false, description: "Early warnings" },
  ),
};
