import type { RuleWord } from "../segments/segment-rule.ts";

/** What the corrections of forecasts ask about, as people say it; `ratioFeatures` of the models. */
export function correctionWords(periodDays: number): RuleWord[] {
  const windows = [1, 3, 6, 12].flatMap((periods) => {
    const days = periods * periodDays;
    return [
      word(`purchases_${periods}`, `purchases in ${days} days`, `Käufe in ${days} Tagen`),
      word(`revenue_${periods}`, `revenue in ${days} days`, `Umsatz in ${days} Tagen`, "currency"),
    ];
  });
  return [...windows, ...OTHERS];
}

const word = (
  name: string,
  en: string,
  de: string,
  unit: RuleWord["unit"] = "quantity",
): RuleWord => ({ name, meaning: { en, de }, type: "number", unit });

const OTHERS: readonly RuleWord[] = [
  word("recency", "days since the last purchase", "Tage seit dem letzten Kauf"),
  word("tenure", "days since the first purchase", "Tage seit dem ersten Kauf"),
  word("purchases", "purchases so far", "bisherige Käufe"),
  word("interval", "mean days between purchases", "mittlere Tage zwischen Käufen"),
  word(
    "interval_variation",
    "spread of the days between purchases ÷ their mean",
    "Streuung der Tage zwischen Käufen ÷ ihr Mittel",
  ),
  word("alive", "probability of being active", "Wahrscheinlichkeit, aktiv zu sein"),
  word("trend", "recent purchases ÷ expected ones", "jüngste Käufe ÷ erwartete Käufe"),
  word("average_spend", "mean of a purchase", "Mittelwert eines Kaufs", "currency"),
  word("last_amount", "amount of the last purchase", "Betrag des letzten Kaufs", "currency"),
  word(
    "spend_trend",
    "expected spend ÷ own mean of a purchase",
    "erwartete Ausgabe ÷ eigener Mittelwert eines Kaufs",
  ),
  word("expected", "forecast before this correction", "Vorhersage vor dieser Korrektur"),
];
