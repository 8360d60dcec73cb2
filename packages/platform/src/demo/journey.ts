import { type Customer, digitsOf } from "./customer.ts";
import { type Random, randomOf } from "./random.ts";
import { purposes, type Shop } from "./shop.ts";
import type { Feedback, Interaction, OrderLine } from "./tables.ts";

/** A customer's place in a campaign. */
export type Member = {
  /** Index into the shop's campaigns. */
  readonly campaign: number;
  readonly treated: boolean;
  readonly sentAt: number;
  /** Expected additional orders if treated; also known for the control group. */
  readonly uplift: number;
  responded: boolean;
};

/** A customer on the way through the history. The simulation moves it on; rows are only added. */
export type Journey = {
  readonly shop: Shop;
  readonly customer: Customer;
  readonly random: Random;
  /** How long the customer waits for the service: a stream of its own. */
  readonly waiting: Random;
  readonly customerId: string;
  readonly digits: string;
  readonly lines: OrderLine[];
  readonly interactions: Interaction[];
  readonly feedback: Feedback[];
  readonly members: Member[];
  /** Orders placed, also cancelled ones: they number the order ids. */
  placed: number;
  /** Orders not cancelled. */
  orders: number;
  /** Day of the last order not cancelled. */
  lastOrderDay: number;
  /** Categories bought, as bits. */
  bought: number;
  primary: number;
  secondary: number;
  satisfaction: number;
  /** The day the customer was lost, if they were; it may lie after the history. */
  leavesOn: number | undefined;
};

/** @returns the journey of a customer before the first order. */
export function startJourney(shop: Shop, customer: Customer): Journey {
  const digits = digitsOf(customer.index);
  return {
    shop,
    customer,
    random: randomOf(shop.scope.seed, purposes.history, customer.index),
    waiting: randomOf(shop.scope.seed, purposes.waiting, customer.index),
    customerId: `K${digits}`,
    digits,
    lines: [],
    interactions: [],
    feedback: [],
    members: [],
    placed: 0,
    orders: 0,
    lastOrderDay: Number.NEGATIVE_INFINITY,
    bought: 0,
    primary: customer.primary,
    secondary: customer.secondary,
    satisfaction: customer.satisfaction,
    leavesOn: undefined,
  };
}

/** What a contact says of itself; only tickets are answered and settled. */
type Contact = Omit<
  Interaction,
  "interaction_id" | "customer_id" | "first_response_minutes" | "resolved_at"
> &
  Partial<Pick<Interaction, "first_response_minutes" | "resolved_at">>;

/** Adds an interaction unless it lies after the history. @returns its id, "" if it was not added. */
export function addInteraction(journey: Journey, interaction: Contact): string {
  if (isAfterHistory(journey, interaction.at)) return "";
  const id = `I-${journey.digits}-${journey.interactions.length + 1}`;
  journey.interactions.push({
    interaction_id: id,
    customer_id: journey.customerId,
    first_response_minutes: undefined,
    resolved_at: undefined,
    ...interaction,
  });
  return id;
}

/** @returns whether a moment lies after the last day of the history. */
export function isAfterHistory(journey: Journey, moment: number): boolean {
  return moment >= (journey.shop.calendar.endDay + 1) * 86_400;
}
