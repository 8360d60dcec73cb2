import { defineTarget } from "../define-target.ts";
import type { LedgerTarget } from "../ledger-target.ts";
import { CURRENCY_NAMES, TIME_NAMES } from "../role-names.ts";
import { reason } from "../row-checks.ts";
import { literal, plainText } from "../sql-text.ts";

const RATE = /^(exchange_?|wechsel|umrechnungs)?(rate|kurs|quote)$|^obs_value$/;
const BASE = /^(base|basis|from)_?(currency|waehrung)?$|^currency_denom$/;
/** What the European Central Bank quotes against, where a source names no base. */
const USUAL_BASE = "EUR";

/** Exchange rates: how many units of a currency one unit of the base is worth on a day. */
export const EXCHANGE_RATES: LedgerTarget = defineTarget({
  table: "exchange_rates",
  mayNameCustomers: false,
  columns: { day: "DATE", currency: "VARCHAR", base: "VARCHAR", rate: "DOUBLE" },
  key: ["day", "currency", "base"],
  keyed: { sure: true, by: ["day", "currency"] },
  clock: "day",
  roles: {
    day: {
      kind: "day",
      required: true,
      needed: true,
      column: "day",
      names: [/^(rate_?|kurs_?)?(date|datum|day|tag)$|^time_period$/, ...TIME_NAMES],
    },
    currency: {
      kind: "text",
      required: true,
      needed: true,
      column: "currency",
      names: [...CURRENCY_NAMES, /^(to|quote)_?currency$/],
    },
    rate: { kind: "number", required: true, needed: true, column: "rate", names: [RATE] },
    base: { kind: "text", shows: "base", names: [BASE] },
  },
  signs: [
    [RATE, 3],
    [BASE, 1],
    [/^(currency|waehrung)(_?code)?$/, 1],
  ],
  derive: ({ cells: { base } }) => ({
    base: base
      ? `coalesce(upper(${plainText(base)}), ${literal(USUAL_BASE)})`
      : literal(USUAL_BASE),
  }),
  alsoChecks: () => [
    { role: "rate", fails: "coalesce(rate <= 0, FALSE)", reason: reason("NUMBER_OUT_OF_RANGE") },
  ],
});
