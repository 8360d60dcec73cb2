import { CUSTOMER_DIMENSIONS, defineFigure, type Family, type Figure } from "./figure.ts";

const family: Family = {
  family: "contribution",
  unit: "money",
  basis: "contribution",
  dimensions: CUSTOMER_DIMENSIONS,
  periods: ["month", "quarter", "year", "total"],
};
const costs: Family = { ...family, basis: "costs" };

/** Contribution after further costs: sql/money/figure_contribution.sql. */
export const contribution: readonly Figure[] = [
  defineFigure(
    "order_cost",
    costs,
    [
      "costs of orders and customers",
      "Costs that orders and existing customers cause beside goods: shipping, payment, returns, marketing, campaigns. A member bears those of its own customers; what names no customer is borne by all only",
      "Σ cost, spread over the days of its period",
      "shipping 10 of Ann, campaign 6: 16, of Ann's country 10",
    ],
    [
      "Kosten der Bestellungen und Kunden",
      "Kosten, die Bestellungen und Bestandskunden außer Waren verursachen: Versand, Zahlung, Retouren, Marketing, Kampagnen. Ein Merkmal trägt die seiner eigenen Kunden; was keinen Kunden nennt, tragen nur alle",
      "Σ Kosten, verteilt über die Tage ihres Zeitraums",
      "Versand 10 für Anna, Kampagne 6: 16, im Land von Anna 10",
    ],
  ),
  defineFigure(
    "contribution_2",
    family,
    [
      "contribution after costs of orders and customers (DB II)",
      "Contribution (DB I) less the costs that orders and customers cause; told where such costs are known",
      "DB I − costs of orders and customers",
      "55 − 16 = 39",
    ],
    [
      "Deckungsbeitrag II",
      "Deckungsbeitrag I abzüglich der Kosten, die Bestellungen und Kunden verursachen; wo solche Kosten bekannt sind",
      "DB I − Kosten der Bestellungen und Kunden",
      "55 − 16 = 39",
    ],
  ),
  defineFigure(
    "customer_cost",
    costs,
    [
      "costs of service and acquisition",
      "Costs of kind service, or where there are none the costs of contacts, and acquisition cost",
      "service + acquisition",
      "service 4, acquisition 20: 24",
    ],
    [
      "Kosten für Betreuung und Gewinnung",
      "Kosten der Art Service, oder wo es keine gibt die Kosten der Kontakte, und Akquisitionskosten",
      "Service + Akquisition",
      "Service 4, Akquisition 20: 24",
    ],
  ),
  defineFigure(
    "contribution_3",
    family,
    [
      "contribution after all costs of customers (DB III)",
      "DB II less service and acquisition; told where costs of either are known",
      "DB II − costs of service and acquisition",
      "39 − 24 = 15",
    ],
    [
      "Deckungsbeitrag III",
      "Deckungsbeitrag II abzüglich Betreuung und Gewinnung; wo eine der beiden bekannt ist",
      "DB II − Kosten für Betreuung und Gewinnung",
      "39 − 24 = 15",
    ],
  ),
  defineFigure(
    "unassigned_cost",
    { ...costs, dimensions: ["all"] },
    [
      "costs of unknown kind",
      "Costs whose kind says not where they belong; they are in no DB until costKinds names them",
      "Σ cost",
      "rent 100: in no contribution",
    ],
    [
      "Kosten unbekannter Art",
      "Kosten, deren Art nicht sagt, wohin sie gehören; sie stehen in keinem DB, bis costKinds sie nennt",
      "Σ Kosten",
      "Miete 100: in keinem Deckungsbeitrag",
    ],
  ),
  defineFigure(
    "cost_unknown_share",
    { ...family, unit: "share", dimensions: ["all"] },
    [
      "revenue without cost of goods",
      "Share of revenue on days whose cost of goods is not known: its contribution is estimated by the margin rate, or missing",
      "revenue without cost ÷ revenue",
      "50 of 150: 33.3 %",
    ],
    [
      "Umsatz ohne Warenkosten",
      "Anteil des Umsatzes an Tagen, deren Warenkosten unbekannt sind: sein Deckungsbeitrag ist mit der Quote geschätzt oder fehlt",
      "Umsatz ohne Kosten ÷ Umsatz",
      "50 von 150: 33,3 %",
    ],
  ),
];
