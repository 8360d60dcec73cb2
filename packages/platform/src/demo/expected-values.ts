import { acquisitionChannels } from "./channels.ts";
import { customerAt } from "./customer.ts";
import { addMonths } from "./days.ts";
import { simulateJourney } from "./history.ts";
import type { Scope } from "./options.ts";
import { openShop, type Shop } from "./shop.ts";

/** What a customer of a channel is expected to bring, in cents, with the simulation's error. */
export type ChannelValue = {
  readonly channel: string;
  /** Mean acquisition cost in the simulated year. */
  readonly acquisitionCost: number;
  readonly horizons: readonly HorizonValue[];
};

/** Means over simulated customers, returns taken off, acquisition cost not. */
type HorizonValue = {
  readonly months: number;
  readonly orders: number;
  readonly net: number;
  /** Net less variable cost of goods. */
  readonly contribution: number;
  readonly contributionStandardError: number;
};

const horizons = [12, 24];
const customers = 10_000; // about 2,700 of them in the first year
const seed = 20_261_031;

/**
 * The true value of a new customer by channel: the mean of simulated customers who register
 * within the first year of the given shop's history, orders of theirs within 12 and 24 months.
 * Every channel sees the same people's luck (common random numbers), so differences between
 * channels are sharper than the standard errors say. Independent of the shop's own seed and size.
 */
export function expectedValues(shop: Shop): readonly ChannelValue[] {
  const startDay = shop.scope.startDay;
  const months = 12 + Math.max(...horizons);
  const endDay = addMonths(startDay, months) - 1;
  const scope: Scope = { customers, months, seed, startDay, endDay };
  const reference = openShop(scope);
  return acquisitionChannels.map(({ name }, channel) => channelValue(reference, channel, name));
}

function channelValue(shop: Shop, channel: number, name: string): ChannelValue {
  const sums = horizons.map(() => ({ orders: 0, net: 0, contribution: 0, squares: 0 }));
  const lastDay = addMonths(shop.scope.startDay, 12);
  let cost = 0;
  let count = 0;
  for (;;) {
    const customer = customerAt(shop, count, channel);
    if (customer.registeredDay >= lastDay) break;
    cost += customer.acquisitionCost;
    count++;
    const { lines } = simulateJourney(shop, customer);
    sums.forEach((sum, i) => {
      const until = 86_400 * addMonths(customer.registeredDay, horizons[i] as number);
      const within = lines.filter(({ ordered_at }) => ordered_at < until);
      const contribution = within.reduce((total, line) => total + line.net_amount - line.cost, 0);
      sum.orders += within.filter(({ line_no, return_of }) => line_no === 1 && !return_of).length;
      sum.net += within.reduce((total, line) => total + line.net_amount, 0);
      sum.contribution += contribution;
      sum.squares += contribution * contribution;
    });
  }
  return {
    channel: name,
    acquisitionCost: cost / count,
    horizons: sums.map(({ orders, net, contribution, squares }, i) => {
      const mean = contribution / count;
      return {
        months: horizons[i] as number,
        orders: orders / count,
        net: net / count,
        contribution: mean,
        contributionStandardError: Math.sqrt((squares / count - mean * mean) / count),
      };
    }),
  };
}
