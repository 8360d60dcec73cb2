import { monthOf } from "./calendar.ts";
import { channelAt, referralChannel } from "./channels.ts";
import { isoDate } from "./days.ts";
import { parameters } from "./parameters.ts";
import { firstAbove, gamma, pick, type Random, randomOf, whole } from "./random.ts";
import { purposes, type Shop } from "./shop.ts";

/** @returns the day the customer of a number (0 to n - 1) registers; later for higher numbers. */
export function registrationDay({ scope, calendar, arrivals }: Shop, index: number): number {
  const day = firstAbove(arrivals, (index + 0.5) / scope.customers);
  return calendar.startDay + Math.min(day, arrivals.length - 1);
}

/** How many customers registered before the day of this customer. */
function customersBefore(shop: Shop, index: number): number {
  const { scope, calendar, arrivals } = shop;
  const day = registrationDay(shop, index) - calendar.startDay;
  const share = day === 0 ? 0 : (arrivals[day - 1] as number);
  // As registrationDay: those whose (i + 0.5) / n is below the share.
  return Math.min(index, Math.max(0, Math.ceil(share * scope.customers - 0.5)));
}

/** @returns the number of the channel a customer registering that day comes from. */
export function drawChannel(shop: Shop, random: Random, index: number, day: number): number {
  const { calendar, channelWeights } = shop;
  const year = calendar.years[day - calendar.startDay] as number;
  const weights = channelWeights[year]?.[monthOf(calendar, day)] as Float64Array;
  const channel = pick(random, weights);
  const nobodyToRefer = channel === referralChannel && customersBefore(shop, index) === 0;
  return nobodyToRefer ? 0 : channel;
}

/** @returns what winning a customer cost, in cents: dearer every year, and before Christmas. */
export function acquisitionCost(shop: Shop, random: Random, channel: number, day: number): number {
  const { costShape, yearlyCostGrowth, autumnCostFactor } = parameters.acquisition;
  const { cost } = channelAt(channel);
  const growth = 1 + (yearlyCostGrowth * (day - shop.calendar.startDay)) / 365;
  const season = isoDate(day).slice(5) >= "10-15" ? autumnCostFactor : 1;
  return Math.round(cost * growth * season * (0.5 + 0.5 * gamma(random, costShape)));
}

/**
 * Draws some earlier customers and takes the one who buys most: happy regulars recommend.
 *
 * @param rateOf the latent purchase rate of a customer by number.
 * @returns the number of the customer who recommended the shop to this one.
 */
export function drawReferrer(shop: Shop, index: number, rateOf: (index: number) => number): number {
  const random = randomOf(shop.scope.seed, purposes.referrer, index);
  const last = customersBefore(shop, index) - 1;
  let best = whole(random, 0, last);
  for (let i = 1; i < parameters.acquisition.referrerCandidates; i++) {
    const other = whole(random, 0, last);
    if (rateOf(other) > rateOf(best)) best = other;
  }
  return best;
}
