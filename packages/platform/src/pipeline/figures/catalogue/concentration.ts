import { defineFigure, type Family, type Figure } from "./figure.ts";

const family: Family = {
  family: "concentration",
  unit: "number",
  basis: "revenue",
  dimensions: ["all"],
  periods: ["year"],
};

/** How unevenly revenue is spread over customers: sql/figures/revenue_lorenz.sql. */
export const concentration: readonly Figure[] = [
  defineFigure(
    "revenue_gini",
    family,
    [
      "Gini of revenue",
      "How unevenly the revenue of the year is spread over its buyers: 0 equally, near 1 on one. Who brought less than nothing counts as 0",
      "1 − Σ (2 i − 1) x ÷ (n Σ x), i the rank from the largest",
      "40, 30, 20, 10: 1 − 300 ÷ 400 = 0.25",
    ],
    [
      "Gini des Umsatzes",
      "Wie ungleich der Umsatz des Jahres auf die Käufer verteilt ist: 0 gleich, nahe 1 auf einen. Wer weniger als nichts brachte, zählt als 0",
      "1 − Σ (2 i − 1) x ÷ (n Σ x), i der Rang vom größten",
      "40, 30, 20, 10: 1 − 300 ÷ 400 = 0,25",
    ],
  ),
  defineFigure(
    "revenue_top_tenth",
    { ...family, unit: "share" },
    [
      "revenue of the top tenth",
      "Share of the year's revenue that its largest tenth of buyers brought; a tenth is rounded up",
      "revenue of the largest tenth ÷ revenue",
      "40, 30, 20, 10: 40 ÷ 100 = 40 %",
    ],
    [
      "Umsatz des obersten Zehntels",
      "Anteil des Jahresumsatzes, den das größte Zehntel der Käufer brachte; ein Zehntel wird aufgerundet",
      "Umsatz des größten Zehntels ÷ Umsatz",
      "40, 30, 20, 10: 40 ÷ 100 = 40 %",
    ],
  ),
];
