import { monthOf } from "./calendar.ts";
import { categoryAt } from "./categories.ts";
import { acquisitionChannels, salesChannels } from "./channels.ts";
import { onlineMoment, openMoment } from "./clock.ts";
import { weekday } from "./days.ts";
import type { Journey } from "./journey.ts";
import { parameters } from "./parameters.ts";
import { chooseProduct, type Product, type Shelf } from "./products.ts";
import { chance, cumulate, pick, poisson } from "./random.ts";
import type { OrderLine } from "./tables.ts";
import { taxRate, taxWithin } from "./taxes.ts";

/** An order as it was placed; `products` belong to `lines` one by one. */
export type Order = {
  readonly id: string;
  readonly day: number;
  readonly moment: number;
  readonly channel: (typeof salesChannels)[number];
  readonly lines: readonly OrderLine[];
  readonly products: readonly Product[];
};

/** What makes an order cheaper, and the campaign behind it ("" for none). */
export type Voucher = { readonly percent: number; readonly campaignId: string };

const mostLines = 8;
const channelWeights = acquisitionChannels.map(({ salesMix }) => cumulate(salesMix));

/** Places an order on a day. Its lines are added to the journey. */
export function placeOrder(journey: Journey, day: number, voucher: Voucher): Order {
  const { random } = journey;
  const channel = salesChannel(journey, day);
  const moment = channel === "Filiale" ? openMoment(random, day) : onlineMoment(random, day);
  journey.placed++;
  const order = { id: `B-${journey.digits}-${journey.placed}`, day, moment, channel };
  const products = fillBasket(journey, day);
  const lines = products.map((product, i) => lineOf(journey, order, product, i + 1, voucher));
  journey.lines.push(...lines);
  return { ...order, lines, products };
}

function salesChannel({ customer, random }: Journey, day: number): Order["channel"] {
  const channel = pick(random, channelWeights[customer.channel] as Float64Array);
  const closed = weekday(day) === 0 && salesChannels[channel] === "Filiale";
  return closed ? "Webshop" : (salesChannels[channel] as Order["channel"]);
}

/** Different products; the first is never missing. */
function fillBasket(journey: Journey, day: number): readonly Product[] {
  const { shop, customer, random } = journey;
  const products: Product[] = [];
  do {
    const category = chooseCategory(journey, day);
    const shelf = shop.shelves[category] as Shelf;
    const product = chooseProduct(random, shelf, customer.tier);
    if (!products.includes(product)) products.push(product);
  } while (products.length < mostLines && chance(random, customer.furtherLine));
  return products;
}

/** The favourite categories, less often out of season; else whatever the season sells. */
function chooseCategory({ shop, random, primary, secondary }: Journey, day: number): number {
  const { primaryCategory, secondaryCategory } = parameters.purchase;
  const month = monthOf(shop.calendar, day);
  const inSeason = (category: number) =>
    chance(random, (categoryAt(category).season[month] as number) / 1.2);
  if (chance(random, primaryCategory) && inSeason(primary)) return primary;
  const secondShare = secondaryCategory / (1 - primaryCategory);
  if (chance(random, secondShare) && inSeason(secondary)) return secondary;
  return pick(random, shop.categoryWeights[month] as Float64Array);
}

function lineOf(
  { shop, customer, random, customerId }: Journey,
  order: Omit<Order, "lines" | "products">,
  product: Product,
  lineNumber: number,
  voucher: Voucher,
): OrderLine {
  const year = shop.calendar.years[order.day - shop.calendar.startDay] as number;
  const category = categoryAt(product.category);
  const businessPieces = customer.business ? parameters.people.businessExtraPieces : 0;
  const quantity = 1 + poisson(random, category.extraPieces + businessPieces);
  const listed = (product.prices[year] as number) * quantity;
  const discount = Math.round((listed * voucher.percent) / 100);
  const gross = listed - discount;
  const tax = taxWithin(gross, taxRate(customer.place.country, category));
  const fee = order.channel === "Marktplatz" ? parameters.purchase.marketplaceFee : 0;
  const unitCost =
    (product.unitCosts[year] as number) + Math.round((fee * (gross - tax)) / quantity);
  return {
    order_id: order.id,
    line_no: lineNumber,
    customer_id: customerId,
    ordered_at: order.moment,
    product_id: product.id,
    category: category.name,
    quantity,
    net_amount: gross - tax,
    tax_amount: tax,
    gross_amount: gross,
    unit_cost: unitCost,
    cost: unitCost * quantity,
    discount,
    currency: "EUR",
    channel: order.channel,
    campaign_id: voucher.campaignId,
    return_of: "",
  };
}
