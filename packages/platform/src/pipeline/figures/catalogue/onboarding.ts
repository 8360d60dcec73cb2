import { CUSTOMER_DIMENSIONS, defineFigure, type Family, type Figure } from "./figure.ts";

const family: Family = {
  family: "onboarding",
  unit: "share",
  basis: "none",
  dimensions: CUSTOMER_DIMENSIONS,
  periods: ["month", "quarter", "year", "total"],
};

/** How many new customers get lost at once: sql/figures/figure_onboarding.sql. */
export const onboarding: readonly Figure[] = [30, 60, 90].flatMap((days) => [
  defineFigure(
    `no_repeat_${days}`,
    family,
    [
      `no second purchase in ${days} days`,
      `Of the new customers of the period, who did not buy again within ${days} days; told once these have passed for all of them. A shop's customer may still come back: this is a warning, not a loss`,
      `customers without a second purchase by day ${days} ÷ new customers`,
      "3 new, one bought again in time: 66.7 %",
    ],
    [
      `kein zweiter Kauf in ${days} Tagen`,
      `Wer von den Neukunden der Periode in ${days} Tagen nicht wieder kaufte; angegeben, wenn diese für alle um sind. Im Handel kann ein Kunde noch wiederkommen: ein Warnzeichen, kein Verlust`,
      `Kunden ohne zweiten Kauf bis zum Tag ${days} ÷ Neukunden`,
      "3 neue, einer kaufte rechtzeitig wieder: 66,7 %",
    ],
  ),
  defineFigure(
    `contract_loss_${days}`,
    family,
    [
      `contract ended in ${days} days`,
      `Of those whose first paid contract began in the period, who had none left within ${days} days; told once these have passed for all of them`,
      `customers without a contract by day ${days} ÷ customers with a first contract`,
      "4 contracts begun, one ended in time with no other: 25 %",
    ],
    [
      `Vertrag in ${days} Tagen beendet`,
      `Wer von denen, deren erster bezahlter Vertrag in der Periode begann, nach ${days} Tagen keinen mehr hatte; angegeben, wenn diese für alle um sind`,
      `Kunden ohne Vertrag bis zum Tag ${days} ÷ Kunden mit erstem Vertrag`,
      "4 Verträge begonnen, einer rechtzeitig und ohne weiteren beendet: 25 %",
    ],
  ),
]);
