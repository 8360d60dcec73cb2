import type { LedgerTable } from "../../workspace/ledger.ts";
import { type RunContext, type Step, sqlStep } from "../step.ts";
import type { FeatureSource } from "./feature.ts";

type SourceDefinition = {
  /** The tables of the ledger whose rows it holds. */
  readonly ledger: readonly LedgerTable[];
  /** Which of its rows were known at the end of the period. */
  readonly asOf: string;
  readonly step: Step;
};

const IN_MONTH = "activity_month <= $period_month";
const VALID = "valid_from <= $period_end AND valid_until > $period_end";

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
  return [name, { ledger, asOf, step: sqlStep(definition) }];
}

const EPOCHS = "PARTITION BY customer_id, epoch_from, is_purchase";

/** The tables that features are read from: how each is made and read as of a period's end. */
const SOURCES: ReadonlyMap<FeatureSource, SourceDefinition> = new Map([
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
  source("range_activity", ["orders", "products"], IN_MONTH, { parameters: asOfAndCurrency }),
  source("contract_phase", ["subscriptions"], "started_on <= $period_end"),
  source("usage_activity", ["usage", "subscriptions"], IN_MONTH),
  source("interaction_activity", ["interactions"], IN_MONTH),
  source("resolution_activity", ["interactions"], IN_MONTH),
  source("feedback_activity", ["feedback"], IN_MONTH),
  source("campaign_activity", ["campaign_members"], IN_MONTH),
  source("referral_activity", ["referrals"], IN_MONTH),
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
