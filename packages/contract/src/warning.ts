import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Count, Day, Money, Share } from "./units.ts";

/** Undesired: valuable and active, and about to buy nothing; desired: about to be active high. */
export const WarningKind = Type.Union([Type.Literal("undesired"), Type.Literal("desired")]);
export type WarningKind = Static<typeof WarningKind>;

/** An estimate with its 95 % interval. */
const Estimate = Type.Object({
  estimate: Type.Number(),
  lower: Type.Number(),
  upper: Type.Number(),
});

const MEASURES = {
  auc: Estimate,
  averagePrecision: Estimate,
  precision: Estimate,
  recall: Estimate,
  lift: Estimate,
};

/** How well an order puts those first to whom the change comes; precision and recall at the budget. */
const Ranking = Type.Object({
  ...MEASURES,
  difference: Nullable(Type.Object(MEASURES, { description: "to the rule of `reference`" })),
});

/** How good such warnings would have been on the company's own past. */
const WarningQuality = Type.Object({
  origins: Type.Array(Day, { description: "month ends that were warned at" }),
  learntUntil: Day,
  rows: Count,
  customers: Count,
  events: Count,
  reference: Type.String({ description: "the rule that warnings are compared with" }),
  rankings: Type.Record(Type.String(), Ranking, {
    description:
      "probability; stake: the order of the list; and rules: recency, interval, model, spend, formula",
  }),
  leadTime: Nullable(
    Type.Object({
      customers: Count,
      falseAlarms: Share,
      rules: Type.Record(
        Type.String(),
        Type.Object({
          warned: Share,
          months: Type.Number({ description: "mean, from the first warning to inactive" }),
          more: Nullable(Estimate),
        }),
      ),
    }),
  ),
});

const WarningKindReport = Type.Object({
  kind: WarningKind,
  eligible: Count,
  alerts: Count,
  expected: Type.Number({ description: "the sum of all probabilities" }),
  atStake: Money,
  reason: Nullable(
    Type.String({ description: "why nothing was learnt; the order is that of a model then" }),
  ),
  terms: Type.Array(
    Type.Object({
      name: Type.String(),
      coefficient: Type.Number({ description: "log-odds per standard deviation" }),
      standardError: Type.Number(),
      mean: Type.Number(),
      deviation: Type.Number(),
      association: Type.Number({ description: "what the term says alone, in standard deviations" }),
    }),
  ),
  quality: Nullable(WarningQuality),
});

/** What preceded changes, beside alike customers without it: association, not cause. */
const Trigger = Type.Object({
  event: Type.String(),
  detail: Type.String(),
  kind: WarningKind,
  exposed: Count,
  unmatched: Count,
  others: Count,
  share: Share,
  expected: Share,
  effect: Type.Number(),
  lower: Type.Number(),
  upper: Type.Number(),
  peak: Day,
  first: Day,
  last: Day,
});

export const WarningReport = Type.Object({
  currency: Type.String(),
  periodEnd: Nullable(Day),
  months: Type.Integer({ minimum: 1, description: "that a change is foreseen in" }),
  budget: Share,
  kinds: Type.Array(WarningKindReport),
  triggers: Type.Array(Trigger),
});
export type WarningReport = Static<typeof WarningReport>;

const Words = Type.Object({ de: Type.String(), en: Type.String() });

export const Alert = Type.Object({
  customerId: Type.String(),
  kind: WarningKind,
  periodEnd: Day,
  macro: Type.String(),
  probability: Share,
  customerWorth: Money,
  gap: Type.Number({ description: "spend that is missing to the highest tier" }),
  atStake: Money,
  rankPlace: Type.Integer({ minimum: 1 }),
  isAlert: Type.Boolean({ description: "within the budget" }),
  drivers: Type.Array(
    Type.Object({
      term: Type.String(),
      effect: Type.Number({ description: "in log-odds" }),
      shown: Type.Number(),
      words: Words,
    }),
  ),
});
export type Alert = Static<typeof Alert>;

export const AlertPage = Type.Object({
  currency: Type.String(),
  kind: WarningKind,
  total: Count,
  alerts: Type.Array(Alert),
});
export type AlertPage = Static<typeof AlertPage>;

export const AlertQuery = Type.Object({
  kind: Type.Optional(WarningKind),
  all: Type.Optional(
    Type.Boolean({ description: "everybody a change could come to, not only the budget" }),
  ),
  after: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1, description: "ranks to leave out" }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
});
export type AlertQuery = Static<typeof AlertQuery>;

/** One month of one segment's control chart; limits are null while it is too young. */
export const ChartPoint = Type.Object({
  periodEnd: Day,
  macro: Type.String(),
  move: Type.String({ description: "undesired, desired or bought" }),
  size: Count,
  moved: Count,
  share: Share,
  centre: Nullable(Share),
  lowerLimit: Nullable(Share),
  upperLimit: Nullable(Share),
  drift: Nullable(Type.Number({ description: "in standard deviations" })),
  signal: Nullable(Type.String({ description: "above, below, rising or falling" })),
  since: Nullable(Day),
});
export type ChartPoint = Static<typeof ChartPoint>;

export const SegmentCharts = Type.Object({ points: Type.Array(ChartPoint) });
export type SegmentCharts = Static<typeof SegmentCharts>;

export const CustomerWarnings = Type.Object({
  currency: Type.String(),
  customerId: Type.String(),
  warnings: Type.Array(Alert),
});
export type CustomerWarnings = Static<typeof CustomerWarnings>;

export const AlertExportQuery = Type.Object({
  kind: Type.Optional(WarningKind),
  preset: Type.Optional(Type.Union([Type.Literal("rfc4180"), Type.Literal("excel-de")])),
});
export type AlertExportQuery = Static<typeof AlertExportQuery>;
