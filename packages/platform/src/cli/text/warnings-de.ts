import type { warningTexts as english, warningStepsEn } from "./warnings-en.ts";

/** Was ein Lauf sagt, während er nach frühen Zeichen von Veränderungen sucht. */
export const warningStepsDe: Readonly<Record<keyof typeof warningStepsEn, string>> = {
  warning_member: "vor wessen Veränderung gewarnt werden kann",
  warning_period: "Monate, aus denen Warnungen lernen",
  price_rise: "wessen Produkte teurer wurden",
  warning_fit: "lernen, was Veränderungen vorausgeht, und wie gut",
  warning_score: "wie wahrscheinlich eine Veränderung je Kunde ist",
  warning: "Warnungen nach dem, was auf dem Spiel steht",
  segment_flow: "was aus Segmenten wurde, Monat für Monat",
  segment_chart: "ungewöhnliche Verschiebungen von Segmenten",
};

/** Was die Befehlszeile zu Frühwarnungen sagt. */
export const warningTexts: typeof english = {
  rank: "Rang",
  customer: "Kunde",
  segment: "Segment",
  probability: "Wahrscheinlichkeit",
  atStake: "auf dem Spiel",
  drivers: "was dafür spricht",
  kinds: {
    undesired: "Abwanderung droht: wertvoll und aktiv, und vermutlich bald ohne Kauf",
    desired: "Auf dem Weg nach oben: vermutlich bald aktiv mit hohem Umsatz",
  },
  caption: (n) =>
    `Stand ${n.periodEnd}, in den nächsten ${n.months} Monaten; vor ${n.alerts} von ${n.eligible} Kunden wird gewarnt (Budget ${n.budget}), ${n.expected} Veränderungen werden erwartet`,
  quality: (n) =>
    `An der eigenen Vergangenheit (${n.origins} Monatsenden, ${n.rows} Zeilen von ${n.customers} Kunden, ${n.events} Veränderungen): AUC ${n.auc} (${n.aucLow}–${n.aucHigh}), ${n.rule} ${n.ruleAuc}. Von den Wahrscheinlichsten im Budget veränderten sich ${n.precision} (${n.precisionLow}–${n.precisionHigh}), ${n.lift}-mal so viele wie durch Zufall; das waren ${n.recall} aller Veränderungen. In der Reihenfolge der Liste (nach dem, was auf dem Spiel steht): ${n.stakePrecision}, ${n.stakeRecall}.`,
  notJudged: "Die Vergangenheit ist zu kurz, um zu sagen, wie gut diese Warnungen sind.",
  lead: (n) =>
    `Von ${n.customers}, die inaktiv wurden, war vor ${n.warned} gewarnt worden, als sie noch aktiv waren, im Mittel ${n.months} Monate vorher; nach Tagen seit dem letzten Kauf ${n.ruleMonths} (Unterschied ${n.low} bis ${n.high}).`,
  rules: {
    recency: "Tage seit dem letzten Kauf",
    spend: "Umsatz der letzten 12 Monate",
  },
  reasons: {
    NO_BUYERS: "Noch hat niemand gekauft: Es gibt niemanden, vor dem zu warnen wäre.",
    TOO_LITTLE_HISTORY:
      "Die Vergangenheit ist zu kurz, um daraus zu lernen; die Reihenfolge ist die des Kaufmodells allein.",
    NOBODY_ELIGIBLE:
      "Bisher war niemand dort, wo diese Veränderung herkommt; die Reihenfolge ist die des Kaufmodells allein.",
    TOO_FEW_CHANGES:
      "Die Veränderung kam zu selten, um daraus zu lernen; die Reihenfolge ist die des Kaufmodells allein.",
    NOT_CONVERGED:
      "Die Regression fand kein Optimum; die Reihenfolge ist die des Kaufmodells allein.",
    TOO_LITTLE_DATA:
      "Es gibt zu wenig, um daraus zu lernen; die Reihenfolge ist die des Kaufmodells allein.",
  },
  none: "Vor niemandem wird gewarnt.",
  triggers: "Was solchen Veränderungen vorausging (Zusammenhang, nicht Ursache):",
  trigger: (n) =>
    `  ${n.event}: ${n.share} von ${n.exposed} Kunden, ähnliche ohne das ${n.expected}; Unterschied ${n.effect} (${n.low} bis ${n.high}), die meisten im Monat bis ${n.peak}`,
  events: {
    contact: "Kontakt",
    nps_low: "NPS von 6 oder weniger (Kritiker)",
    nps_high: "NPS von 9 oder mehr (Promotoren)",
    score_low: "schlechte Bewertung",
    return: "Retoure",
    campaign: "Kampagnenkontakt",
    pause: "Vertragspause",
    fee_rise: "höheres Entgelt",
    price_rise: "teureres Produkt",
  },
  signals: "Segmente mit ungewöhnlicher Bewegung im letzten Monat:",
  signal: (n) =>
    `  ${n.segment}, ${n.move}: ${n.share}, üblich sind ${n.low}–${n.high}; ${n.word} seit ${n.since}`,
  moves: {
    undesired: "unerwünscht gewechselt",
    desired: "erwünscht gewechselt",
    bought: "gekauft",
  },
  words: {
    above: "über der Grenze",
    below: "unter der Grenze",
    rising: "steigend",
    falling: "fallend",
  },
  macros: {
    prospect: "Interessent",
    new: "neu",
    active: "aktiv (alle)",
    active_high: "aktiv, hoch",
    active_mid: "aktiv, mittel",
    active_low: "aktiv, niedrig",
    cooling_valuable: "abkühlend, wertvoll",
    cooling_low: "abkühlend, niedrig",
    inactive_valuable: "inaktiv, wertvoll",
    inactive_low: "inaktiv, niedrig",
    cancelled: "gekündigt",
  },
  options: {
    table: "vor wem zu warnen ist, wie gut die Warnungen sind, oder die Regelkarten der Segmente",
    kind: "undesired (Abwanderung droht) oder desired (auf dem Weg nach oben); sonst beide",
    all: "alle, denen eine Veränderung bevorstehen kann, nicht nur die im Budget",
  },
};
