/** What the command line says of a backtest. */
export const backtestTexts = {
  caption: (n: BacktestCaption) =>
    `${n.customers} customers known by ${n.calibrationEnd} (${n.repeaters} with repeat purchases); foreseen until ${n.holdoutEnd}: ${n.purchases} purchases, ${n.revenue}`,
  target: { purchases: "purchases", revenue: "revenue" },
  method: "method",
  deviance: "deviance",
  interval: "95 % interval",
  calibration: "decile error",
  reading: (n: Reading) =>
    `${n.winner} has the lowest Poisson deviance for ${n.target}: ${n.difference} against ${n.runnerUp} (95 % interval ${n.low} to ${n.high}).`,
  maeWarning: (zero: string, winner: string) =>
    `Do not judge by MAE: foreseeing nothing for everyone has MAE ${zero}, the winner ${winner}.`,
  sampled: (n: string) => `measured on an even sample of ${n} customers`,
  refused: (method: string, reason: string) => `${method} could not be fitted: ${reason}`,
  written: (file: string, rows: string) => `${rows} predictions written to ${file}`,
  tooLittle:
    "There is too little history for a backtest: at least 90 days, 50 customers and 10 repeat buyers before the holdout are needed.",
};

/** What each method is called. */
export const methodTexts = {
  "bg-nbd": "BG/NBD",
  "mbg-nbd": "MBG/NBD",
  "pareto-nbd": "Pareto/NBD",
  formula: "formula (AOV × frequency × time)",
  "formula-retention": "formula with retention",
  "repeat-rate": "repeat rate",
  "last-window": "last window again",
  transition: "transition model",
  zero: "zero for everyone",
  mean: "mean for everyone",
} as Readonly<Record<string, string>>;

/** Why a method was taken. */
export const reasonTexts = {
  LOWEST_DEVIANCE: "it foresaw the held-out revenue best",
  ONLY_PURCHASES: "it foresaw the held-out purchases best; there are no amounts",
  TOO_LITTLE_HISTORY: "there is too little history to compare methods",
  CHOSEN_BY_USER: "you chose it",
} as Readonly<Record<string, string>>;

type BacktestCaption = {
  customers: string;
  repeaters: string;
  calibrationEnd: string;
  holdoutEnd: string;
  purchases: string;
  revenue: string;
};
type Reading = {
  winner: string;
  target: string;
  runnerUp: string;
  difference: string;
  low: string;
  high: string;
};
