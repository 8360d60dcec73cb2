import { onlineMoment } from "./clock.ts";
import { productComments, shopComments } from "./feedback-texts.ts";
import { isAfterHistory, type Journey } from "./journey.ts";
import type { Order } from "./orders.ts";
import { parameters } from "./parameters.ts";
import { chance, exponential, normal, whole } from "./random.ts";
import type { Feedback } from "./tables.ts";

/** Asks some customers two to four weeks after an order how likely they recommend the shop. */
export function askNps(journey: Journey, order: Order): void {
  const { random, satisfaction } = journey;
  const { npsShare, npsMean, npsSlope, npsNoise, npsComment, angryShare, angryPoints } =
    parameters.feedback;
  if (!chance(random, npsShare)) return;
  const anger = chance(random, angryShare) ? exponential(random, angryPoints) : 0;
  const feeling = npsMean + npsSlope * satisfaction + npsNoise * normal(random) - anger;
  const score = rounded(feeling, 0, 10);
  const mood = score <= 6 ? 0 : score <= 8 ? 1 : 2;
  const comment = chance(random, npsComment) ? oneOf(journey, shopComments[mood]) : "";
  const given_at = onlineMoment(random, order.day + whole(random, 14, 28));
  addFeedback(journey, { given_at, kind: "nps", score, comment, order_id: order.id });
}

/** Some customers review a product one to three weeks after they bought it. */
export function reviewProducts(journey: Journey, order: Order): void {
  const { random, satisfaction } = journey;
  const { reviewShare, reviewMean } = parameters.feedback;
  for (const { id, quality } of order.products) {
    if (!chance(random, reviewShare)) continue;
    const feeling = reviewMean + 0.35 * satisfaction + 2 * quality + 0.9 * normal(random);
    const score = rounded(feeling, 1, 5);
    const comment = oneOf(journey, productComments[score <= 2 ? 0 : score === 3 ? 1 : 2]);
    const given_at = onlineMoment(random, order.day + whole(random, 7, 21));
    addFeedback(journey, {
      given_at,
      kind: "review",
      score,
      comment,
      order_id: order.id,
      product_id: id,
    });
  }
}

/** Some customers rate the service a day or two after their ticket was closed. */
export function askCsat(
  journey: Journey,
  ticket: {
    readonly id: string;
    readonly day: number;
    readonly outcome: number;
    readonly order: Order;
  },
): void {
  const { random } = journey;
  const { csatShare, csatMeans } = parameters.feedback;
  if (ticket.id === "" || !chance(random, csatShare)) return;
  const score = rounded((csatMeans[ticket.outcome] as number) + 0.8 * normal(random), 1, 5);
  const given_at = onlineMoment(random, ticket.day + whole(random, 1, 2));
  addFeedback(journey, {
    given_at,
    kind: "csat",
    score,
    order_id: ticket.order.id,
    interaction_id: ticket.id,
  });
}

type Answer = Pick<Feedback, "given_at" | "kind" | "score"> & Partial<Feedback>;

function addFeedback(journey: Journey, answer: Answer): void {
  if (isAfterHistory(journey, answer.given_at)) return;
  journey.feedback.push({
    feedback_id: `F-${journey.digits}-${journey.feedback.length + 1}`,
    customer_id: journey.customerId,
    comment: "",
    order_id: "",
    product_id: "",
    interaction_id: "",
    ...answer,
  });
}

function rounded(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, Math.round(value)));
}

function oneOf({ random }: Journey, texts: readonly string[] = []): string {
  return texts[whole(random, 0, texts.length - 1)] ?? "";
}
