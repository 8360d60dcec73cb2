import type { BridgeMonth } from "@kundenwert/contract";
import { expect, test } from "vitest";
import { bridgeOver, unexplained } from "./bridge.ts";

const month = (periodEnd: string, opening: number, moved: Partial<BridgeMonth>): BridgeMonth => ({
  periodEnd,
  method: "mbg-nbd",
  opening,
  newCustomers: 0,
  newN: 0,
  purchasesUp: 0,
  purchasesUpN: 0,
  purchasesDown: 0,
  purchasesDownN: 0,
  spendUp: 0,
  spendUpN: 0,
  spendDown: 0,
  spendDownN: 0,
  feeUp: 0,
  feeUpN: 0,
  feeDown: 0,
  feeDownN: 0,
  monthsUp: 0,
  monthsUpN: 0,
  monthsDown: 0,
  monthsDownN: 0,
  margin: 0,
  marginN: 0,
  gone: 0,
  goneN: 0,
  closing: 0,
  customers: 3,
  ...moved,
});
const february = month("2026-02-28", 100, {
  newCustomers: 30,
  newN: 2,
  gone: -10,
  goneN: 1,
  closing: 120,
});
const march = month("2026-03-31", 120, {
  newCustomers: 5,
  newN: 1,
  spendDown: -25,
  spendDownN: 2,
  closing: 100,
});

test("a bridge over several months adds up their movements and explains all of the difference", () => {
  const bridge = bridgeOver([february, march], 3);
  expect(bridge).toMatchObject({ opening: 100, closing: 100, first: february, last: march });
  expect(bridge?.movements.find(({ name }) => name === "newCustomers")).toEqual({
    name: "newCustomers",
    amount: 35,
    n: 3,
  });
  expect(bridge && unexplained(bridge)).toBe(0);
});

test("one month is its own bridge, and without months there is none", () => {
  expect(bridgeOver([february, march], 1)?.opening).toBe(120);
  expect(bridgeOver([], 1)).toBeUndefined();
});
