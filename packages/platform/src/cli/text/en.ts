import { accountTexts } from "./account-en.ts";
import { contractSteps, contractTexts } from "./contract-en.ts";
import { customerTexts } from "./customer-en.ts";
import { doctorTexts } from "./doctor-en.ts";
import { explainTexts } from "./explain-en.ts";
import { featureStepsEn } from "./feature-steps-en.ts";
import { featureTexts } from "./features-en.ts";
import { feedbackTexts } from "./feedback-en.ts";
import { feedbackStepsEn } from "./feedback-steps-en.ts";
import { figureStepsEn, figureTexts } from "./figures-en.ts";
import { healthStepsEn, healthTexts } from "./health-en.ts";
import { identityTexts } from "./identity-en.ts";
import { importTexts } from "./import-en.ts";
import { migrateTexts } from "./migrate-en.ts";
import { moneyStepsEn } from "./money-steps-en.ts";
import { newCustomerTexts } from "./new-customers-en.ts";
import { postgresTexts } from "./postgres-en.ts";
import { potentialTexts } from "./potential-en.ts";
import { segmentStepsEn } from "./segment-steps-en.ts";
import { segmentTexts } from "./segments-en.ts";
import { settingTexts } from "./settings-en.ts";
import { stageTexts } from "./stages-en.ts";
import { warningStepsEn, warningTexts } from "./warnings-en.ts";

