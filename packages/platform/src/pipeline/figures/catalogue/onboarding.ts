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
      `Of the new customers whose ${days} days have passed, who has not bought again within them. A shop's customer may still come back: this is a warning, not a loss`,
      `customers without a second purchase by day ${days} ÷ new customers`,
      "3 new, one bought again in time: 66.7 %",
    ],
    [
      `kein zweiter Kauf in ${days} Tagen`,
      `Wer von den Neukunden, deren ${days} Tage um sind, in dieser Zeit nicht wieder kaufte. Im Handel kann ein Kunde noch wiederkommen: ein Warnzeichen, kein Verlust`,
      `Kunden ohne zweiten Kauf bis zum Tag ${days} ÷ Neukunden`,
      "3 neue, einer kaufte rechtzeitig wieder: 66,7 %",
    ],
  ),
  defineFigure(
    `contract_loss_${days}`,
    family,
    [
      `contract ended in ${days} days`,
      `Of those whose first paid contract began at least ${days} days ago, who had none left within them`,
      `customers without a contract by day ${days} ÷ customers with a first contract`,
      "4 contracts begun, one ended in time with no other: 25 %",
    ],
    [
      `Vertrag in ${days} Tagen beendet`,
      `Wer von denen, deren erster bezahlter Vertrag vor mindestens ${days} Tagen begann, in dieser Zeit keinen mehr hatte`,
      `Kunden ohne Vertrag bis zum Tag ${days} ÷ Kunden mit erstem Vertrag`,
      "4 Verträge begonnen, einer rechtzeitig und ohne weiteren beendet: 25 %",
    ],
  ),
]);
