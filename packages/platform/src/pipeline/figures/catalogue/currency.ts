import { CUSTOMER_DIMENSIONS, defineFigure, type Family, type Figure } from "./figure.ts";

const family: Family = {
  family: "currency",
  unit: "money",
  basis: "revenue",
  dimensions: CUSTOMER_DIMENSIONS,
  periods: ["month", "quarter", "year"],
};

/** What exchange rates do to revenue: sql/money/figure_currency.sql. */
export const currency: readonly Figure[] = [
  defineFigure(
    "revenue_change",
    family,
    [
      "change of revenue",
      "Revenue of the period less that of the period before; told for complete periods where sales in other currencies are converted",
      "revenue − revenue of the period before",
      "165 − 130 = 35",
    ],
    [
      "Umsatzänderung",
      "Umsatz der Periode abzüglich dessen der Vorperiode; für volle Perioden, wo Verkäufe in anderen Währungen umgerechnet sind",
      "Umsatz − Umsatz der Vorperiode",
      "165 − 130 = 35",
    ],
  ),
  defineFigure(
    "revenue_change_constant",
    family,
    [
      "change of revenue at constant rates",
      "What the change would be had the mean rates of the period before gone on",
      "Σ amount in its currency × mean rate of the period before − revenue of the period before",
      "200 $ × 0.8 + 40 − 130 = 70",
    ],
    [
      "Umsatzänderung zu konstanten Kursen",
      "Wie groß die Änderung wäre, hätten die mittleren Kurse der Vorperiode weiter gegolten",
      "Σ Betrag in seiner Währung × mittlerer Kurs der Vorperiode − Umsatz der Vorperiode",
      "200 $ × 0,8 + 40 − 130 = 70",
    ],
  ),
  defineFigure(
    "revenue_fx_effect",
    family,
    [
      "exchange rate effect",
      "The part of the change of revenue that exchange rates made",
      "change of revenue − change at constant rates",
      "200 $ at 0.625 instead of 0.8: 125 − 160 = −35",
    ],
    [
      "Wechselkurseffekt",
      "Der Teil der Umsatzänderung, den Wechselkurse ausmachen",
      "Umsatzänderung − Änderung zu konstanten Kursen",
      "200 $ zu 0,625 statt 0,8: 125 − 160 = −35",
    ],
  ),
];
