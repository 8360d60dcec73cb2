/** What the command line says of contracts, in English. */
export const contractSteps: Readonly<Record<string, string>> = {
  subscription_phase: "states of contracts and the days they held",
  contract: "contracts and what they have paid",
  contract_fits: "fitting models of churn",
  calibration_contract: "backtest: contracts known by the cut",
  calibration_contract_fits: "backtest: models of churn known by the cut",
  calibration_contract_score: "backtest: forecasts of churn",
  contract_prediction: "backtest: contracts beside what came",
  contract_backtest: "backtest: judging the methods for contracts",
  contract_score: "forecasting churn",
  contract_value: "valuing contracts",
  order_value: "valuing orders",
  customer_value_part: "value by contracts and orders",
};

export const contractTexts = {
  methods: {
    sbg: "sBG",
    bdw: "BdW",
    "churn-rate": "constant churn rate",
    "fee-months": "fee × mean months",
    "everyone-stays": "everyone stays",
  } as Readonly<Record<string, string>>,
  title: (running: string, ended: string, fees: string) =>
    `Contracts: ${running} run and pay ${fees} a month, ${ended} have ended`,
  caption: (n: ContractCaption) =>
    `${n.contracts} contracts that ran on ${n.calibrationEnd}; foreseen until ${n.holdoutEnd}: ${n.lost} ended, ${n.months} months came, ${n.revenue}`,
  tooLittle:
    "There is too little history to compare methods for contracts: 4 months with ends on record, 50 contracts and 10 ends before the holdout are needed.",
  target: { months: "months under contract", revenue: "fees" },
  likelihood: "log-likelihood",
  reading: (n: ContractReading) =>
    `${n.winner} has the lowest Poisson deviance for months: ${n.difference} against ${n.runnerUp} (95 % interval ${n.low} to ${n.high}).`,
  observed: (day: string) =>
    `No end is on record before ${day}, although many renewals were due: models leave out contracts begun earlier.`,
  left: {
    ends_before_start: (n: string) => `${n} phases end before they start and are left out`,
    other_currency: (n: string) => `${n} phases are in another currency and are left out`,
    without_customer: (n: string) => `${n} phases name no customer and are left out`,
    overlapped: (n: string) => `${n} contracts have phases that overlap: the later one counts`,
    with_gap: (n: string) => `${n} contracts have gaps of less than 31 days, which are free`,
    without_fee: (n: string) => `${n} phases have no fee and bring nothing`,
  } as Readonly<Record<string, (n: string) => string>>,
};

export type ContractTexts = typeof contractTexts;

type ContractCaption = {
  contracts: string;
  calibrationEnd: string;
  holdoutEnd: string;
  lost: string;
  months: string;
  revenue: string;
};
type ContractReading = {
  winner: string;
  runnerUp: string;
  difference: string;
  low: string;
  high: string;
};
