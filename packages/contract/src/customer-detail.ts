import { type Static, Type } from "typebox";
import { CustomerValue, PurchaseDay } from "./customer.ts";
import { CustomerHealth } from "./customer-health.ts";
import { Nullable } from "./nullable.ts";
import { CustomerPotential } from "./potential.ts";
import { Count, Day, Money, Share } from "./units.ts";
import { ObservedCorrection } from "./value-explanation.ts";

const Text = Nullable(Type.String());
const Moment = Type.String({
  description: "such as 2026-03-31T14:05:00, in the workspace's time zone",
});

/** A customer number that is read as this customer. */
export const CustomerMember = Type.Object({
  customerId: Type.String(),
  source: Type.String({ description: "the only source that is meant; empty for all" }),
  since: Moment,
  reason: Type.String({ description: "the kinds of marks in common, or what a person wrote" }),
  decidedBy: Type.String(),
});
export type CustomerMember = Static<typeof CustomerMember>;

/** A row of the register of customers. */
export const MasterData = Type.Object({
  registeredOn: Nullable(Day),
  birthYear: Nullable(Type.Integer()),
  gender: Text,
  postcode: Text,
  city: Text,
  region: Text,
  country: Text,
  acquisitionChannel: Text,
  paidToAcquire: Nullable(Money),
  isBusiness: Nullable(Type.Boolean()),
  accountId: Text,
  groupId: Text,
});
export type MasterData = Static<typeof MasterData>;

export const ReasonCode = Type.Union([
  Type.Literal("BASE"),
  Type.Literal("SEGMENT"),
  Type.Literal("ENGINE"),
  Type.Literal("OWN_SPEND"),
  Type.Literal("MEAN_SPEND"),
  Type.Literal("FEES"),
  Type.Literal("ORDERS"),
  Type.Literal("FORECAST"),
  Type.Literal("PREDICTED"),
  Type.Literal("DISCOUNT"),
  Type.Literal("DISCOUNTED"),
  Type.Literal("COSTS"),
  Type.Literal("SERVICE"),
  Type.Literal("CONTRIBUTION"),
  Type.Literal("HISTORIC"),
  Type.Literal("TOTAL"),
]);
export type ReasonCode = Static<typeof ReasonCode>;

/** Why a customer is worth that much: parts that add up to the cent. */
export const ValueReasons = Type.Object({
  horizonMonths: Type.Integer(),
  basis: Type.Union([Type.Literal("revenue"), Type.Literal("contribution")]),
  expectedPurchases: Type.Number(),
  expectedSpend: Type.Number(),
  spend: Nullable(
    Type.Object({
      ownMean: Money,
      ownWeight: Share,
      meanOfAll: Money,
      meanWeight: Share,
    }),
  ),
  transition: Nullable(
    Type.Object(
      {
        basePurchases: Type.Number(),
        baseSpend: Money,
        segmentFactor: Type.Number(),
        correction: Nullable(ObservedCorrection),
        engineFactor: Type.Number(),
        extrapolated: Type.Boolean({ description: "the horizon is longer than the history" }),
        serviceCost: Nullable(
          Type.Number({
            description:
              "present value of what caring for the customer will cost; null where no such costs are known",
          }),
        ),
      },
      { description: "The factors of the transition method, where it values the customer" },
    ),
  ),
  fees: Nullable(
    Type.Object(
      { monthlyFee: Money, expectedMonths: Type.Number() },
      { description: "contracts that run, and for how many months of the horizon" },
    ),
  ),
  discountRate: Type.Number({ description: "a year" }),
  marginRate: Nullable(Type.Number()),
  lines: Type.Array(
    Type.Object({
      code: ReasonCode,
      isSum: Type.Boolean({ description: "the sum of all parts before it" }),
      amount: Money,
    }),
  ),
});
export type ValueReasons = Static<typeof ValueReasons>;

const Days = Nullable(
  Type.Number({ description: "days from the as-of date; null if over 20 years" }),
);

/** When the next purchase is expected, by the model's distribution given the history. */
export const NextOrder = Type.Object({
  method: Type.String(),
  asOf: Day,
  probabilityActive: Share,
  medianDays: Days,
  lowDays: Days,
  highDays: Days,
  expectedOn: Nullable(Day),
  chances: Type.Array(Type.Object({ days: Type.Integer(), probability: Share })),
});
export type NextOrder = Static<typeof NextOrder>;

export const FeedbackEntry = Type.Object({
  feedbackId: Text,
  givenAt: Moment,
  kind: Text,
  score: Nullable(Type.Number()),
  comment: Text,
  channel: Text,
  orderId: Text,
  isCase: Type.Boolean({ description: "NPS 0 to 6, CSAT or review 1 to 2" }),
  closedAt: Nullable(Moment),
});
export type FeedbackEntry = Static<typeof FeedbackEntry>;

