import type { BridgeMonth } from "@kundenwert/contract";

/** What moved the worth of all customers, in the order of the bridge. */
const MOVEMENTS = [
  { name: "newCustomers", n: "newN" },
  { name: "purchasesUp", n: "purchasesUpN" },
  { name: "spendUp", n: "spendUpN" },
  { name: "feeUp", n: "feeUpN" },
  { name: "monthsUp", n: "monthsUpN" },
  { name: "purchasesDown", n: "purchasesDownN" },
  { name: "spendDown", n: "spendDownN" },
  { name: "feeDown", n: "feeDownN" },
  { name: "monthsDown", n: "monthsDownN" },
  { name: "margin", n: "marginN" },
  { name: "gone", n: "goneN" },
] as const;
type Movement = (typeof MOVEMENTS)[number]["name"];

/** A bridge over one month or several. */
export type Bridge = {
  readonly opening: number;
  readonly closing: number;
  /** `n` counts a customer once for every month in which they were moved. */
  readonly movements: readonly {
    readonly name: Movement;
    readonly amount: number;
    readonly n: number;
  }[];
  readonly first: BridgeMonth;
  readonly last: BridgeMonth;
};

/** The last months as one bridge: what moved is added up month by month. */
export function bridgeOver(items: readonly BridgeMonth[], months: number): Bridge | undefined {
  const span = items.slice(-months);
  const [first, last] = [span[0], span.at(-1)];
  if (!first || !last) return undefined;
  const movements = MOVEMENTS.map(({ name, n }) => ({
    name,
    amount: span.reduce((sum, month) => sum + month[name], 0),
    n: span.reduce((sum, month) => sum + month[n], 0),
  }));
  return { opening: first.opening, closing: last.closing, movements, first, last };
}

/** What opening and movements leave unexplained, in currency: nothing, but for rounding. */
export function unexplained({ opening, closing, movements }: Bridge): number {
  return closing - movements.reduce((sum, { amount }) => sum + amount, opening);
}
