import { readSql } from "../../engines/sql-file.ts";
import { type RunContext, type Step, sqlStep } from "../step.ts";
import { customerValue, type Valuation, valueDecile, valueLorenz } from "../value-steps.ts";
import { readContractFits } from "./contract-fits.ts";
import type { ContractMethod } from "./contract-method.ts";
import { contractScore } from "./contract-score.ts";

/** What the value of contracts rests on besides the tables. */
export type ContractValuation = {
  readonly method: ContractMethod;
  readonly verified: boolean;
  /** Noise between contracts, see sql/contract/equity.sql. */
  readonly dispersion: number;
  /** Whether ends after the last day that counts are known by now: not if that day is long past. */
  readonly knownEnds: boolean;
};

/** What values customers: contracts, orders, or both; `sbg+mbg-nbd`. */
export function jointMethod(contracts: ContractMethod, orders: string | undefined): string {
  return orders === undefined ? contracts : `${contracts}+${orders}`;
}

/**
 * The steps from forecasts to what screens read, where there are contracts: they take the place of
 * customer_value and equity of a shop.
 */
export function contractValueSteps(
  valuation: Valuation,
  contracts: ContractValuation,
  hasOrders: boolean,
): Step[] {
  return [
    contractScore(contracts.method, contracts.knownEnds),
    contractValue(contracts),
    customerValue(valuation, "order_value"),
    jointValue(valuation, contracts),
    valuePart(valuation, contracts),
    jointEquity(valuation, contracts, hasOrders),
    valueDecile,
    valueLorenz,
  ];
}

const CONTRACT_VALUE_SQL = readSql("contract/contract_value");

function contractValue({ knownEnds }: ContractValuation): Step {
  const known = { known_ends: knownEnds ? 1 : 0 };
  return {
    name: "contract_value",
    reads: ["contract", "contract_score", "contract_fits", "horizon"],
    text: CONTRACT_VALUE_SQL,
    inputs: () => known,
    checks: {
      "a forecast is not negative": "revenue_predicted < 0 OR revenue_discounted < 0",
      "what comes later is worth no more": "revenue_discounted > revenue_predicted * 1.0000001",
      "what stays is no more than all": "revenue_discounted > revenue_staying * 1.0000001",
    },
    async write({ engine }, table, options) {
      const { resumeShare } = await readContractFits(engine, "contract_fits");
      const parameters = { ...known, resume_share: resumeShare };
      await engine.replaceTable(table, CONTRACT_VALUE_SQL, parameters, options);
    },
  };
}

function jointValue({ marginRate }: Valuation, { method }: ContractValuation): Step {
  return sqlStep({
    name: "customer_value",
    file: "contract/customer_value",
    reads: ["contract_value", "order_value"],
    parameters: ({ asOf }: RunContext) => ({
      as_of: asOf,
      contract_method: method,
      margin_rate: marginRate,
    }),
    checks: {
      "every value is a number": "expected_purchases IS NULL OR first_day IS NULL",
      "what comes later is worth no more": "revenue_discounted > revenue_predicted * 1.0000001",
      "a total is its parts":
        "abs(revenue_total - revenue_historic - revenue_discounted) > 0.000001 * (1 + abs(revenue_total))",
    },
  });
}

function valuePart({ marginRate }: Valuation, { method }: ContractValuation): Step {
  return sqlStep({
    name: "customer_value_part",
    file: "contract/customer_value_part",
    reads: ["contract_value", "order_value"],
    parameters: () => ({ contract_method: method, margin_rate: marginRate }),
    checks: { "a part is of contracts or of orders": "part NOT IN ('contract', 'orders')" },
  });
}

function jointEquity(
  { method, verified, marginRate, dispersion, drift }: Valuation,
  contracts: ContractValuation,
  hasOrders: boolean,
): Step {
  return sqlStep({
    name: "equity",
    file: "contract/equity",
    reads: ["customer_value", "contract_value", "order_value", "horizon"],
    parameters: ({ settings }) => ({
      method: jointMethod(contracts.method, hasOrders ? method : undefined),
      verified: contracts.verified && (verified || !hasOrders) ? 1 : 0,
      margin_rate: marginRate,
      discount_rate: settings.discountRate,
      dispersion,
      contract_dispersion: contracts.dispersion,
      drift,
    }),
    checks: {
      "the interval holds the value":
        "revenue_low > revenue_discounted * 1.0000001 OR revenue_high < revenue_discounted * 0.9999999",
    },
  });
}
