import type { LedgerTable } from "../../workspace/ledger.ts";
import type { PeriodStep } from "../period-step.ts";
import { type RunContext, type Step, sqlStep } from "../step.ts";
import type { FeatureSource, Window } from "./feature.ts";
import { monthlyActivity } from "./monthly-activity.ts";
import { rangeActivity } from "./range-activity.ts";

type SourceDefinition = {
  /** The tables of the ledger whose rows it holds. */
  readonly ledger: readonly LedgerTable[];
  /** Which of its rows were known at the end of the period. */
  readonly asOf: string;
  /**
   * How many months of rows suffice where the snapshot of the month before is known: the longest
   * window of its features. Absent where what was known changes later, or is little.
   */
  readonly reach?: Window;
  /** Whether that is at most one a customer: then nothing has to be summed. */
  readonly isSingle: boolean;
  readonly step: Step | PeriodStep;
};

const IN_MONTH = "activity_month <= $period_month";
const VALID = "valid_from <= $period_end AND valid_until > $period_end";

/** Phases do not overlap, so one holds at a time. */
const SINGLE: readonly FeatureSource[] = ["known_customer", "master_phase"];

const asOfAndCurrency = ({ asOf, settings }: RunContext) => ({
  as_of: asOf,
  currency: settings.currency,
});

function source(
  name: FeatureSource,
  ledger: readonly LedgerTable[],
  asOf: string,
  step: Partial<Parameters<typeof sqlStep>[0]> = {},
): readonly [FeatureSource, SourceDefinition] {
  const definition = { name, reads: ["orders"], checks: {}, ...step, file: `features/${name}` };
  const isSingle = SINGLE.includes(name);
  return [name, { ledger, asOf, isSingle, step: sqlStep(definition) }];
}

/** A source that is made month by month, from the rows of the month alone. */
function monthly(
  name: FeatureSource,
  ledger: readonly [LedgerTable, ...LedgerTable[]],
  columns: string,
  reach: Window = 12,
): readonly [FeatureSource, SourceDefinition] {
  const step = monthlyActivity(name, ledger, columns);
  return [name, { ledger, asOf: IN_MONTH, reach, isSingle: false, step }];
}

const EPOCHS = "PARTITION BY customer_id, epoch_from, is_purchase";

/** The tables that features are read from: how each is made and read as of a period's end. */
const SOURCES: ReadonlyMap<FeatureSource, SourceDefinition> = new Map<
  FeatureSource,
  SourceDefinition
>([
  source("known_customer", ["customers", "orders", "subscriptions"], "known_from <= $period_end", {
    parameters: asOfAndCurrency,
  }),
  source(
    "purchase_activity",
    ["orders"],
    `${IN_MONTH} AND known_from <= $period_month AND known_until > $period_month`,
    {
      reads: ["orders", "return_link", "purchase_day"],
      // Without returns there is one epoch, and every day is one of purchase.
      adapt: (sql, { hasReturns }) =>
        hasReturns ? sql : sql.replace(EPOCHS, "PARTITION BY customer_id"),
      checks: {
        "nothing is known before it happened": "known_from < activity_month",
        "what is known is known for some time": "known_until <= known_from",
        "no month has fewer orders than purchases": "orders < purchases",
      },
    },
  ),
  [
    "range_activity",
    {
      ledger: ["orders", "products"],
      asOf: IN_MONTH,
      reach: 1,
      isSingle: false,
      step: rangeActivity,
    },
  ],
  source("contract_phase", ["subscriptions"], "started_on <= $period_end"),
  monthly(
    "usage_activity",
    ["usage", "subscriptions"],
    "events DOUBLE, quantity DOUBLE, days DOUBLE, functions DOUBLE, last_day DATE",
  ),
  monthly(
    "interaction_activity",
    ["interactions"],
    "kind VARCHAR, contacts DOUBLE, minutes DOUBLE, cost DOUBLE, last_day DATE",
  ),
  source("resolution_activity", ["interactions"], IN_MONTH),
  monthly(
    "feedback_activity",
    ["feedback"],
    `answers DOUBLE, nps_answers DOUBLE, nps_sum DOUBLE, nps_last DOUBLE, nps_at TIMESTAMP,
     csat_answers DOUBLE, csat_sum DOUBLE, csat_last DOUBLE, csat_at TIMESTAMP,
     review_answers DOUBLE, review_sum DOUBLE, last_day DATE`,
  ),
  monthly(
    "campaign_activity",
    ["campaign_members"],
    "campaigns DOUBLE, responses DOUBLE, last_day DATE",
  ),
  monthly("referral_activity", ["referrals"], "referrals DOUBLE", 1),
  source("consent_phase", ["consents"], VALID),
  source("master_phase", ["customers"], VALID),
  source("attribute_phase", ["customer_attributes"], VALID, {
    parameters: ({ settings }) => ({ constant: `|${settings.constantAttributes.join("|")}|` }),
  }),
]);

/** @returns the definition of a source */
export function sourceOf(name: FeatureSource): SourceDefinition {
  return SOURCES.get(name) as SourceDefinition;
}
