import type { accountTexts as english } from "./account-en.ts";

/** Was die Befehlszeile zu Firmen und Konzernen sagt. */
export const accountTexts: typeof english = {
  levels: { account: "Firma", group: "Konzern" },
  partOf: (group) => `gehört zum Konzern ${group}`,
  accounts: (n, ids) => `${n} Firmen: ${ids}`,
  contacts: (n, valued) => `${n} Kontakte, ${valued} mit einem Wert`,
  deciders: (n, known, covered, accounts) =>
    `${n} Entscheider unter ${known} Kontakten, deren Rolle bekannt ist; ${covered} von ${accounts} Firmen haben einen`,
  rolesUnknown: "Von keinem Kontakt ist die Rolle bekannt.",
  purchases: (n, first, last) => `${n} Tage mit einem Kauf, ${first} bis ${last}`,
  columns: {
    horizon: "Vorhersage",
    historic: "Umsatz bisher",
    discounted: "Barwert",
    contribution: "Deckungsbeitrag",
    total: "Gesamtwert",
  },
  contact: { customer: "Kontakt", account: "Firma", purchases: "Käufe", last: "letzter Kauf" },
};
