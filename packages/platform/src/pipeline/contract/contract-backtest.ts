import type { Engine } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { writeBody } from "../body.ts";
import { addDays, addMonths } from "../calendar.ts";
import { type Step, sqlStep } from "../step.ts";
import { contractDefinition } from "./contract.ts";
import { contractFitsStep, readContractFits } from "./contract-fits.ts";
import { judgeContracts } from "./contract-judge.ts";
import { CONTRACT_PREDICTORS } from "./contract-method.ts";
import { expectedMonths, readBegun } from "./contract-score.ts";

/** The months held out end on the last day that counts. */
export type ContractSplit = {
  readonly historyStart: Date;
  readonly calibrationEnd: Date;
  readonly holdoutEnd: Date;
  readonly months: number;
};

const LONGEST_HOLDOUT = 12;
const SHORTEST_HOLDOUT = 2;
/** Fewer say nothing about a method. */
const FEWEST_RUNNING = 50;
const FEWEST_LOSSES = 10;

/**
 * The last year is held out, or half of the months in which ends are on record. Undefined where
 * that would prove nothing: fewer than 50 contracts ran or fewer than 10 had ended at the cut.
 */
export async function chooseContractSplit(
  engine: Engine,
  asOf: Date,
): Promise<ContractSplit | undefined> {
  const { observedFrom } = await readContractFits(engine, "contract_fits");
  const [history] = await engine.rows(
    "SELECT min(started_on) AS first_day FROM contract WHERE is_contract = 1",
  );
  if (!history?.first_day) return undefined;
  const historyStart = new Date(observedFrom ?? String(history.first_day));
  const months = Math.min(
    LONGEST_HOLDOUT,
    Math.floor(monthsBetween(historyStart, addDays(asOf, 1)) / 2),
  );
  if (months < SHORTEST_HOLDOUT) return undefined;
  const calibrationEnd = addMonths(asOf, -months);
  const [known] = await engine.rows(
    `SELECT
       CAST(sum(CASE WHEN ended_on <= $cut THEN 0 ELSE 1 END) AS DOUBLE) AS running,
       CAST(sum(CASE WHEN ended_on <= $cut THEN 1 ELSE 0 END) AS DOUBLE) AS lost
     FROM contract WHERE is_contract = 1 AND started_on <= $cut`,
    { cut: calibrationEnd },
  );
  const enough = Number(known?.running) >= FEWEST_RUNNING && Number(known?.lost) >= FEWEST_LOSSES;
  return enough ? { historyStart, calibrationEnd, holdoutEnd: asOf, months } : undefined;
}

/** Whole months from one day to another. */
function monthsBetween(from: Date, to: Date): number {
  const months =
    12 * (to.getUTCFullYear() - from.getUTCFullYear()) + to.getUTCMonth() - from.getUTCMonth();
  return addMonths(from, months) > to ? months - 1 : months;
}

/** How many steps a backtest of contracts has. */
export const CONTRACT_BACKTEST_STEPS = 5;

/** The steps of a backtest. Nothing that became known after the cut reaches the forecasts. */
export function contractBacktestSteps(split: ContractSplit): Step[] {
  const { calibrationEnd } = split;
  const { parameters = () => ({}) } = contractDefinition;
  return [
    sqlStep({
      ...contractDefinition,
      name: "calibration_contract",
      parameters: (context) => parameters({ ...context, asOf: calibrationEnd }),
    }),
    contractFitsStep("calibration_contract_fits", "calibration_contract"),
    calibrationScore(split),
    prediction(split),
    verdict(split),
  ];
}

const EMPTY = `SELECT CAST('' AS VARCHAR) AS plan, CAST(0 AS DOUBLE) AS months,
  CAST(0 AS DOUBLE) AS sbg, CAST(0 AS DOUBLE) AS bdw, CAST(0 AS DOUBLE) AS churn_rate,
  CAST(0 AS DOUBLE) AS fee_months, CAST(0 AS DOUBLE) AS everyone_stays WHERE 1 = 0`;

/** The months that each method expects of each distinct contract in the holdout. */
function calibrationScore({ months }: ContractSplit): Step {
  return {
    name: "calibration_contract_score",
    reads: ["calibration_contract", "calibration_contract_fits"],
    text: "1",
    inputs: () => ({ months }),
    checks: { "no more months come than there are": "sbg > everyone_stays OR sbg < 0" },
    async write({ engine }, table, options) {
      // A contract is known by plan and months: its day of the month moves no money into the holdout.
      const begun = await readBegun(engine, "calibration_contract", options);
      const fits = await readContractFits(engine, "calibration_contract_fits");
      await engine.replaceTable(table, EMPTY);
      await engine.append(table, {
        ...begun,
        ...Object.fromEntries(
          CONTRACT_PREDICTORS.map((method) => [
            method.replace("-", "_"),
            expectedMonths(begun, fits, method, months),
          ]),
        ),
      });
    },
  };
}

const PREDICTION_SQL = readSql("contract/contract_prediction");

function prediction({ months }: ContractSplit): Step {
  return {
    name: "contract_prediction",
    reads: [
      "calibration_contract",
      "calibration_contract_score",
      "calibration_contract_fits",
      "contract",
    ],
    text: PREDICTION_SQL,
    inputs: () => ({ months }),
    checks: {
      "no more months came than there are": `actual_months < 0 OR actual_months > ${months}`,
    },
    async write({ engine }, table, options) {
      const fits = await readContractFits(engine, "calibration_contract_fits");
      const parameters = { resume_share: fits.resumeShare };
      await engine.replaceTable(table, PREDICTION_SQL, parameters, options);
    },
  };
}

/** Bumped when the same forecasts would be judged otherwise. */
const VERDICT_VERSION = "1";

function verdict(split: ContractSplit): Step {
  return {
    name: "contract_backtest",
    reads: ["contract_prediction", "calibration_contract_fits"],
    text: VERDICT_VERSION,
    inputs: () => ({ ...split }),
    checks: {},
    async write({ engine }, table) {
      await writeBody(engine, table, await judgeContracts(engine, split));
    },
  };
}
