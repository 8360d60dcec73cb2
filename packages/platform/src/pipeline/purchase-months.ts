import { printsOf } from "./features/ledger-digest.ts";
import { aliasFingerprint, tablePrint } from "./journal.ts";
import type { Period } from "./period-step.ts";
import type { RunContext } from "./step.ts";

/**
 * The months with order lines, each with a digest of all that is counted in it: its own lines, and
 * the returns that came later and belong to it. So a return changes the month of its purchase and,
 * where it came, the month it would else be counted in; no other.
 */
export async function purchaseMonths(context: RunContext): Promise<Period[]> {
  const { engine, asOf, settings } = context;
  const prints = [
    ...(await printsOf(engine, "orders", "ordered_at", asOf)),
    ...(await printsOf(engine, "return_link", "counted_on")),
  ];
  const months = new Map<string, string[]>();
  for (const { month, print } of prints) {
    if (month) months.set(month, [...(months.get(month) ?? []), print]);
  }
  const common = [
    settings.currency,
    await aliasFingerprint(engine),
    ...(await moneyPrint(context)),
  ];
  return [...months].map(([month, of]) => ({
    end: new Date(month),
    fingerprint: JSON.stringify([common, of]),
  }));
}

/** What converted amounts rest on besides the lines themselves. */
async function moneyPrint({ engine, money }: RunContext): Promise<string[]> {
  if (!money) return [];
  const rates = await tablePrint(engine, "exchange_rates");
  return [money.fingerprint, rates, await tablePrint(engine, "products")];
}
