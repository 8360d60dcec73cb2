import { categoryAt } from "./categories.ts";
import { laterThatDay, openMoment, workingDay } from "./clock.ts";
import { addInteraction, isAfterHistory, type Journey } from "./journey.ts";
import type { Order } from "./orders.ts";
import { parameters } from "./parameters.ts";
import type { Product } from "./products.ts";
import { chance, exponential, whole } from "./random.ts";
import type { OrderLine } from "./tables.ts";
import { taxRate, taxWithin } from "./taxes.ts";

/** A line with the product it sold. */
type Item = { readonly line: OrderLine; readonly product: Product };

/** Cancels a whole order the same day: negative lines under S-…. */
export function cancelOrder(journey: Journey, order: Order): void {
  const moment = laterThatDay(journey.random, order.moment);
  const id = `S${order.id.slice(1)}`;
  for (const item of itemsOf(order)) {
    journey.lines.push(reverse(journey, item, item.line.quantity, id, moment));
  }
}

/**
 * Decides which lines of an order come back, 3 to 40 days later, as negative lines under R-….
 * A return after the end of the history is decided but not written: the shop cannot know it yet.
 *
 * @returns whether anything comes back.
 */
export function returnLines(journey: Journey, order: Order): boolean {
  const { random } = journey;
  const back = itemsOf(order).filter(({ product }) =>
    chance(random, returnProbability(journey, order.channel, product)),
  );
  if (back.length === 0) return false;
  const { soonest, latest, meanDelay, handlingCost } = parameters.returns;
  const delay = soonest + Math.floor(exponential(random, meanDelay - soonest));
  // One day is left for a Sunday that becomes a Monday.
  const day = workingDay(order.day + Math.min(delay, latest - 1));
  const moment = openMoment(random, day);
  if (isAfterHistory(journey, moment)) return true;
  const id = `R${order.id.slice(1)}`;
  back.forEach((item, i) => {
    const pieces = returnedPieces(journey, item.line.quantity);
    journey.lines.push({ ...reverse(journey, item, pieces, id, moment), line_no: i + 1 });
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

function itemsOf({ lines, products }: Order): readonly Item[] {
  return lines.map((line, i) => ({ line, product: products[i] as Product }));
}

function returnProbability(
  { customer }: Journey,
  channel: Order["channel"],
  { category, quality }: Product,
): number {
  const { businessFactor, storeFactor, cap } = parameters.returns;
  const person = customer.returnTendency * (customer.business ? businessFactor : 1);
  const place = channel === "Filiale" ? storeFactor : 1;
  return Math.min(cap, categoryAt(category).returnRate * (1 - quality / 2) * person * place);
}

function returnedPieces({ random }: Journey, quantity: number): number {
  if (quantity === 1 || chance(random, parameters.returns.wholeLine)) return quantity;
  return whole(random, 1, quantity - 1);
}

/** The line that takes back some pieces of another, so that net + tax = gross holds again. */
function reverse(
  { customer }: Journey,
  { line, product }: Item,
  pieces: number,
  id: string,
  moment: number,
): OrderLine {
  const share = pieces / line.quantity;
  const gross = Math.round(line.gross_amount * share);
  const tax = taxWithin(gross, taxRate(customer.place.country, categoryAt(product.category)));
  return {
    ...line,
    order_id: id,
    ordered_at: moment,
    quantity: -pieces,
    net_amount: tax - gross,
    tax_amount: 0 - tax,
    gross_amount: 0 - gross,
    cost: 0 - line.unit_cost * pieces,
    // 0 - x and not -x: nothing taken back is 0, not -0.
    discount: 0 - Math.round(line.discount * share),
    return_of: line.order_id,
  };
}
