/** What a run says while it looks for early signs of changes. */
export const warningStepsEn = {
  warning_member: "who may be warned of",
  warning_period: "months to learn warnings from",
  price_rise: "whose products became dearer",
  warning_fit: "learning what precedes changes, and how well",
  warning_score: "how likely a change is for each customer",
  warning: "warnings by what is at stake",
  segment_flow: "what became of segments, month by month",
  segment_chart: "shifts of segments out of the ordinary",
} as const;

/** What the command line says of early warnings. */
export const warningTexts = {
  rank: "rank",
  customer: "customer",
  segment: "segment",
  probability: "probability",
  atStake: "at stake",
  drivers: "what speaks for it",
  kinds: {
    undesired: "Going silent: valuable and active, and likely to buy nothing",
    desired: "On the way up: likely to become active high",
  },
  caption: (n: AlertCaption) =>
    `as of ${n.periodEnd}, in the next ${n.months} months; ${n.alerts} of ${n.eligible} customers are warned of (budget ${n.budget}), ${n.expected} changes are expected`,
  quality: (n: QualityText) =>
    `On your own past (${n.origins} month ends, ${n.rows} rows of ${n.customers} customers, ${n.events} changes): AUC ${n.auc} (${n.aucLow}–${n.aucHigh}), ${n.rule} ${n.ruleAuc}. Of those within the budget by probability ${n.precision} changed (${n.precisionLow}–${n.precisionHigh}), ${n.lift} times as many as by chance; they were ${n.recall} of all changes. In the order of the list (by what is at stake): ${n.stakePrecision}, ${n.stakeRecall}.`,
  notJudged: "There is too little history to say how good these warnings are.",
  lead: (n: LeadText) =>
    `Of ${n.customers} who became inactive, ${n.warned} had been warned of while active, ${n.months} months before on average; by days since the last purchase ${n.ruleMonths} (difference ${n.low} to ${n.high}).`,
  rules: {
    recency: "days since the last purchase",
    spend: "spend of the last 12 months",
  } as Readonly<Record<string, string>>,
  reasons: {
    NO_BUYERS: "Nobody has bought yet: there is nobody to warn of.",
    TOO_LITTLE_HISTORY:
      "There is too little history to learn from; the order is that of the purchase model alone.",
    NOBODY_ELIGIBLE:
      "In the past nobody was where this change could come from; the order is that of the purchase model alone.",
    TOO_FEW_CHANGES:
      "The change came to too few to learn from; the order is that of the purchase model alone.",
    NOT_CONVERGED:
      "The regression found no optimum; the order is that of the purchase model alone.",
    TOO_LITTLE_DATA:
      "There is too little to learn from; the order is that of the purchase model alone.",
  } as Readonly<Record<string, string>>,
  none: "Nobody is warned of.",
  triggers: "What preceded such changes (association, not cause):",
  trigger: (n: TriggerText) =>
    `  ${n.event}: ${n.share} of ${n.exposed} customers, alike ones without it ${n.expected}; difference ${n.effect} (${n.low} to ${n.high}), most in ${n.peak}`,
  events: {
    contact: "contact",
    nps_low: "NPS of 6 or less",
    nps_high: "NPS of 9 or more",
    score_low: "poor score or review",
    return: "return",
    campaign: "campaign contact",
    pause: "contract paused",
    fee_rise: "higher fee",
    price_rise: "dearer product",
  } as Readonly<Record<string, string>>,
  signals: "Segments out of the ordinary in the last month:",
  signal: (n: SignalText) =>
    `  ${n.segment}, ${n.move}: ${n.share}, usual are ${n.low}–${n.high}; ${n.word} since ${n.since}`,
  moves: {
    undesired: "undesired moves",
    desired: "desired moves",
    bought: "bought",
  } as Readonly<Record<string, string>>,
  words: {
    above: "above the limit",
    below: "below the limit",
    rising: "rising",
    falling: "falling",
  } as Readonly<Record<string, string>>,
  macros: {
    prospect: "prospect",
    new: "new",
    active: "active (all)",
    active_high: "active high",
    active_mid: "active mid",
    active_low: "active low",
    cooling_valuable: "cooling, valuable",
    cooling_low: "cooling, low",
    inactive_valuable: "inactive, valuable",
    inactive_low: "inactive, low",
    cancelled: "cancelled",
  } as Readonly<Record<string, string>>,
  options: {
    table: "whom to warn of, how good the warnings are, or the control charts of segments",
    kind: "undesired (going silent) or desired (on the way up); both if absent",
    all: "everybody to whom a change could come, not only those within the budget",
  },
};

type AlertCaption = {
  periodEnd: string;
  months: string;
  alerts: string;
  eligible: string;
  budget: string;
  expected: string;
};
type QualityText = {
  origins: string;
  rows: string;
  customers: string;
  events: string;
  auc: string;
  aucLow: string;
  aucHigh: string;
  rule: string;
  ruleAuc: string;
  precision: string;
  precisionLow: string;
  precisionHigh: string;
  lift: string;
  recall: string;
  stakePrecision: string;
  stakeRecall: string;
};
type LeadText = {
  customers: string;
  warned: string;
  months: string;
  ruleMonths: string;
  low: string;
  high: string;
};
type TriggerText = {
  event: string;
  share: string;
  exposed: string;
  expected: string;
  effect: string;
  low: string;
  high: string;
  peak: string;
};
type SignalText = {
  segment: string;
  move: string;
  share: string;
  low: string;
  high: string;
  word: string;
  since: string;
};