export const ConsentState = Type.Object({
  purpose: Type.String(),
  channel: Type.String(),
  granted: Type.Boolean(),
  decidedAt: Moment,
  basis: Text,
  refusedAt: Nullable(Moment),
});
export type ConsentState = Static<typeof ConsentState>;

export const ReferredCustomer = Type.Object({
  customerId: Type.String(),
  referredOn: Nullable(Day),
  reward: Nullable(Money),
  revenueSoFar: Nullable(Money),
  purchases: Nullable(Count),
});
export type ReferredCustomer = Static<typeof ReferredCustomer>;

export const TimelineKind = Type.Union([
  Type.Literal("order"),
  Type.Literal("return"),
  Type.Literal("interaction"),
  Type.Literal("usage"),
  Type.Literal("feedback"),
  Type.Literal("campaign"),
  Type.Literal("subscription"),
  Type.Literal("subscription-end"),
  Type.Literal("consent"),
  Type.Literal("registration"),
  Type.Literal("referral"),
]);
export type TimelineKind = Static<typeof TimelineKind>;

export const TimelineCount = Type.Object({
  kind: TimelineKind,
  entriesOfKind: Count,
  firstDay: Day,
  lastDay: Day,
});
export type TimelineCount = Static<typeof TimelineCount>;

export const TimelineEntry = Type.Object({
  happenedAt: Moment,
  kind: TimelineKind,
  entryKey: Type.String({ description: "unique" }),
  reference: Nullable(Type.String({ description: "number of the order, ticket, contract, …" })),
  title: Text,
  detail: Text,
  channel: Text,
  amount: Nullable(Type.Number({ description: "in `currency`, or in the workspace's if null" })),
  currency: Text,
  quantity: Nullable(
    Type.Number({ description: "pieces, minutes, use or score; 1 for an answered campaign" }),
  ),
  entries: Type.Integer({ description: "lines or events that the entry sums up" }),
});
export type TimelineEntry = Static<typeof TimelineEntry>;

export const TimelineQuery = Type.Object(
  {
    kind: Type.Optional(TimelineKind),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    after: Type.Optional(
      Type.String({ maxLength: 2000, description: "`next` of the page before" }),
    ),
  },
  { additionalProperties: false },
);
export type TimelineQuery = Static<typeof TimelineQuery>;

export const TimelinePage = Type.Object({
  items: Type.Array(TimelineEntry, { description: "the newest first" }),
  next: Nullable(Type.String({ description: "pass as `after` for the next page" })),
});
export type TimelinePage = Static<typeof TimelinePage>;

export const StageMonth = Type.Object({
  periodEnd: Day,
  stage: Type.String(),
  previousStage: Text,
  revenue12m: Nullable(Money),
});
export type StageMonth = Static<typeof StageMonth>;

export const RankMonth = Type.Object({
  periodEnd: Day,
  rankPlace: Nullable(Type.Integer()),
  previousPlace: Nullable(Type.Integer()),
  decile: Nullable(Type.Integer()),
  worth: Nullable(Type.Number()),
  change: Nullable(Type.Number({ description: "of the worth since the month before" })),
  reason: Text,
});
export type RankMonth = Static<typeof RankMonth>;

/** Everything about one customer. Lists that a workspace has no data for are empty. */
export const CustomerDetail = Type.Object({
  currency: Type.String(),
  customerId: Type.String({
    description: "of the person, also where a merged number was asked for",
  }),
  customers: Type.Integer({ minimum: 1, description: "all customers, beside `rankPlace`" }),
  members: Type.Array(CustomerMember, { description: "numbers that were merged into it" }),
  master: Nullable(MasterData),
  attributes: Type.Array(
    Type.Object({ attribute: Type.String(), value: Type.String(), validFrom: Nullable(Day) }),
  ),
  identifiers: Type.Array(
    Type.Object({ kind: Text, value: Text, source: Text, givenBy: Type.String() }),
  ),
  values: Type.Array(CustomerValue, { description: "one a horizon, shortest first" }),
  reasons: Type.Array(ValueReasons, { description: "one a horizon; none without amounts" }),
  nextOrder: Nullable(NextOrder),
  feedback: Type.Array(FeedbackEntry, { description: "latest first, at most 200" }),
  consents: Type.Array(ConsentState),
  referred: Type.Array(ReferredCustomer, { description: "latest first, at most 200" }),
  referredBy: Text,
  stages: Type.Array(StageMonth, { description: "month ends, latest first" }),
  ranks: Type.Array(RankMonth, { description: "month ends, latest first" }),
  intent: Nullable(Type.Object({ valueClass: Type.String(), intent: Type.String(), asOf: Day })),
  health: Nullable(CustomerHealth),
  potential: Nullable(CustomerPotential),
  counts: Type.Array(TimelineCount, { description: "entries of the timeline" }),
  history: Type.Array(PurchaseDay, { description: "latest first, at most 400 days" }),
});
export type CustomerDetail = Static<typeof CustomerDetail>;
