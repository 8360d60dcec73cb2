/** What the command line says of the worth of new customers. */
export const newCustomerTexts = {
  command: "what a customer who is won now is worth, beside what it costs to win one",
  caption: (months: string) =>
    `What a new customer is worth in the first ${months} months, the first purchase included, discounted to its day:`,
  none: "What a new customer is worth is not known: the purchases have no amounts, or a run is needed.",
  cut: "by",
  member: "",
  customers: "customers (n)",
  revenue: "revenue",
  contribution: "contribution",
  interval: "80 % interval",
  cost: "CAC",
  ratio: "CLV ÷ CAC",
  unknown: "not known",
  prior: "model",
  dimensions: {
    all: "all",
    country: "country",
    region: "region",
    acquisition_channel: "won by",
    entry_channel: "first channel",
    entry_category: "first category",
    entry_product: "first product",
    referred: "referred",
  } as Readonly<Record<string, string>>,
  observedNote:
    "As customers brought who were won up to two years before that; groups of 30 and more, drawn towards all. The interval holds noise and the drift of whole years.",
  tooYoung: "Nobody was won long enough ago to have seen that much time: only the model speaks.",
  priorNote: "model: what the probability model expects of somebody of whom nothing is known yet.",
};
