import type { Parameters } from "../engines/engine.ts";
import { readSql } from "../engines/sql-file.ts";
import type { ContractMethod } from "./contract/contract-method.ts";
import { RECENT_DAYS } from "./customer-summary.ts";
import { readFits } from "./fits.ts";
import { isProbabilityMethod, type Method } from "./method.ts";
import { type RunContext, type Step, sqlStep } from "./step.ts";
import { withoutTransition } from "./transition/without-transition.ts";

/** What the values rest on besides the tables. */
export type Valuation = {
  readonly method: Method;
  /** Share of revenue that is contribution; null where no costs are known. */
  readonly marginRate: number | null;
  /** Whether a backtest has proven the method on this data. */
  readonly verified: boolean;
  /** See sql/equity.sql. */
  readonly dispersion: number;
  readonly drift: number;
  /** What values contracts; absent where there are none. */
  readonly contracts?: ContractMethod | undefined;
};

/** The steps from forecasts to what screens read. */
export function valueSteps(valuation: Valuation): Step[] {
  return [customerValue(valuation), equity(valuation), valueDecile, valueLorenz];
}

const CUSTOMER_VALUE_SQL = readSql("customer_value");

/** What orders are worth; `name` where that is only a part of it. */
export function customerValue({ method, marginRate }: Valuation, name = "customer_value"): Step {
  const inputs = ({ asOf }: RunContext): Parameters => ({
    as_of: asOf,
    method,
    traditional: isProbabilityMethod(method) ? 0 : 1,
    margin_rate: marginRate,
    recent_days: RECENT_DAYS,
  });
  const isTransition = method === "transition";
  const sql = isTransition
    ? CUSTOMER_VALUE_SQL
    : withoutTransition(CUSTOMER_VALUE_SQL, "transition_value");
  return {
    name,
    reads: [
      "customer_summary",
      "purchase_score",
      "horizon",
      "fits",
      ...(isTransition ? ["transition_value", "transition_service"] : []),
    ],
    text: sql,
    inputs,
    checks: {
      "every value is a number": "expected_purchases IS NULL",
      "a forecast is not negative": "expected_purchases < 0 OR revenue_predicted < 0",
      "what comes later is worth no more": "revenue_discounted > revenue_predicted * 1.0000001",
      "a total is its parts":
        "abs(revenue_total - revenue_historic - revenue_discounted) > 0.000001 * (1 + abs(revenue_total))",
    },
    async write(context, table, options) {
      const { spend } = await readFits(context.engine, "fits");
      const parameters = {
        ...inputs(context),
        spend_mean: spend?.mean ?? null,
        spend_strength: spend?.strength ?? null,
      };
      await context.engine.replaceTable(table, sql, parameters, options);
    },
  };
}

function equity({ marginRate, verified, dispersion, drift }: Valuation): Step {
  return sqlStep({
    name: "equity",
    reads: ["customer_value", "horizon"],
    parameters: ({ settings }) => ({
      verified: verified ? 1 : 0,
      margin_rate: marginRate,
      discount_rate: settings.discountRate,
      dispersion,
      drift,
    }),
    checks: {
      "the interval holds the value":
        "revenue_low > revenue_discounted OR revenue_high < revenue_discounted",
    },
  });
}

export const valueDecile = sqlStep({
  name: "value_decile",
  reads: ["customer_value"],
  checks: { "there are ten deciles": "decile < 1 OR decile > 10" },
});

export const valueLorenz = sqlStep({
  name: "value_lorenz",
  reads: ["customer_value"],
  checks: { "a share lies between 0 and 1": "customers > 1.0000001 OR value > 1.0000001" },
});
