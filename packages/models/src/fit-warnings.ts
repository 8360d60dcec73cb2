/** What a fit warns of. */
import type { Minimum } from "./numeric/minimize.ts";
import { eigenSymmetric } from "./numeric/symmetric.ts";

export type FitWarning = {
  readonly code:
    | "FLAT_RIDGE"
    | "PARAMETER_AT_BOUND"
    | "STARTS_DISAGREE"
    | "TOO_FEW_REPEATERS"
    | "TOO_FEW_CUSTOMERS"
    | "SPEND_DEPENDS_ON_FREQUENCY";
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
};

/** A parameter that left the range searched. */
export function boundWarnings<P>(
  { atBound }: Minimum,
  params: P,
  names: readonly (keyof P & string)[],
): FitWarning[] {
  return names
    .filter((_, i) => atBound[i])
    .map((name) => ({
      code: "PARAMETER_AT_BOUND",
      message: `The likelihood still rises as ${name} leaves the range searched; its limit was taken`,
      details: { name, value: params[name] },
    }));
}

/** A direction in which one standard error multiplies parameters by more than e² is no estimate. */
export function ridgeWarnings(
  { hessian, atBound }: Minimum,
  customers: number,
  names: readonly string[],
): FitWarning[] {
  const free = atBound.flatMap((stuck, i) => (stuck ? [] : [i]));
  const { values, vectors } = eigenSymmetric(free.map((i) => free.map((j) => hessian[i][j])));
  return values.flatMap((value, k) => {
    const deviation = 1 / Math.sqrt(value * customers);
    if (deviation < 2) return [];
    const direction = Object.fromEntries(free.map((i, l) => [names[i], vectors[k][l]]));
    return [
      {
        code: "FLAT_RIDGE" as const,
        message:
          "The data hardly tell some parameters apart; predictions hold, the parameters do not",
        details: { direction, standardError: deviation },
      },
    ];
  });
}

/** The warning for fits on hardly any repeat buyers. */
export function fewRepeatersWarning(repeaters: number): FitWarning[] {
  if (repeaters >= 30) return [];
  return [
    {
      code: "TOO_FEW_REPEATERS",
      message: `Only ${repeaters} customers bought again; expect parameters to change with new data`,
      details: { repeaters },
    },
  ];
}
