import { dayAfter } from "./calendar.ts";
import type { Campaign } from "./campaigns.ts";
import { categoryAt } from "./categories.ts";
import { channelAt, referralChannel } from "./channels.ts";
import type { Customer } from "./customer.ts";
import { logistic } from "./exact-math.ts";
import { askNps, reviewProducts } from "./feedback.ts";
import { type Journey, startJourney } from "./journey.ts";
import { type Answer, redeem, startCampaign, windfall } from "./memberships.ts";
import { type Order, placeOrder, type Voucher } from "./orders.ts";
import { parameters } from "./parameters.ts";
import { chance, exponential } from "./random.ts";
import { cancelOrder, returnLines } from "./returns.ts";
import { deliver } from "./service.ts";
import type { Shop } from "./shop.ts";
import { browse, readNewsletters, visitWithOrder } from "./usage.ts";

const never = Number.POSITIVE_INFINITY;
const noVoucher: Voucher = { percent: 0, campaignId: "" };

/** @returns everything a customer does from registration to the end of the history, by time. */
export function simulateJourney(shop: Shop, customer: Customer): Journey {
  const journey = startJourney(shop, customer);
  const answers: Answer[] = [];
  let campaign = shop.campaigns.findIndex(({ day }) => day > customer.registeredDay);
  let next = firstOrderDay(journey);
  for (;;) {
    const campaignDay = shop.campaigns[campaign]?.day ?? never;
    const answerDay = answers[0]?.day ?? never;
    const day = Math.min(next, campaignDay, answerDay);
    if (day > shop.calendar.endDay) break;
    if (day === campaignDay) {
      const answer = startCampaign(journey, campaign++);
      if (answer) insertByDay(answers, answer);
    } else if (day === next) {
      next = orderByNature(journey, day);
    } else {
      next = Math.min(next, orderInAnswer(journey, answers.shift() as Answer));
    }
  }
  browse(journey);
  readNewsletters(journey);
  journey.lines.sort((a, b) => a.ordered_at - b.ordered_at);
  journey.interactions.sort((a, b) => a.at - b.at);
  journey.feedback.sort((a, b) => a.given_at - b.given_at);
  return journey;
}

function firstOrderDay({ random, customer }: Journey): number {
  const { firstOrderSameDay, firstOrderDelay } = parameters.acquisition;
  if (chance(random, firstOrderSameDay)) return customer.registeredDay;
  return customer.registeredDay + 1 + Math.floor(exponential(random, firstOrderDelay));
}

function insertByDay(answers: Answer[], answer: Answer): void {
  const at = answers.findIndex(({ day }) => day > answer.day);
  answers.splice(at < 0 ? answers.length : at, 0, answer);
}

/** An order of the customer's own accord. @returns the day of the next one. */
function orderByNature(journey: Journey, day: number): number {
  const voucher = windfall(journey, day) ?? welcome(journey);
  const order = experience(journey, day, voucher);
  if (order && chance(journey.random, leavingProbability(journey))) {
    const { soonest, meanDelay } = parameters.leaving;
    journey.leavesOn = day + soonest + Math.floor(exponential(journey.random, meanDelay));
    return never;
  }
  return nextOrderDay(journey, day);
}

/**
 * An order a campaign brought about. It leaves the customer's own rhythm as it is, so that the
 * campaign adds exactly this order; only who had left comes back, once the window is over.
 *
 * @returns the day of the next order of a customer won back, else Infinity.
 */
function orderInAnswer(journey: Journey, { day, member, revives }: Answer): number {
  experience(journey, day, redeem(journey, member));
  if (!revives) return never;
  journey.leavesOn = undefined;
  const { lastDay } = journey.shop.campaigns[member.campaign] as Campaign;
  return nextOrderDay(journey, lastDay);
}

function welcome({ customer, placed }: Journey): Voucher {
  const invited = placed === 0 && customer.channel === referralChannel;
  return invited ? { percent: parameters.acquisition.welcomeDiscount, campaignId: "" } : noVoucher;
}

/** Places an order and lives through what follows. @returns the order unless it was cancelled. */
function experience(journey: Journey, day: number, voucher: Voucher): Order | undefined {
  const { random } = journey;
  const order = placeOrder(journey, day, voucher);
  visitWithOrder(journey, order);
  if (chance(random, parameters.purchase.cancelled)) {
    cancelOrder(journey, order);
    return undefined;
  }
  journey.orders++;
  journey.lastOrderDay = day;
  for (const { category } of order.products) journey.bought |= 1 << category;
  deliver(journey, order);
  if (returnLines(journey, order)) journey.satisfaction += parameters.satisfaction.returned;
  askNps(journey, order);
  reviewProducts(journey, order);
  if (chance(random, parameters.purchase.categoryMove)) moveTaste(journey);
  return order;
}

/** The second favourite becomes the first, and one of its neighbours the second. */
function moveTaste(journey: Journey): void {
  journey.primary = journey.secondary;
  const { neighbours } = categoryAt(journey.primary);
  journey.secondary = neighbours[chance(journey.random, 0.5) ? 0 : 1] as number;
}

function leavingProbability({ orders, satisfaction, customer }: Journey): number {
  const { afterOrder, satisfactionSlope } = parameters.leaving;
  const level = afterOrder[Math.min(orders, afterOrder.length) - 1] as number;
  const { leavingShift } = channelAt(customer.channel);
  return logistic(level + leavingShift - satisfactionSlope * satisfaction);
}

function nextOrderDay({ shop, customer, random }: Journey, day: number): number {
  return dayAfter(shop.calendar, day, exponential(random, 365 / customer.rate));
}
