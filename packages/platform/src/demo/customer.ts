import { acquisitionCost, drawChannel, drawReferrer, registrationDay } from "./acquisition.ts";
import { monthOf } from "./calendar.ts";
import { categoryAt } from "./categories.ts";
import { channelAt, referralChannel } from "./channels.ts";
import { isoDate } from "./days.ts";
import { parameters } from "./parameters.ts";
import { type Place, places, placeWeights } from "./places.ts";
import { chance, cumulate, gamma, normal, pick, type Random, randomOf, uniform } from "./random.ts";
import { purposes, type Shop } from "./shop.ts";
import type { CustomerRow } from "./tables.ts";

/** A customer: what the shop sees of them, and what it does not. */
export type Customer = {
  readonly index: number;
  readonly registeredDay: number;
  readonly channel: number;
  readonly acquisitionCost: number;
  readonly place: Place;
  readonly birthYear: number;
  readonly birthYearKnown: boolean;
  readonly gender: string;
  readonly business: boolean;
  readonly consent: boolean;
  /** Latent orders a year while active. */
  readonly rate: number;
  /** Latent taste for the dearer product, 0 to 1. */
  readonly tier: number;
  /** Latent probability of a further line in an order. */
  readonly furtherLine: number;
  /** Latent factor on return rates, mean 1. */
  readonly returnTendency: number;
  /** Latent satisfaction to which experiences fade. */
  readonly satisfaction: number;
  readonly priceSensitive: boolean;
  readonly primary: number;
  readonly secondary: number;
};

const genders = ["weiblich", "männlich", "divers", ""];
const genderWeights = cumulate(parameters.people.genders);

/** @returns the customer of a number; always the same one for a seed and size. */
export function customerAt(shop: Shop, index: number, forcedChannel?: number): Customer {
  const random = randomOf(shop.scope.seed, purposes.customer, index);
  const registeredDay = registrationDay(shop, index);
  const drawn = drawChannel(shop, random, index, registeredDay);
  const channel = forcedChannel ?? drawn;
  const traits = channelAt(channel);
  const business = chance(random, traits.businessShare);
  const gender = business ? "" : (genders[pick(random, genderWeights)] as string);
  const primary = firstTaste(shop, random, gender, registeredDay);
  const latent = drawLatent(random, traits.rateFactor, business);
  const ageDrawn = traits.meanAge + parameters.people.ageDeviation * normal(random);
  const age = Math.round(Math.min(88, Math.max(18, ageDrawn)));
  return {
    index,
    registeredDay,
    channel,
    acquisitionCost: acquisitionCost(shop, random, channel, registeredDay),
    place: places[pick(random, placeWeights)] as Place,
    birthYear: Number(isoDate(registeredDay).slice(0, 4)) - age,
    birthYearKnown: !business && !chance(random, parameters.people.birthYearUnknown),
    gender,
    business,
    consent: chance(random, traits.consentShare),
    ...latent,
    primary,
    secondary: secondTaste(shop, random, primary, registeredDay),
  };
}

function drawLatent(random: Random, rateFactor: number, business: boolean) {
  const { ratePerYear, rateShape, furtherLine, furtherLineSpread } = parameters.purchase;
  const personFactor = business ? parameters.people.businessRateFactor : 1;
  const spread = furtherLineSpread * (2 * uniform(random) - 1);
  return {
    rate: ratePerYear * rateFactor * personFactor * gamma(random, rateShape),
    tier: uniform(random),
    furtherLine: furtherLine + spread,
    returnTendency: gamma(random, parameters.returns.tendencyShape),
    satisfaction: parameters.satisfaction.deviation * normal(random),
    priceSensitive: chance(random, parameters.purchase.priceSensitiveShare),
  };
}

/** A category by season, accepted by how much the customer's gender likes it. */
function firstTaste(shop: Shop, random: Random, gender: string, day: number): number {
  for (;;) {
    const category = pick(
      random,
      shop.categoryWeights[monthOf(shop.calendar, day)] as Float64Array,
    );
    const women = categoryAt(category).womenFactor;
    const liking = gender === "weiblich" ? women : gender === "männlich" ? 1 / women : 1;
    if (chance(random, liking / 2)) return category;
  }
}

function secondTaste(shop: Shop, random: Random, primary: number, day: number): number {
  const { neighbours } = categoryAt(primary);
  if (chance(random, 0.7)) return neighbours[chance(random, 0.6) ? 0 : 1] as number;
  return pick(random, shop.categoryWeights[monthOf(shop.calendar, day)] as Float64Array);
}

/** @returns the digits of a customer's number, as in K0012345 and B-0012345-1. */
export function digitsOf(index: number): string {
  return String(index + 1).padStart(7, "0");
}

/** @returns the row of kunden.csv. */
export function customerRow(shop: Shop, customer: Customer): CustomerRow {
  const { place } = customer;
  const referrer =
    customer.channel === referralChannel
      ? drawReferrer(shop, customer.index, (other) => customerAt(shop, other).rate)
      : undefined;
  return {
    customer_id: `K${digitsOf(customer.index)}`,
    registered_on: customer.registeredDay,
    birth_year: customer.birthYearKnown ? customer.birthYear : undefined,
    gender: customer.gender,
    postcode: place.postcode,
    city: place.city,
    state: place.state,
    country: place.country,
    acquisition_channel: channelAt(customer.channel).name,
    acquisition_cost: customer.acquisitionCost,
    referred_by: referrer === undefined ? "" : `K${digitsOf(referrer)}`,
    newsletter_consent: customer.consent,
    is_business: customer.business,
  };
}
