import { Type } from "typebox";

const given = { additionalProperties: false };

/** The settings of taxes, currencies and business years. */
export const moneySettings = {
  country: Type.Optional(
    Type.String({
      pattern: "^[A-Z]{2}$",
      description: "Whose value added tax sales have that name no country",
    }),
  ),
  vatRates: Type.Optional(
    Type.Array(
      Type.Object(
        {
          country: Type.String({ pattern: "^[A-Z]{2}$" }),
          class: Type.Union([
            Type.Literal("standard"),
            Type.Literal("reduced"),
            Type.Literal("second"),
            Type.Literal("special"),
          ]),
          from: Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
          rate: Type.Number({ minimum: 0, exclusiveMaximum: 1 }),
        },
        given,
      ),
      { description: "Rates beside the built-in ones, or instead of those of the same day" },
    ),
  ),
  costKinds: Type.Optional(
    Type.Record(Type.String(), Type.Union([Type.Literal("order"), Type.Literal("service")]), {
      description: "Where further kinds of costs are taken off: before DB II or before DB III",
    }),
  ),
  fiscalYearStart: Type.Integer({
    default: 1,
    minimum: 1,
    maximum: 12,
    description: "The month that the business year begins with; years and quarters are its own",
  }),
  exchangeRateDays: Type.Integer({
    default: 7,
    minimum: 0,
    maximum: 366,
    description: "How old the exchange rate of a day may be",
  }),
};
