import { defineFigure, type Family, type Figure } from "./figure.ts";

const family: Family = {
  family: "returns",
  unit: "money",
  basis: "revenue",
  dimensions: ["all", "category"],
  periods: ["month", "quarter", "year", "total"],
};
const estimated = { ...family, interval: 0.8 };

/** What comes back: sql/money/figure_returns.sql. */
export const returns: readonly Figure[] = [
  defineFigure(
    "return_rate",
    { ...family, unit: "share" },
    [
      "return rate so far",
      "Share of what was bought in the period that has come back by now. Returns of unknown purchases are left out",
      "returned ÷ bought",
      "10 + 20 of 100: 30 %",
    ],
    [
      "Retourenquote bisher",
      "Anteil dessen, was in der Periode gekauft wurde, der bis heute zurückkam. Retouren unbekannter Käufe bleiben außen vor",
      "zurückgekommen ÷ gekauft",
      "10 + 20 von 100: 30 %",
    ],
  ),
  defineFigure(
    "return_rate_expected",
    { ...estimated, unit: "share" },
    [
      "expected return rate",
      "The same, with what is still to come back",
      "(returned + provision) ÷ bought",
      "(10 + 25.8) ÷ 100 = 35.8 %",
    ],
    [
      "erwartete Retourenquote",
      "Dasselbe mit dem, was noch zurückkommen wird",
      "(zurückgekommen + Rückstellung) ÷ gekauft",
      "(10 + 25,8) ÷ 100 = 35,8 %",
    ],
  ),
  defineFigure(
    "return_provision",
    estimated,
    [
      "return provision",
      "What is still to come back of the period's purchases, by category: the share that came back at each age in the last 36 months (additive method on the development triangle)",
      "Σ bought × shares of the ages ahead − what came in the running month",
      "100 × (22.5 % + 3.3 %) = 25.8",
    ],
    [
      "Retourenrückstellung",
      "Was von den Käufen der Periode noch zurückkommen wird, je Kategorie: die Anteile, die in den letzten 36 Monaten in jedem Alter zurückkamen (additives Verfahren am Abwicklungsdreieck)",
      "Σ gekauft × Anteile der künftigen Alter − was im laufenden Monat kam",
      "100 × (22,5 % + 3,3 %) = 25,8",
    ],
  ),
  defineFigure(
    "revenue_after_returns",
    estimated,
    [
      "revenue after expected returns",
      "Revenue of a period that is provisional: less what is still to come back",
      "revenue − return provision",
      "90 − 25.8 = 64.2",
    ],
    [
      "Umsatz nach erwarteten Retouren",
      "Umsatz einer vorläufigen Periode, abzüglich dessen, was noch zurückkommen wird",
      "Umsatz − Retourenrückstellung",
      "90 − 25,8 = 64,2",
    ],
  ),
];