/** What the command line says. Functions take what varies; numbers come formatted. */
export const en = {
  program: "What each customer is worth, where customers are heading, and what to do about it.",
  options: {
    workspace: "the workspace directory",
    lang: "language of messages: de or en",
    quiet: "print results only, no progress and no hints",
    format: "how to print the result",
    output: "write to this file instead of the screen",
    limit: "print this many rows at the most",
    horizon: "months ahead, one of the workspace's horizons",
    asOf: "last day that counts, such as 2026-06-30",
    method: "value by this method instead of the winner of the backtest",
    noBacktest: "leave the backtest out; the values are then marked unverified",
    calibrationEnd: "last day the methods may know",
    holdoutEnd: "last day they must foresee",
    predictions: "write every prediction to this CSV file",
    host: "address to listen on",
    port: "port to listen on",
    noOpen: "do not open the browser",
    source: "name of the source, so that later files of it are recognised",
    table: "what the file holds, such as orders, customers, subscriptions, feedback, costs",
    preset: "the system that wrote the file, such as shopify, sap-sd, datev; none to ignore it",
    sheet: "the sheet of an Excel file, by name or number; the first if not said",
    map: "which column is what, such as customer=KundenNr; an empty name means none, =TEXT the same for all rows",
    mapping: "read format and mapping from this YAML file",
    writeMapping: "write the detected format and mapping to this YAML file",
    encoding: "utf-8, utf-16le, utf-16be, windows-1252 or iso-8859-1",
    delimiter: "what separates fields: , ; | tab or whitespace",
    quote: "what encloses fields: \" ' or none",
    titleLines: "lines to skip above the header",
    noHeader: "the first line is data; columns are called column0, column1, …",
    decimal: "decimal sign of numbers: comma or point",
    dateFormat: "order of day, month and year: dmy, mdy or ymd",
    timeUnit: "where times are numbers: of days, weeks, months, quarters or years (day, week, …)",
    timeOrigin: "the day on which number 1 begins, such as 2011-12-31",
    currency: "currency of the amounts, such as EUR",
    basis: "whether amounts are net or gross of value added tax",
    noRun: "import only, and leave the values as they are",
    replace: "if the same file was imported otherwise before, take that back first",
    dryRun: "show ten rows as they would be read, and import nothing",
    rejects: "write the refused rows with their reasons to this CSV file",
    undo: "take back the import with this number",
    list: "list the imports so far",
    customers: "how many customers the simulated shop wins in all",
    months: "length of its history in months",
    seed: "another seed gives another shop",
    endDate: "last day of its history",
    customer: "this customer only",
    customerId: "the customer’s number",
    accountId: "the number of the account or group",
    mergeInto: "the number it is read as from now on",
    reason: "why, for the log",
    splitSource: "only this source means somebody else by the number",
    apart: "two numbers that are different people",
  },
  commands: {
    start: "open the dashboard; makes a workspace with demo data if there is none",
    demo: "write the data of a simulated shop as CSV files",
    import: "read files into the workspace: CSV (also .gz), Excel, Parquet, JSON lines",
    refresh: "import what is new from all sources in kundenwert.yaml, then value every customer",
    doctor: "say what is odd about the data and what was done with it",
    run: "import given files, then value every customer",
    value: "print what each customer is worth",
    equity: "print what all customers together are worth",
    explain: "why a customer is worth that much, to the cent, and what would change it",
    customer: "everything about one customer: value and why, next order, all channels",
    account: "what a company or group of contacts is worth",
    identity: "who is who: several numbers of one person",
    identityList: "list numbers that are read as another one",
    identityMerge: "say that a number is another person's",
    identitySplit: "let a number stand alone again, or one source's use of it",
    identityReview: "list what may belong together, or apart, for people to decide",
    backtest: "prove the methods on held-out time",
    features: "list the features of customers, how much is known of each and what it adds",
    stages: "print stages of life, value × intent, or one customer's history of stage and rank",
    alerts: "say who is about to go silent or to rise, what speaks for it, and how sure that is",
    health: "print the health of customers, and whether it foresaw who left",
    potential: "what customers bring beside what comparable customers bring",
    migrate: "move the data to a Trino cluster, which runs the pipeline from then on",
    serve: "serve dashboard and API for a workspace",
    figures: "print key figures by period and dimension",
    glossary: "say what each key figure means and how it is worked",
    formula: "the three traditional formulas of customer lifetime value",
  },
  examples: "Examples:",
  help: {
    help: "show help",
    version: "show the version",
    standard: "(default:",
    titles: {
      "Usage:": "Usage:",
      "Options:": "Options:",
      "Commands:": "Commands:",
    } as Readonly<Record<string, string>>,
  },
  progress: {
    extract: "fetching",
    detect: "looking at the file",
    decode: "converting",
    read: "reading",
    write: "writing",
    demo: "simulating the shop",
  },
  steps: {
    return_link: "linking returns to their purchases",
    purchase_day: "purchases by customer and day",
    customer_summary: "purchase histories of customers",
    fits: "fitting the models",
    doctor: "examining the data",
    calibration_return_link: "backtest: returns known by then",
    calibration_purchase_day: "backtest: purchases known by then",
    calibration_summary: "backtest: histories known by then",
    calibration_fits: "backtest: fitting the models",
    calibration_score: "backtest: forecasts",
    transition_plan: "periods of the transition model",
    transition_customer: "numbers of customers",
    transition_activity: "purchases by period",
    transition_fit: "transition model",
    transition_score: "forecasts of the transition model",
    transition_value: "forecasts by customer",
    new_customer_cell: "what customers brought after they were won",
    new_customer_value: "what a new customer is worth",
    transition_correction: "rules of the corrections",
    transition_cost: "what caring for customers cost",
    transition_service: "what caring for customers will cost",
    calibration_transition_plan: "backtest: periods of the transition model",
    calibration_transition_customer: "backtest: numbers of customers",
    calibration_transition_activity: "backtest: purchases by period",
    calibration_transition_fit: "backtest: transition model",
    calibration_transition_score: "backtest: forecasts of the transition model",
    calibration_transition_value: "backtest: forecasts by customer",
    backtest_prediction: "backtest: forecasts beside what came",
    backtest: "backtest: judging the methods",
    horizon: "horizons",
    purchase_score: "forecasting purchases",
    customer_value: "valuing customers",
    equity: "customer equity",
    value_decile: "value by decile",
    value_lorenz: "concentration of value",
    account_value: "accounts and groups",
    ...featureStepsEn,
    ...feedbackStepsEn,
    ...warningStepsEn,
    ...moneyStepsEn,
    ...segmentStepsEn,
    ...healthStepsEn,
    ...contractSteps,
    ...figureStepsEn,
  } as Readonly<Record<string, string>>,
  unchanged: "unchanged",
  import: importTexts,
  postgres: postgresTexts,
  value: {
    customer: "customer",
    purchases: "purchases",
    last: "last purchase",
    historic: "revenue so far",
    expected: "expected purchases",
    alive: "P(active)",
    none: "P(no purchase)",
    predicted: "expected revenue",
    discounted: "present value",
    contribution: "contribution",
    total: "total value",
    class: "class",
    caption: (n: Caption) =>
      `${n.shown} of ${n.all} customers, as of ${n.asOf}, next ${n.months} months, ${n.basis}, discounted at ${n.rate} a year, method ${n.method} (${n.verified})`,
    noAmounts:
      "The orders have no amounts: only purchases are foreseen, by which customers are ranked.",
    more: "use --limit, or --format csv for all",
  },
  account: accountTexts,
  customer: customerTexts,
  explain: explainTexts,
  identity: identityTexts,
  equity: {
    table: "the sum, how it moved from month to month, or how it is spread",
    nothing: "This run found nothing to show here.",
    horizon: "horizon",
    until: "until",
    customers: "customers",
    purchases: "expected purchases",
    revenue: "expected revenue",
    discounted: "present value",
    interval: "80 % interval",
    contribution: "contribution",
    total: "with revenue so far",
    caption: (asOf: string, method: string, verified: string) =>
      `customer equity as of ${asOf}, method ${method} (${verified})`,
    basis: (basis: string, rate: string) => `revenue ${basis}, discounted at ${rate} a year`,
    margin: (rate: string) => `contribution is ${rate} of revenue`,
    noMargin: "no costs are known: contribution cannot be told (set marginRate in kundenwert.yaml)",
  },
  basis: { net: "net of tax", gross: "tax included" },
  verified: "verified",
  unverified: "unverified",
  backtest: {
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
  },
  methods: {
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
  } as Readonly<Record<string, string>>,
  reasons: {
    LOWEST_DEVIANCE: "it foresaw the held-out revenue best",
    ONLY_PURCHASES: "it foresaw the held-out purchases best; there are no amounts",
    TOO_LITTLE_HISTORY: "there is too little history to compare methods",
    CHOSEN_BY_USER: "you chose it",
  },
  run: {
    done: (customers: string, method: string, reason: string) =>
      `${customers} customers valued. Method: ${method}; ${reason}.`,
    next: "next: kundenwert value · kundenwert equity · kundenwert serve",
    unvalued:
      "Key figures and topics of answers and contacts are made. Values, segments and warnings need orders or contracts: there are none.",
    nextUnvalued: "next: kundenwert figures · kundenwert feedback · kundenwert import ORDERS",
  },
  contract: contractTexts,
  doctor: doctorTexts,
  figures: figureTexts,
  features: featureTexts,
  stages: stageTexts,
  segments: segmentTexts,
  warnings: warningTexts,
  health: healthTexts,
  feedback: feedbackTexts,
  newCustomers: newCustomerTexts,
  settings: settingTexts,
  potential: potentialTexts,
  migrate: migrateTexts,
  demo: {
    written: (directory: string) => `The demo shop is in ${directory}.`,
    next: (directory: string) => `next: kundenwert -w ${directory} refresh`,
    why: "No workspace yet: making one with the data of a simulated shop.",
  },
  serve: {
    listening: (url: string) => `Kundenwert is at ${url} (stop with Ctrl+C)`,
    stopped: "stopped",
  },
  formula: {
    orderValue: "average order value × purchases a year × years (revenue)",
    subscription: "monthly fee × months × customers (revenue)",
    net: "annual revenue × years − acquisition cost",
    retentionValue: "contribution a year × retention ÷ (1 + discount rate − retention)",
    margin: "contribution a year",
    retention: "share of customers who stay each year, 0 to 1",
    discountRate: "discount rate a year, such as 0.1",
    aov: "average order value",
    frequency: "purchases a year",
    years: "years",
    fee: "monthly fee",
    monthsCount: "months",
    customersCount: "customers",
    revenue: "annual revenue",
    acquisition: "acquisition cost",
  },
  written: (file: string, rows: string) => `${rows} rows written to ${file}`,
  checksum: (sha256: string) => `SHA-256 ${sha256}`,
  warning: "warning",
  error: "Error",
  wayOut: "What to do",
};

export type Texts = typeof en;

type Caption = {
  shown: string;
  all: string;
  asOf: string;
  months: string;
  basis: string;
  rate: string;
  method: string;
  verified: string;
};
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
