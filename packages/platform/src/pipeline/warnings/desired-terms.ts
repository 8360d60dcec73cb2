import type { Foreseen } from "./material.ts";
import { flagTerm, type Term } from "./term.ts";
import { age, column } from "./term-columns.ts";

/** How far a spend reaches towards active high: ln of it over ln of what is missing, both + 1. */
function reachBy(of: Foreseen, row: number, spend: number): number {
  return Math.log1p(Math.max(spend, 0)) - Math.log1p(of.gap[row] as number);
}

/** The same as people read it: the spend as a share of what is missing. */
function shareOfGap(of: Foreseen, row: number, spend: number): number {
  return Math.max(spend, 0) / Math.max(of.gap[row] as number, 1);
}

function reachTerm(
  name: string,
  spend: (of: Foreseen, row: number) => number,
  sql: string,
  meaning: Term["meaning"],
): Term {
  return {
    name,
    value: (of, row) => reachBy(of, row, spend(of, row)),
    shown: (of, row) => shareOfGap(of, row, spend(of, row)),
    sql: {
      value: `ln(1 + greatest(${sql}, 0)) - ln(1 + gap)`,
      shown: `greatest(${sql}, 0) / greatest(gap, 1)`,
    },
    unit: "percent",
    meaning,
  };
}

const DAYS_A_MONTH = 365.2425 / 12;

const expectedSpend = ({ outlook }: Foreseen, row: number) => outlook.spend[row] as number;
const recentSpend = (of: Foreseen, row: number) =>
  (column("spend_3m")(of, row) * of.months) / Math.min(3, monthsKnown(of, row));
const yearsSpend = (of: Foreseen, row: number) =>
  (column("spend_12m")(of, row) * of.months) / Math.min(12, monthsKnown(of, row));
const orderSpend = (of: Foreseen, row: number) => of.outlook.perPurchase[row] as number;

function monthsKnown(of: Foreseen, row: number): number {
  return Math.max(1, (age(of, row) + 1) / DAYS_A_MONTH);
}

const GAP_SHARE = "(gap / greatest(spend_high, 0.000000001))";
const KNOWN = `greatest(1, (age + 1) / ${DAYS_A_MONTH})`;

/** What may be spent in the window over what is missing to the highest tier, in many ways. */
export const desiredTerms: readonly Term[] = [
  reachTerm("reach", expectedSpend, "expected_spend", {
    en: "expected spend is {n} of what is missing",
    de: "der erwartete Umsatz ist {n} dessen, was fehlt",
  }),
  reachTerm("reach_recent", recentSpend, `(spend_3m * months / least(3, ${KNOWN}))`, {
    en: "at the pace of the last 3 months, {n} of what is missing",
    de: "im Tempo der letzten 3 Monate {n} dessen, was fehlt",
  }),
  reachTerm("reach_year", yearsSpend, `(spend_12m * months / least(12, ${KNOWN}))`, {
    en: "at the pace of the year, {n} of what is missing",
    de: "im Tempo des Jahres {n} dessen, was fehlt",
  }),
  reachTerm("reach_order", orderSpend, "per_purchase", {
    en: "a single purchase is {n} of what is missing",
    de: "ein einzelner Kauf ist {n} dessen, was fehlt",
  }),
  {
    name: "gap_share",
    value: (of, row) => gapShare(of, row),
    shown: (of, row) => gapShare(of, row),
    sql: { value: GAP_SHARE, shown: GAP_SHARE },
    unit: "percent",
    meaning: {
      en: "{n} of the highest tier’s spend is missing",
      de: "{n} des Umsatzes der höchsten Stufe fehlen",
    },
  },
  flagTerm("gap_closed", ({ gap }, row) => gap[row] === 0, "gap = 0", {
    en: "one purchase is enough",
    de: "ein Kauf genügt",
  }),
  flagTerm(
    "active",
    ({ rows }, row) => (rows.macro[row] as string).startsWith("active"),
    "macro LIKE 'active%'",
    {
      en: "active now",
      de: "jetzt aktiv",
    },
  ),
  flagTerm("new", ({ rows }, row) => rows.macro[row] === "new", "macro = 'new'", {
    en: "new customer",
    de: "Neukunde",
  }),
];

function gapShare({ gap, spendHigh, rows }: Foreseen, row: number): number {
  return (gap[row] as number) / Math.max(spendHigh[rows.period[row] as number] as number, 1e-9);
}

/** The expected spend over the gap, in logs: one formula for a desired change. */
export function reachOf(of: Foreseen): Float64Array {
  return Float64Array.from(of.rows.customer, (_, row) => reachBy(of, row, expectedSpend(of, row)));
}
