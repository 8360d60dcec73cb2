import { monthOf } from "./calendar.ts";
import { openMoment, workingDay } from "./clock.ts";
import { askCsat } from "./feedback.ts";
import { addInteraction, isAfterHistory, type Journey } from "./journey.ts";
import type { Order } from "./orders.ts";
import { parameters } from "./parameters.ts";
import { chance, cumulate, exponential, pick, whole } from "./random.ts";
import type { Interaction } from "./tables.ts";

const outcomes = ["gelöst", "Kulanz", "ungelöst"];
const outcomeWeights = cumulate(parameters.service.outcomes);
const desks = ["Telefon", "E-Mail", "Chat"];
const deskWeights = cumulate([0.42, 0.38, 0.2]);
const centsAMinute = 75;
const december = 11;
/** Index into the outcomes. */
const unsolved = 2;

/**
 * Delivers an order: it may be late or defective, the customer may ask or complain, and all of it
 * moves the satisfaction, which fades towards the customer's own level from order to order.
 */
export function deliver(journey: Journey, order: Order): void {
  const { random, customer, shop } = journey;
  const { late, lateInDecember, defect, question, ticketWhenLate, ticketWhenDefect } =
    parameters.service;
  const { memory, good, ...effects } = parameters.satisfaction;
  const lateShare = monthOf(shop.calendar, order.day) === december ? lateInDecember : late;
  const isLate = order.channel !== "Filiale" && chance(random, lateShare);
  const isDefect = chance(random, defect);
  let feeling = isLate || isDefect ? 0 : good;
  if (isLate) feeling += effects.late;
  if (isDefect) feeling += effects.defect;
  if (isLate && chance(random, ticketWhenLate)) feeling += ticket(journey, order, "Lieferung");
  if (isDefect && chance(random, ticketWhenDefect))
    feeling += ticket(journey, order, "Reklamation");
  if (chance(random, question)) feeling += ticket(journey, order, "Anfrage");
  const faded = customer.satisfaction + memory * (journey.satisfaction - customer.satisfaction);
  journey.satisfaction = faded + feeling;
}

/** @returns what the ticket did to the satisfaction. */
function ticket(journey: Journey, order: Order, kind: string): number {
  const { random } = journey;
  const outcome = pick(random, outcomeWeights);
  const desk = desks[pick(random, deskWeights)] as string;
  const minutes = whole(random, 3, desk === "E-Mail" ? 12 : 24);
  const day = workingDay(order.day + whole(random, 2, 9));
  const at = openMoment(random, day);
  const id = addInteraction(journey, {
    at,
    channel: desk,
    kind,
    duration_minutes: minutes,
    cost: minutes * centsAMinute,
    outcome: outcomes[outcome] as string,
    ...waits(journey, { at, desk, minutes, isSolved: outcome !== unsolved }),
  });
  askCsat(journey, { id, day, outcome, order });
  return parameters.satisfaction.outcomes[outcome] as number;
}

/** When a ticket is answered first and settled; one without a solution is not, or not yet. */
function waits(
  journey: Journey,
  ticket: {
    readonly at: number;
    readonly desk: string;
    readonly minutes: number;
    readonly isSolved: boolean;
  },
): Pick<Interaction, "first_response_minutes" | "resolved_at"> {
  const { waiting } = journey;
  const { firstResponse, secondLine, secondLineDays } = parameters.service;
  const mean = firstResponse[ticket.desk as keyof typeof firstResponse];
  const first_response_minutes = Math.round(exponential(waiting, mean));
  const handed = chance(waiting, secondLine) ? 1440 * exponential(waiting, secondLineDays) : 0;
  const settled = ticket.at + 60 * Math.round(first_response_minutes + ticket.minutes + handed);
  const isSettled = ticket.isSolved && !isAfterHistory(journey, settled);
  const isAnswered = !isAfterHistory(journey, ticket.at + 60 * first_response_minutes);
  return {
    first_response_minutes: isAnswered ? first_response_minutes : undefined,
    resolved_at: isSettled ? settled : undefined,
  };
}
