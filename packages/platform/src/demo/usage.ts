import { dayAfter } from "./calendar.ts";
import { channelAt } from "./channels.ts";
import { momentOf, onlineMoment, openMoment } from "./clock.ts";
import { addInteraction, type Journey } from "./journey.ts";
import type { Order } from "./orders.ts";
import { parameters } from "./parameters.ts";
import { chance, exponential, whole } from "./random.ts";

/** The visit in which an online order was placed. */
export function visitWithOrder(journey: Journey, order: Order): void {
  if (order.channel !== "Webshop" && order.channel !== "App") return;
  const minutes = whole(journey.random, 4, 35);
  const dawn = momentOf(order.day, 0, 0);
  addVisit(journey, Math.max(dawn, order.moment - 60 * minutes), order.channel, minutes, true);
}

/** Visits without an order, from registration on; rare once the customer has left. */
export function browse(journey: Journey): void {
  const { random, customer, shop, leavesOn } = journey;
  const { sessionBase, sessionPerOrder, afterLeaving } = parameters.usage;
  const activeGap = 365 / (sessionBase + sessionPerOrder * customer.rate);
  const leaves = Math.min(leavesOn ?? Number.POSITIVE_INFINITY, shop.calendar.endDay + 1);
  const [webshop = 0, app = 0] = channelAt(customer.channel).salesMix;
  const appShare = app / (webshop + app);
  const visitUntil = (from: number, end: number, gap: number) => {
    for (let day = from; ; ) {
      day = dayAfter(shop.calendar, day, exponential(random, gap));
      if (day >= end) return;
      const channel = chance(random, appShare) ? "App" : "Webshop";
      addVisit(journey, onlineMoment(random, day), channel, whole(random, 1, 18), false);
    }
  };
  visitUntil(customer.registeredDay, leaves, activeGap);
  visitUntil(leaves, Number.POSITIVE_INFINITY, activeGap / afterLeaving);
}

function addVisit(
  journey: Journey,
  at: number,
  channel: string,
  minutes: number,
  ordered: boolean,
): void {
  addInteraction(journey, {
    at,
    channel,
    kind: "Sitzung",
    duration_minutes: minutes,
    cost: 0,
    outcome: ordered ? "Bestellung" : "ohne Bestellung",
  });
}

/** The monthly newsletters a customer opened or clicked; those left unread leave no trace. */
export function readNewsletters(journey: Journey): void {
  const { random, customer, shop, leavesOn = Number.POSITIVE_INFINITY } = journey;
  const { newsletterOpened, newsletterOpenedAfterLeaving, newsletterClicked } = parameters.usage;
  if (!customer.consent) return;
  for (const day of shop.newsletterDays) {
    if (day <= customer.registeredDay) continue;
    if (!chance(random, day < leavesOn ? newsletterOpened : newsletterOpenedAfterLeaving)) continue;
    addInteraction(journey, {
      at: openMoment(random, day),
      channel: "E-Mail",
      kind: "Newsletter",
      duration_minutes: undefined,
      cost: 0,
      outcome: chance(random, newsletterClicked) ? "geklickt" : "geöffnet",
    });
  }
}
