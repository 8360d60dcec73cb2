/** What `explain` says beyond the chain. */
export const explainTexts = {
  method: (n: Method) =>
    `${n.customer}: ${n.total} over the next ${n.months} months and so far, by ${n.method}.`,
  extrapolated: "The horizon is longer than the history: the forecast is extrapolated.",
  noServiceCost: "No costs of caring for customers are known: none are taken off.",
  BUYS_TODAY: (n: Change) => `One more purchase today: the forecast changes by ${n.change}.`,
  STAYS_SILENT: (n: Change) =>
    `No purchase in the next ${n.days} days: the forecast changes by ${n.change}.`,
  notCausal:
    "That is what the model says of customers with such a history, not what a campaign does.",
  noValue: "There is no value to explain.",
};

type Method = { customer: string; total: string; months: string; method: string };
type Change = { change: string; days: string };
