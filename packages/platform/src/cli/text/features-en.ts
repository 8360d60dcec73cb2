/** What the command line says of features. */
export const featureTexts = {
  name: "feature",
  family: "family",
  unit: "unit",
  meaning: "meaning",
  coverage: "known",
  values: "values",
  gain: "gain",
  interval: "95 % interval",
  caption: (customers: string, periodEnd: string, count: string) =>
    `${count} features of ${customers} customers, as known on ${periodEnd}`,
  judged: (n: {
    learnt: string;
    judged: string;
    until: string;
    customers: string;
    purchases: string;
  }) =>
    `gain: share of the Poisson deviance of purchases from ${n.judged} to ${n.until} (${n.purchases} purchases, ${n.customers} customers) that the feature takes away from the recent pace, learnt on ${n.learnt}. About one in forty of features that add nothing seems to add something.`,
  tooLittle: "No gain can be measured: that takes seven month ends and 50 purchases a quarter.",
  noGain: "none proven",
  none: "There is no complete month yet, so there is no snapshot.",
  unused: "unused columns",
  reasons: {
    CONSTANT: "the same for everybody",
    TOO_MANY_VALUES: "too many different values to be categories",
    EMPTY: "no values",
    NAMES_A_PERSON: "names a person and says nothing of how one buys",
    NOT_YET_VALID: "valid only after the last snapshot",
    NO_FEATURE: "no feature reads it",
  } as Readonly<Record<string, string>>,
  families: {
    demographic: "demographic",
    behavioural: "behavioural",
    usage: "usage",
    service: "service",
    satisfaction: "satisfaction",
    marketing: "marketing",
  } as Readonly<Record<string, string>>,
  units: {
    count: "count",
    currency: "currency",
    days: "days",
    "days squared": "days²",
    years: "years",
    minutes: "minutes",
    share: "share",
    score: "score",
    quantity: "quantity",
    text: "text",
  } as Readonly<Record<string, string>>,
};
