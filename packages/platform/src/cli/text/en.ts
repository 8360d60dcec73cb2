import { accountTexts } from "./account-en.ts";
import { backtestTexts, methodTexts, reasonTexts } from "./backtest-en.ts";
import { contractSteps, contractTexts } from "./contract-en.ts";
import { customerTexts } from "./customer-en.ts";
import { doctorTexts } from "./doctor-en.ts";
import { explainTexts } from "./explain-en.ts";
import { featureStepsEn } from "./feature-steps-en.ts";
import { featureTexts } from "./features-en.ts";
import { feedbackTexts } from "./feedback-en.ts";
import { feedbackStepsEn } from "./feedback-steps-en.ts";
import { figureStepsEn, figureTexts } from "./figures-en.ts";
import { formulaTexts } from "./formula-en.ts";
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
import { commandTexts, optionTexts } from "./usage-en.ts";
import { valueStepsEn } from "./value-steps-en.ts";
import { warningStepsEn, warningTexts } from "./warnings-en.ts";

/** What the command line says. Functions take what varies; numbers come formatted. */
export const en = {
  program: "What each customer is worth, where customers are heading, and what to do about it.",
  options: optionTexts,
  commands: commandTexts,
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
    ...valueStepsEn,
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
  backtest: backtestTexts,
  methods: methodTexts,
  reasons: reasonTexts,
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
  formula: formulaTexts,
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
