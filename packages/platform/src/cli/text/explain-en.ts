/** What `explain` says beyond the chain. */
export const explainTexts = {
  method: (n: Method) =>
    `${n.customer}: ${n.total} over the next ${n.months} months and so far, by ${n.method}.`,
  extrapolated: "The horizon is longer than the history: the forecast is extrapolated.",
  customerId: "the customer; without one, the rules that correct forecasts",
  correction: (n: Correction) =>
    `Customers like this (${n.rule}): what came was ${n.observed} against the forecast (80 % interval ${n.interval}; n = ${n.seen} customers × past windows). Rules were sought where forecasts were off most: outer figures are exaggerated.`,
  corrections: (months: string) =>
    `How the transition method corrects forecasts over ${months} months:`,
  noCorrections:
    "No forecast is corrected: another method values the customers, or too little was seen.",
  rule: "customers with",
  observed: "came against foreseen",
  interval: "80 % interval",
  seen: "n (customers × windows)",
  customers: "customers today",
  applied: "correction today",
  correctionNote:
    "Rules were sought where forecasts were off most, so the outermost are exaggerated; the correction of today is drawn in, and holds further rules and the last window.",
  noServiceCost: "No costs of caring for customers are known: none are taken off.",
  BUYS_TODAY: (n: Change) => `One more purchase today: the forecast changes by ${n.change}.`,
  STAYS_SILENT: (n: Change) =>
    `No purchase in the next ${n.days} days: the forecast changes by ${n.change}.`,
  notCausal:
    "That is what the model says of customers with such a history, not what a campaign does.",
  noValue: "There is no value to explain.",
};

type Method = { customer: string; total: string; months: string; method: string };
type Correction = { rule: string; observed: string; interval: string; seen: string };
type Change = { change: string; days: string };
