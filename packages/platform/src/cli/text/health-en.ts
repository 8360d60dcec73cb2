/** What the command line says of the health of customers. */
export const healthTexts = {
  none: "No month is complete yet, so there is no health score.",
  caption: (day: string) => `Health of customers on ${day}`,
  kind: "customers",
  band: "band",
  count: "number",
  score: "mean score",
  kinds: { shop: "buyers", contract: "contracts" } as Readonly<Record<string, string>>,
  bands: { red: "red", yellow: "yellow", green: "green", none: "no score" } as Readonly<
    Record<string, string>
  >,
  bounds: (red: string, green: string, coverage: string) =>
    `red below ${red}, green from ${green}; no score where less than ${coverage} of the weights is known`,
  part: "part",
  from: "measured by",
  worst: "0 points at",
  best: "100 points at",
  weight: "weight",
  value: "value",
  points: "points",
  share: "share",
  missing: (parts: string) => `Without data in this workspace: ${parts}`,
  proof: (months: string) =>
    `Who left in the ${months} months after the score, on this company's own past (95 % intervals)`,
  origin: "score of",
  customers: "customers",
  churned: "left",
  auc: "AUC of the score",
  days: "AUC of days alone",
  verdict: "verdict",
  verdicts: {
    foresees: "foresees who leaves",
    "not-proven": "not proven",
    "too-few": "too few left or stayed",
  } as Readonly<Record<string, string>>,
  noProof: "The history is too short to judge the score by later churn.",
  rate: "share that left",
  reading:
    "AUC: the probability that one who stayed had the higher score; 50 % is chance. Days alone: since the last purchase, or of the contract.",
  customer: (band: string, score: string, day: string, coverage: string) =>
    `Health on ${day}: ${band}, ${score} of 100 (${coverage} of the weights known)`,
  noScore: (day: string, coverage: string) =>
    `Health on ${day}: no score, only ${coverage} of the weights are known`,
  parts: {
    recency: "last purchase",
    frequency: "purchases in 12 months",
    returns: "share returned",
    response: "response to campaigns",
    usage_recency: "last use",
    usage_trend: "trend of use",
    tenure: "tenure",
    pause: "pause",
    nps: "NPS",
    csat: "CSAT",
    resolution: "time to resolution",
  } as Readonly<Record<string, string>>,
};

/** What a run says while it works on them. */
export const healthStepsEn = {
  customer_health: "health of customers at month ends",
  health_report: "proof of the health score on later churn",
} as const;
