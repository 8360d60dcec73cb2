import { type Static, Type } from "typebox";
import { Count, Day, Money } from "./units.ts";

/** How the worth of all customers at one month's end became that at the next. */
export const BridgeMonth = Type.Object({
  periodEnd: Day,
  method: Type.String(),
  opening: Money,
  newCustomers: Money,
  newN: Count,
  purchasesUp: Type.Number({ description: "more purchases expected of customers" }),
  purchasesUpN: Count,
  purchasesDown: Money,
  purchasesDownN: Count,
  spendUp: Money,
  spendUpN: Count,
  spendDown: Money,
  spendDownN: Count,
  feeUp: Type.Number({ description: "higher fees of contracts" }),
  feeUpN: Count,
  feeDown: Money,
  feeDownN: Count,
  monthsUp: Type.Number({ description: "contracts that began or are expected to stay longer" }),
  monthsUpN: Count,
  monthsDown: Type.Number({
    description: "contracts that ended or are expected to stay less long",
  }),
  monthsDownN: Count,
  margin: Type.Number({ description: "by another margin rate" }),
  marginN: Count,
  gone: Type.Number({ description: "of customers who sent back all they had bought" }),
  goneN: Count,
  closing: Money,
  customers: Count,
});
export type BridgeMonth = Static<typeof BridgeMonth>;

/** Worth is expected contribution of the first horizon, not discounted; revenue without costs. */
export const EquityBridge = Type.Object({
  currency: Type.String(),
  horizonMonths: Type.Integer(),
  items: Type.Array(BridgeMonth, { description: "month ends, oldest first" }),
});
export type EquityBridge = Static<typeof EquityBridge>;
