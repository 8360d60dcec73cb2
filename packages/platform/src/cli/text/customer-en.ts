/** What the command line says of one customer. */
export const customerTexts = {
  title: (id: string) => `Customer ${id}`,
  mergedFrom: (ids: string) => `also known as ${ids}`,
  fields: {
    registered_on: "registered",
    birth_year: "born",
    gender: "gender",
    postcode: "postcode",
    city: "town",
    region: "region",
    country: "country",
    acquisition_channel: "came by",
    paid_to_acquire: "cost of winning",
    account_id: "account",
    group_id: "group",
    referred_by: "won by",
  } as Readonly<Record<string, string>>,
  identifiers: "identifiers",
  noValue: "No value: there is no purchase that was kept, or no run has valued the customers yet.",
  worth: (n: Worth) =>
    `Next ${n.months} months: ${n.value} (${n.basis}, discounted); so far ${n.historic}; together ${n.total}. Rank ${n.rank} of ${n.customers}, tenth ${n.decile}, class ${n.class}.`,
  why: (months: string) => `Why: the next ${months} months, part by part`,
  reasons: {
    BASE: (n: Factors) => `${n.purchases} purchases × ${n.mean}, expected from the own history`,
    SEGMENT: (n: Factors) => `× ${n.factor}: what came of similar customers against expectation`,
    ENGINE: (n: Factors) => `× ${n.factor}: where customers in this state moved from here`,
    OWN_SPEND: (n: Factors) => `${n.purchases} purchases × ${n.mean} own mean × ${n.weight} weight`,
    MEAN_SPEND: (n: Factors) =>
      `${n.purchases} purchases × ${n.mean} mean of all × ${n.weight} weight`,
    FEES: (n: Factors) =>
      `${n.fee} a month × ${n.months} months that contracts are expected to stay`,
    ORDERS: () => "expected revenue of orders",
    FORECAST: () => "expected revenue",
    PREDICTED: () => "= expected revenue",
    DISCOUNT: (n: Factors) => `discount at ${n.rate} a year`,
    DISCOUNTED: () => "= present value",
    COSTS: (n: Factors) => `costs: contribution is ${n.margin} of revenue`,
    SERVICE: () => "expected service cost",
    CONTRIBUTION: () => "= expected contribution",
    HISTORIC: () => "so far",
    TOTAL: () => "= total value",
  } as Readonly<Record<string, (n: Factors) => string>>,
  next: (n: Next) =>
    `Next purchase: if still active (${n.active}), half of such customers buy again by ${n.day}, in ${n.median} days (80 % interval ${n.low} to ${n.high} days; ${n.method}).`,
  nextFar: (active: string) =>
    `Next purchase: if still active at all (${active}), not within 20 years in half of the cases.`,
  chance: (days: string, share: string) => `${share} within ${days} days`,
  never: "over 7,300",
  openCases: (open: string, all: string) => `${open} open cases, ${all} answers`,
  open: "open",
  closed: (day: string) => `settled on ${day}`,
  feedback: "feedback",
  consents: "consents",
  granted: "granted",
  refused: "refused",
  since: (day: string) => `since ${day}`,
  referred: (n: string, revenue: string) => `customers won: ${n}, revenue so far ${revenue}`,
  stage: (stage: string, day: string, intent: string) =>
    `Stage at ${day}: ${stage}${intent && `; value × intent: ${intent}`}`,
  rank: (n: Rank) =>
    `Rank at ${n.day}: ${n.rank}${n.previous && `, before ${n.previous} (worth ${n.change}${n.reason && `; moved by: ${n.reason}`})`}`,
  timeline: (shown: string, all: string) => `Timeline: ${shown} of ${all} entries, newest first`,
  columns: {
    at: "when",
    kind: "what",
    title: "which",
    detail: "how",
    channel: "channel",
    amount: "amount",
    quantity: "number",
  },
  kinds: {
    order: "order",
    return: "return",
    interaction: "contact",
    usage: "use",
    feedback: "feedback",
    campaign: "campaign",
    subscription: "contract",
    "subscription-end": "contract ends",
    consent: "consent",
    registration: "registration",
    referral: "referral",
  } as Readonly<Record<string, string>>,
  more: "use --limit for more, or --format json for everything",
};

type Worth = {
  months: string;
  value: string;
  basis: string;
  historic: string;
  total: string;
  rank: string;
  customers: string;
  decile: string;
  class: string;
};
type Rank = { day: string; rank: string; previous: string; change: string; reason: string };
type Factors = {
  purchases: string;
  mean: string;
  weight: string;
  fee: string;
  months: string;
  factor: string;
  rate: string;
  margin: string;
};
type Next = {
  active: string;
  day: string;
  median: string;
  low: string;
  high: string;
  method: string;
};
