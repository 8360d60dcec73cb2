import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chance, exponential, randomOf, uniform, whole } from "../src/demo/random.ts";

/** What was planted into the history of a shop, each by its month such as 2025-03. */
export type Planted = {
  /** The price of product P1 rises by 30 %, and half of the pace of its buyers is gone. */
  readonly priceRise?: string;
  /** Half of the customers are written to, and buy three times as much in that month. */
  readonly campaign?: string;
  /** From this month on everybody's pace falls by a twentieth of the first a month. */
  readonly drift?: string;
  /** Customers who complain buy no more: one in a hundred a month from this one on. */
  readonly complaints?: string;
};

const MONTHS = 36;
const FIRST_YEAR = 2023;
const SEED = 20_260_301;

/**
 * Writes the files of a shop of customers who buy at a pace of their own for three years, from
 * 2023 on; the same files for the same arguments.
 *
 * @returns the paths by table
 */
export function writePlantedShop(
  directory: string,
  customers: number,
  planted: Planted,
): { readonly orders: string; readonly campaign_members: string; readonly interactions: string } {
  const files = {
    orders: join(directory, "orders.csv"),
    campaign_members: join(directory, "campaign_members.csv"),
    interactions: join(directory, "interactions.csv"),
  };
  writeFileSync(files.orders, "order_id,customer_id,ordered_at,product_id,quantity,amount\n");
  writeFileSync(files.campaign_members, "campaign_id,customer_id,contacted_at\n");
  writeFileSync(files.interactions, "customer_id,happened_at,kind\n");
  for (let customer = 0; customer < customers; customer++) {
    const rows = liveOf(customer, planted);
    appendFileSync(files.orders, rows.orders.join(""));
    appendFileSync(files.campaign_members, rows.campaigns.join(""));
    appendFileSync(files.interactions, rows.complaints.join(""));
  }
  return files;
}

function liveOf(customer: number, planted: Planted) {
  const random = randomOf(SEED, 1, customer);
  const id = `C${String(customer).padStart(5, "0")}`;
  const pace = 0.25 + 0.35 * exponential(random, 1);
  const product = whole(random, 1, 4);
  const isWritten = customer % 2 === 0;
  const begins = whole(random, 0, 11);
  const price = 10 + 5 * product;
  const orders: string[] = [];
  const campaigns: string[] = [];
  const complaints: string[] = [];
  let hasLeft = false;
  for (let month = begins; month < MONTHS; month++) {
    const name = monthName(month);
    const isDearer = product === 1 && planted.priceRise !== undefined && name >= planted.priceRise;
    const isCampaign = isWritten && name === planted.campaign;
    if (isCampaign) campaigns.push(`spring,${id},${name}-02\n`);
    const drifted = planted.drift && name >= planted.drift ? monthsSince(planted.drift, month) : 0;
    const now =
      pace * (isDearer ? 0.5 : 1) * (isCampaign ? 3 : 1) * Math.max(0.2, 1 - 0.05 * drifted);
    for (
      let at = exponential(random, 1 / now);
      at < 1 && !hasLeft;
      at += exponential(random, 1 / now)
    ) {
      const day = String(1 + Math.floor(28 * at)).padStart(2, "0");
      const paid = (price * (isDearer ? 1.3 : 1)).toFixed(2);
      orders.push(`${id}-${orders.length},${id},${name}-${day},P${product},1,${paid}\n`);
    }
    if (planted.complaints && name >= planted.complaints && !hasLeft && chance(random, 0.01)) {
      complaints.push(`${id},${name}-28,complaint\n`);
      hasLeft = uniform(random) < 0.7;
    }
  }
  return { orders, campaigns, complaints };
}

function monthName(month: number): string {
  const inYear = String((month % 12) + 1).padStart(2, "0");
  return `${FIRST_YEAR + Math.floor(month / 12)}-${inYear}`;
}

function monthsSince(name: string, month: number): number {
  const [year, inYear] = name.split("-").map(Number) as [number, number];
  return month - ((year - FIRST_YEAR) * 12 + inYear - 1) + 1;
}
