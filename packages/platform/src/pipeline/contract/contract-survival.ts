import { type ContractGroup, modelSurvival } from "./contract-group.ts";
import type { ContractModel, ContractPredictor } from "./contract-method.ts";

/** The share of contracts still there at each of the next months due, given the months begun. */
export type Survival = (monthsBegun: number) => Float64Array;

/**
 * What a method says of the contracts of a group at the next `months` days due: the first entry
 * is the share that is there at the next one. Between renewals nobody can leave. Where a model
 * refused the group's data, its churn rate stands in.
 *
 * @param longest the most months any contract has begun
 */
export function survivalOf(
  group: ContractGroup,
  method: ContractPredictor,
  months: number,
  longest: number,
): Survival {
  if (method === "everyone-stays") return () => new Float64Array(months).fill(1);
  if (method === "fee-months") return lifetimeSurvival(group, months);
  if (method === "churn-rate") return constantSurvival(group, months);
  return modelled(group, method, months, longest) ?? constantSurvival(group, months);
}

function modelled(
  group: ContractGroup,
  model: ContractModel,
  months: number,
  longest: number,
): Survival | undefined {
  const { period } = group;
  const curve = modelSurvival(group, model, Math.floor((longest + months) / period));
  if (!curve) return undefined;
  const at = (renewals: number) => curve[renewals] as number;
  return ahead(months, period, (before, after) => at(after) / at(before));
}

function constantSurvival({ churnRate, period }: ContractGroup, months: number): Survival {
  return ahead(months, period, (before, after) => (1 - churnRate) ** (after - before));
}

/** Shares by the renewals made before and those made by each month due. */
function ahead(
  months: number,
  period: number,
  share: (before: number, after: number) => number,
): Survival {
  return (begun) => {
    // The month begun last was the one due after `begun - 1` others.
    const before = Math.floor((begun - 1) / period);
    return Float64Array.from({ length: months }, (_, i) =>
      share(before, Math.floor((begun + i) / period)),
    );
  };
}

/** All contracts last as long as those that ended did on average: fee × months. */
function lifetimeSurvival({ meanMonths }: ContractGroup, months: number): Survival {
  const lifetime = meanMonths ?? Number.POSITIVE_INFINITY;
  return (begun) =>
    Float64Array.from({ length: months }, (_, i) => Math.min(1, Math.max(0, lifetime - begun - i)));
}
