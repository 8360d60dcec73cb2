/** What is odd about contracts, contacts, answers, costs and the register. */
import type { Row } from "../engines/engine.ts";
import type { Settings } from "../workspace/settings.ts";
import { type DoctorFinding, reader } from "./doctor-reader.ts";

/** The findings of the tables beside orders, each a count of sql/doctor/contracts and domains. */
export function domainFindings(
  counts: Row,
  { currency, basis }: Pick<Settings, "currency" | "basis">,
): DoctorFinding[] {
  return [
    ...contractFindings(counts),
    ...customerFindings(counts),
    ...rowFindings(counts),
    ...costFindings(counts),
    ...currencyFindings(counts, currency),
    ...moneyFindings(counts, basis),
  ];
}

function contractFindings(counts: Row): DoctorFinding[] {
  const { n, of, found } = reader(counts);
  const ofPhases = (name: string) => ({ share: of(n(name), n("phases")) });
  const ofUses = (name: string) => ({ share: of(n(name), n("uses")) });
  return [
    ...found("CONTRACT_ENDS_BEFORE_START", "warning", n("ends_before_start"), {
      ...ofPhases("ends_before_start"),
    }),
    ...found("CONTRACTS_OVERLAP", "warning", n("overlaps"), ofPhases("overlaps")),
    ...found("CONTRACT_WITHOUT_FEE", "info", n("without_fee"), ofPhases("without_fee")),
    ...found("CONTRACTS_AGAIN", "problem", n("again_without_number"), {
      ...ofPhases("again_without_number"),
    }),
    ...found("PHASES_DATED", "info", n("dated_phases"), { share: null }),
    ...found("USE_BEFORE_CONTRACT", "warning", n("used_before"), ofUses("used_before")),
    ...found("USE_AFTER_CONTRACT", "warning", n("used_after"), ofUses("used_after")),
    ...found("USE_WITHOUT_CONTRACT", "warning", n("unknown_contract"), ofUses("unknown_contract")),
  ];
}

function customerFindings(counts: Row): DoctorFinding[] {
  const { n, of, found } = reader(counts);
  const ofRegister = (name: string) => ({ share: of(n(name), n("register")) });
  return [
    ...found("BIRTH_YEAR_IMPOSSIBLE", "warning", n("impossible_births"), {
      ...ofRegister("impossible_births"),
    }),
    ...found("REGISTERED_LATER", "warning", n("registered_later"), {
      ...ofRegister("registered_later"),
    }),
    ...found("REFERRED_BY_THEMSELVES", "warning", n("own_referrals"), { share: null }),
  ];
}

const NAMED = ["interactions", "usage", "feedback", "campaign_members", "consents"] as const;
const WITH_IDS = ["interactions", "usage", "feedback"] as const;

function rowFindings(counts: Row): DoctorFinding[] {
  const { n, of, found } = reader(counts);
  /** One finding for all tables; which they are, the details say. */
  const across = (prefix: string, names: readonly string[]) => {
    const hit = names.filter((name) => n(`${prefix}_${name}`) > 0);
    const tables = hit.map((name) => `${name}: ${n(`${prefix}_${name}`)}`).join(", ");
    const total = hit.reduce((sum, name) => sum + n(`${prefix}_${name}`), 0);
    return [total, { share: null, details: { tables } }] as const;
  };
  return [
    ...found("UNKNOWN_CUSTOMERS", "warning", ...across("unknown", NAMED)),
    ...found("IDS_TWICE", "warning", ...across("twice", WITH_IDS)),
    ...found("ANSWERS_OF_NOBODY", "info", n("loose_feedback"), {
      share: of(n("loose_feedback"), n("answers")),
    }),
    ...found("UNKNOWN_CAMPAIGNS", "warning", n("unknown_campaigns"), {
      share: of(n("unknown_campaigns"), n("members")),
    }),
  ];
}

function costFindings(counts: Row): DoctorFinding[] {
  const { n, money, of, found } = reader(counts);
  return [
    ...found("COSTS_WITHOUT_PERIOD", "problem", n("costs_without_period"), {
      share: of(n("costs_without_period"), n("costs")),
      amount: money("amount_without_period"),
    }),
    ...found("COST_PERIOD_REVERSED", "warning", n("costs_reversed"), {
      share: of(n("costs_reversed"), n("costs")),
    }),
  ];
}

function currencyFindings(counts: Row, currency: string): DoctorFinding[] {
  const { n, of, found } = reader(counts);
  return [
    ...found("CONTRACTS_OTHER_CURRENCY", "problem", n("foreign_subscriptions"), {
      share: of(n("foreign_subscriptions"), n("phases")),
      details: { currency },
    }),
    ...found("COSTS_OTHER_CURRENCY", "problem", n("foreign_costs"), {
      share: of(n("foreign_costs"), n("costs")),
      details: { currency },
    }),
  ];
}

/** What was converted, and what could not be. */
function moneyFindings(counts: Row, basis: string): DoctorFinding[] {
  const { n, money, of, found } = reader(counts);
  return [
    ...found("CURRENCY_CONVERTED", "info", n("currency_converted"), {
      amount: money("currency_converted_amount"),
    }),
    ...found("BASIS_ASSUMED", "warning", n("basis_assumed"), {
      share: null,
      details: {
        basis,
        other: basis === "net" ? "gross" : "net",
        source: String(counts.basis_assumed_source),
        sources: n("basis_assumed_sources"),
      },
    }),
    ...found("BASIS_CONVERTED", "info", n("basis_converted"), {
      amount: money("basis_converted_amount"),
      details: { basis },
    }),
    ...found("BASIS_UNKNOWN", "problem", n("basis_unknown"), {
      amount: money("basis_unknown_amount"),
      details: { basis },
    }),
    ...found("FEES_BASIS_UNKNOWN", "problem", n("fees_basis_unknown"), {
      share: of(n("fees_basis_unknown"), n("phases")),
      details: { basis },
    }),
  ];
}
