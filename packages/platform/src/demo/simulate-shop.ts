import { campaignSeries } from "./campaign-series.ts";
import { type Campaign, campaignRow } from "./campaigns.ts";
import { categories } from "./categories.ts";
import { acquisitionChannels } from "./channels.ts";
import { customerAt, customerRow } from "./customer.ts";
import { isoDate } from "./days.ts";
import { type ChannelValue, expectedValues } from "./expected-values.ts";
import { simulateJourney } from "./history.ts";
import type { Journey } from "./journey.ts";
import { membershipRow } from "./memberships.ts";
import { type DemoOptions, scopeOf } from "./options.ts";
import { parameters } from "./parameters.ts";
import { productRow } from "./products.ts";
import { openShop, type Shop } from "./shop.ts";
import type { DemoRecord, Truth } from "./tables.ts";
import { costRows, startTallies, type Tallies, tally } from "./tallies.ts";
import { taxRates } from "./taxes.ts";

/** What the data were made with, and what is therefore true of them; written as parameter.json. */
export type DemoParameters = {
  readonly options: Required<{ [K in keyof DemoOptions]: NonNullable<DemoOptions[K]> }>;
  readonly startDate: string;
  readonly units: string;
  readonly channels: readonly ChannelValue[];
  readonly campaigns: readonly CampaignTruth[];
  readonly generating: Readonly<Record<string, unknown>>;
};

/** The true effect of a campaign on its members, treated or not. */
type CampaignTruth = {
  readonly campaignId: string;
  readonly members: number;
  readonly treated: number;
  /** Additional orders a treated member places from the day after contact to the last day. */
  readonly upliftOrders: number;
};

/**
 * Simulates a shop: products and campaigns first, then customer by customer (by registration) the
 * customer, order lines, interactions, feedback, memberships and truth (each by time), the costs
 * last. Memory does not grow with the number of customers.
 *
 * @yields one record a row of the files. @returns the generating parameters, when all is said.
 * @throws DemoError DEMO_OPTION_INVALID
 */
export function* simulateShop(options: DemoOptions): Generator<DemoRecord, DemoParameters> {
  const shop = openShop(scopeOf(options));
  const tallies = startTallies(shop);
  for (const product of shop.products) yield { table: "produkte", row: productRow(product) };
  for (const campaign of shop.campaigns) yield { table: "kampagnen", row: campaignRow(campaign) };
  for (let index = 0; index < shop.scope.customers; index++) {
    const customer = customerAt(shop, index);
    const journey = simulateJourney(shop, customer);
    tally(tallies, journey);
    yield { table: "kunden", row: customerRow(shop, customer) };
    for (const row of journey.lines) yield { table: "bestellungen", row };
    for (const row of journey.interactions) yield { table: "kontakte", row };
    for (const row of journey.feedback) yield { table: "feedback", row };
    for (const member of journey.members) {
      yield { table: "kampagnen_mitglieder", row: membershipRow(journey, member) };
    }
    yield { table: "wahrheit", row: truthOf(journey) };
  }
  for (const row of costRows(shop, tallies)) yield { table: "kosten", row };
  return parametersOf(shop, tallies);
}

function truthOf({ shop, customer, customerId, leavesOn }: Journey): Truth {
  const known = leavesOn !== undefined && leavesOn <= shop.calendar.endDay;
  return {
    customer_id: customerId,
    purchase_rate: customer.rate,
    dropout_date: known ? leavesOn : undefined,
  };
}

function parametersOf(shop: Shop, tallies: Tallies): DemoParameters {
  const { customers, months, seed, startDay, endDay } = shop.scope;
  return {
    options: { customers, months, endDate: isoDate(endDay), seed },
    startDate: isoDate(startDay),
    units: "amounts in cents, rates a year, times in days, effects in orders a contact",
    channels: expectedValues(shop),
    campaigns: tallies.campaigns.map(({ members, treated, uplift }, i) => ({
      campaignId: (shop.campaigns[i] as Campaign).id,
      members,
      treated,
      upliftOrders: members === 0 ? 0 : uplift / members,
    })),
    generating: { ...parameters, taxRates, categories, acquisitionChannels, campaignSeries },
  };
}
