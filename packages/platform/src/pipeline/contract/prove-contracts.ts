import type { Engine } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { readBody } from "../body.ts";
import { isoDay } from "../calendar.ts";
import type { Choice } from "../choice.ts";
import { writeReport } from "../report.ts";
import type { RunParts } from "../run-parts.ts";
import type { RunContext } from "../step.ts";
import { contract } from "./contract.ts";
import {
  CONTRACT_BACKTEST_STEPS,
  type ContractSplit,
  chooseContractSplit,
  contractBacktestSteps,
} from "./contract-backtest.ts";
import { type ContractFits, contractFitsStep, readContractFits } from "./contract-fits.ts";
import { type ContractMethod, type ContractModel, isContractModel } from "./contract-method.ts";
import type {
  ContractBacktest,
  ContractReason,
  ContractReport,
  GroupReport,
} from "./contract-report.ts";
import { type ContractValuation, jointMethod } from "./contract-value.ts";

/** How many steps a run has more where there are contracts and history enough for a backtest. */
export const CONTRACT_STEPS = 11;

type Proof = {
  readonly report: ContractReport;
  readonly valuation: ContractValuation;
};

/**
 * From phases of subscriptions to the method that values contracts: the winner of a backtest on
 * held-out months or, where the history is too short for one, the shifted-beta-geometric.
 *
 * @param options of the run: the day it is told, and whether it wants a backtest
 */
export async function proveContracts(
  context: RunContext,
  { asOf, backtest }: { readonly asOf?: Date | undefined; readonly backtest?: boolean | undefined },
  parts: RunParts,
): Promise<Proof> {
  const { engine } = context;
  await parts.make([contract, contractFitsStep("contract_fits", "contract")]);
  const split = backtest === false ? undefined : await chooseContractSplit(engine, context.asOf);
  if (split) await parts.make(contractBacktestSteps(split));
  else parts.add(-CONTRACT_BACKTEST_STEPS);
  const report = await reportOn(context, split);
  await writeReport(engine, "contract_backtest", report);
  const { method, verified } = report;
  const dispersion = report.backtest?.dispersion ?? 0;
  // Of a day that the user names, nobody knows which ends had been on record by then.
  const valuation = { method, verified, dispersion, knownEnds: asOf === undefined };
  return { report, valuation };
}

async function reportOn(
  { engine, asOf, settings }: RunContext,
  split: ContractSplit | undefined,
): Promise<ContractReport> {
  const fits = await readContractFits(engine, "contract_fits");
  const backtest = split ? await readBody<ContractBacktest>(engine, "contract_backtest") : null;
  const { observedFrom, resumeShare } = fits;
  return {
    asOf: isoDay(asOf),
    ...choose(fits, backtest),
    verified: backtest !== null,
    data: await readFindings(engine, asOf, settings.currency),
    observedFrom,
    resumeShare,
    groups: describeGroups(fits),
    backtest,
  };
}

/** A model that refuses the whole history although it won on a part of it gives way to the rate. */
function choose(
  { groups }: ContractFits,
  backtest: ContractBacktest | null,
): { readonly method: ContractMethod; readonly reason: ContractReason } {
  const wanted = backtest?.winner ?? "sbg";
  const isUsable = !isContractModel(wanted) || groups.some(({ models }) => models[wanted]);
  return {
    method: isUsable ? wanted : "churn-rate",
    reason: backtest?.reason ?? { code: "TOO_LITTLE_HISTORY", target: "months" },
  };
}

/** What values customers and why, where contracts are a part of it or all. */
export function joinChoices(choice: Choice, contracts: ContractReport, hasOrders: boolean) {
  const { method, reason, verified } = contracts;
  if (hasOrders) {
    const joint = jointMethod(method, choice.method);
    return { method: joint, reason: choice.reason, verified: verified && choice.verified };
  }
  return { method, reason: { code: reason.code, target: "revenue" } as const, verified };
}

const FINDING_SQL = readSql("contract/contract_finding");

async function readFindings(
  engine: Engine,
  asOf: Date,
  currency: string,
): Promise<ContractReport["data"]> {
  const [row = {}] = await engine.rows(FINDING_SQL, { as_of: asOf, currency });
  return Object.fromEntries(Object.entries(row).map(([name, count]) => [name, Number(count)]));
}

/** The groups in the form that reports show. */
function describeGroups({ groups, groupOfPlan }: ContractFits): GroupReport[] {
  return groups.map(({ models, ...group }, place) => ({
    ...group,
    plans: Object.keys(groupOfPlan).filter((plan) => groupOfPlan[plan] === place),
    fits: Object.entries(models).map(([model, fit]) => ({
      model: model as ContractModel,
      params: fit.params,
      logLikelihood: fit.logLikelihood,
      standardErrors: fit.standardErrors,
      warnings: fit.warnings.map(({ code, message }) => ({ code, message })),
    })),
  }));
}
