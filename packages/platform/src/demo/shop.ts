import { type Calendar, calendarOf, monthsWithin } from "./calendar.ts";
import { type Campaign, campaignsWithin } from "./campaigns.ts";
import { categories } from "./categories.ts";
import { acquisitionChannels } from "./channels.ts";
import type { Scope } from "./options.ts";
import { parameters } from "./parameters.ts";
import { catalogue, type Product, type Shelf, shelves } from "./products.ts";
import { cumulate, gamma, randomOf } from "./random.ts";

/** What is fixed before the first customer comes; nothing in it grows with their number. */
export type Shop = {
  readonly scope: Scope;
  readonly calendar: Calendar;
  readonly products: readonly Product[];
  readonly shelves: readonly Shelf[];
  readonly campaigns: readonly Campaign[];
  /** The days on which the newsletter goes out, one a month. */
  readonly newsletterDays: readonly number[];
  /** Expected new customers up to and with each day, as a share of all. */
  readonly arrivals: Float64Array;
  /** Cumulated weights of the categories, by month (January first). */
  readonly categoryWeights: readonly Float64Array[];
  /** Cumulated weights of the acquisition channels, by year and month of the history. */
  readonly channelWeights: readonly (readonly Float64Array[])[];
};

/** The purposes of random streams, so that no two share their numbers. */
export const purposes = {
  arrivals: 1,
  customer: 2,
  history: 3,
  referrer: 4,
  waiting: 5,
  series: 100,
} as const;

const newsletterDay = 6; // the seventh of the month

/** @returns the shop of the given scope. */
export function openShop(scope: Scope): Shop {
  const calendar = calendarOf(scope);
  const years = (calendar.years.at(-1) as number) + 1;
  const products = catalogue(years);
  return {
    scope,
    calendar,
    products,
    shelves: shelves(products),
    campaigns: campaignsWithin(calendar),
    newsletterDays: monthsWithin(calendar).map((first) => first + newsletterDay),
    arrivals: arrivalsOf(calendar, scope.seed),
    categoryWeights: everyMonth((month) =>
      cumulate(categories.map(({ share, season }) => share * (season[month] as number))),
    ),
    channelWeights: Array.from({ length: years }, (_, year) =>
      everyMonth((month) =>
        cumulate(acquisitionChannels.map((c) => channelWeight(c, year, month))),
      ),
    ),
  };
}

function everyMonth<T>(of: (month: number) => T): readonly T[] {
  return Array.from({ length: 12 }, (_, month) => of(month));
}

/** A channel that works in some months only wins its year's share in these. */
function channelWeight(
  { share, yearlyTrend, months }: (typeof acquisitionChannels)[0],
  year: number,
  month: number,
): number {
  const weight = Math.max(0, share * (1 + yearlyTrend * year));
  if (months.length === 0) return weight;
  return months.includes(month + 1) ? (weight * 12) / months.length : 0;
}

function arrivalsOf({ demand }: Calendar, seed: number): Float64Array {
  const random = randomOf(seed, purposes.arrivals, 0);
  const { yearlyGrowth, dayShape } = parameters.acquisition;
  const weights = Array.from(demand, (value, day) => {
    const growth = 1 + (yearlyGrowth * day) / 365;
    return value * growth * gamma(random, dayShape);
  });
  const sums = cumulate(weights);
  const total = sums.at(-1) as number;
  return sums.map((sum) => sum / total);
}
