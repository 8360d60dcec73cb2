import { expect, test } from "vitest";
import { type RuleWord, ruleText } from "./segment-rule.ts";

const REVENUE: RuleWord = {
  name: "revenue_12m",
  meaning: {
    en: "revenue of the last 12 months, less returns",
    de: "Umsatz der letzten 12 Monate",
  },
  type: "number",
  unit: "currency",
};
const DAYS: RuleWord = {
  name: "days_since_purchase",
  meaning: { en: "days since the last purchase", de: "Tage seit dem letzten Kauf" },
  type: "number",
  unit: "days",
};

test("a rule names amounts in the currency and other numbers as they are, as each language writes them", () => {
  const rule = [
    { feature: "revenue_12m", above: 2620.8, orUnknown: false },
    { feature: "days_since_purchase", above: 30, upTo: 90.5, orUnknown: true },
  ];
  const told = (language: "de" | "en", currency: string) =>
    ruleText(rule, [REVENUE, DAYS], { language, currency }).replaceAll("\u00a0", " ");
  expect(told("de", "EUR")).toBe(
    "Umsatz der letzten 12 Monate über 2.620,80 € und Tage seit dem letzten Kauf über 30 bis 90,5 oder unbekannt",
  );
  expect(told("en", "CHF")).toBe(
    "revenue of the last 12 months over CHF 2,620.80 and days since the last purchase over 30 up to 90.5 or unknown",
  );
  expect(ruleText([], [], { language: "de", currency: "EUR" })).toBe("alle");
});
