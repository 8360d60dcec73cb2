import { monthsWithin } from "./calendar.ts";
import { campaignSeries } from "./campaign-series.ts";
import { acquisitionChannels } from "./channels.ts";
import { monthStart } from "./days.ts";
import type { Journey } from "./journey.ts";
import type { Shop } from "./shop.ts";
import type { CostRow } from "./tables.ts";

/** What is summed up while customers pass; its size does not depend on their number. */
export type Tallies = {
  /** Acquisition cost in cents by first day of the month, then by channel. */
  readonly acquisition: ReadonlyMap<number, number[]>;
  /** By campaign. */
  readonly campaigns: readonly CampaignTally[];
};

type CampaignTally = { members: number; treated: number; uplift: number };

/** @returns empty tallies. */
export function startTallies({ calendar, campaigns }: Shop): Tallies {
  return {
    acquisition: new Map(
      monthsWithin(calendar).map((month) => [month, acquisitionChannels.map(() => 0)]),
    ),
    campaigns: campaigns.map(() => ({ members: 0, treated: 0, uplift: 0 })),
  };
}

/** Adds one customer. */
export function tally({ acquisition, campaigns }: Tallies, { customer, members }: Journey): void {
  const month = acquisition.get(monthStart(customer.registeredDay)) as number[];
  month[customer.channel] = (month[customer.channel] as number) + customer.acquisitionCost;
  for (const { campaign, treated, uplift } of members) {
    const sums = campaigns[campaign] as CampaignTally;
    sums.members++;
    sums.uplift += uplift;
    if (treated) sums.treated++;
  }
}

/**
 * @returns the rows of kosten.csv: what was spent on new customers by month and channel (the sum
 * of their acquisition cost), and on campaigns in the month they start.
 */
export function costRows({ campaigns }: Shop, tallies: Tallies): readonly CostRow[] {
  const acquisition = [...tallies.acquisition].flatMap(([month, amounts]) =>
    amounts.map((amount, channel) =>
      costRow(month, acquisitionChannels[channel]?.name ?? "", "Akquise", amount),
    ),
  );
  const contacts = campaigns.map(({ day, series }, i) => {
    const { channel, fixedCost, contactCost } = campaignSeries[
      series
    ] as (typeof campaignSeries)[0];
    const treated = tallies.campaigns[i]?.treated ?? 0;
    return { month: monthStart(day), channel, amount: fixedCost + contactCost * treated };
  });
  const byMonth = Map.groupBy(contacts, ({ month, channel }) => `${month} ${channel}`);
  const marketing = [...byMonth.values()].map((group) => {
    const { month, channel } = group[0] as (typeof contacts)[0];
    return costRow(
      month,
      channel,
      "Kampagne",
      group.reduce((sum, { amount }) => sum + amount, 0),
    );
  });
  return [...acquisition, ...marketing].sort((a, b) => a.month - b.month);
}

function costRow(month: number, channel: string, kind: string, amount: number): CostRow {
  return { month, channel, kind, amount, currency: "EUR" };
}
