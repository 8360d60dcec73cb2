import { categories, categoryAt } from "./categories.ts";
import { laterThatDay, openMoment, workingDay } from "./clock.ts";
import { addInteraction, isAfterHistory, type Journey } from "./journey.ts";
import type { Order } from "./orders.ts";
import { parameters } from "./parameters.ts";
import { chance, exponential, whole } from "./random.ts";
import type { OrderLine } from "./tables.ts";
import { taxRates, taxWithin } from "./taxes.ts";

/** Cancels an order within hours: negative lines under S-…, the day's last moments permitting. */
export function cancelOrder(journey: Journey, order: Order): void {
  const moment = laterThatDay(journey.random, order.moment);
  const id = `S${order.id.slice(1)}`;
  journey.lines.push(
    ...order.lines.map((line) => reverse(journey, line, line.quantity, id, moment)),
  );
}

/**
 * Decides which lines of an order come back, 3 to 40 days later, as negative lines under R-….
 * A return after the end of the history is decided but not written: the shop cannot know it yet.
 *
 * @returns whether anything comes back.
 */
export function returnLines(journey: Journey, order: Order): boolean {
  const { random } = journey;
  const back = order.lines.filter((_, i) => chance(random, returnProbability(journey, order, i)));
  if (back.length === 0) return false;
  const { soonest, latest, meanDelay, handlingCost } = parameters.returns;
  const delay = soonest + Math.floor(exponential(random, meanDelay - soonest));
  // One day is left for a Sunday that becomes a Monday.
  const day = workingDay(order.day + Math.min(delay, latest - 1));
  const moment = openMoment(random, day);
  if (isAfterHistory(journey, moment)) return true;
  const id = `R${order.id.slice(1)}`;
  back.forEach((line, i) => {
    const pieces = returnedPieces(journey, line.quantity);
    journey.lines.push({ ...reverse(journey, line, pieces, id, moment), line_no: i + 1 });
  });
  addInteraction(journey, {
    at: moment,
    channel: order.channel,
    kind: "Retoure",
    duration_minutes: undefined,
    cost: handlingCost,
    outcome: "erstattet",
  });
  return true;
}

function returnProbability({ customer }: Journey, order: Order, line: number): number {
  const { businessFactor, storeFactor, cap } = parameters.returns;
  const product = order.products[line] as Order["products"][0];
  const { returnRate } = categoryAt(product.category);
  const person = customer.returnTendency * (customer.business ? businessFactor : 1);
  const place = order.channel === "Filiale" ? storeFactor : 1;
  return Math.min(cap, returnRate * (1 - product.quality / 2) * person * place);
}

function returnedPieces({ random }: Journey, quantity: number): number {
  if (quantity === 1 || chance(random, parameters.returns.wholeLine)) return quantity;
  return whole(random, 1, quantity - 1);
}

/** The line that takes back some pieces of another, so that net + tax = gross holds again. */
function reverse(
  { customer }: Journey,
  line: OrderLine,
  pieces: number,
  id: string,
  moment: number,
): OrderLine {
  const share = pieces / line.quantity;
  const gross = Math.round(line.gross_amount * share);
  const category = categories.find(({ name }) => name === line.category);
  const rates = taxRates[customer.place.country];
  const tax = taxWithin(gross, category?.reducedTax ? rates.reduced : rates.standard);
  return {
    ...line,
    order_id: id,
    ordered_at: moment,
    quantity: -pieces,
    net_amount: tax - gross,
    tax_amount: -tax,
    gross_amount: -gross,
    cost: -(line.unit_cost * pieces),
    discount: -Math.round(line.discount * share),
    return_of: line.order_id,
  };
}
