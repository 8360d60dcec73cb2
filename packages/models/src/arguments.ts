/** Checks of what the models' verbs are asked for. */
import { ModelError, requireAtLeastZero } from "./errors.ts";

/**
 * @throws ModelError ARGUMENT_OUT_OF_RANGE unless count is a whole number of at least 0
 */
export function requireCount(count: number): void {
  if (Number.isInteger(count) && count >= 0) return;
  throw new ModelError("ARGUMENT_OUT_OF_RANGE", "count must be a whole number, 0 or more", {
    name: "count",
    value: count,
  });
}

/**
 * @throws ModelError ARGUMENT_OUT_OF_RANGE unless rate ≥ 0 and horizon ≥ 0; horizon may be infinite
 */
export function requireRateAndHorizon(rate: number, horizon: number): void {
  requireAtLeastZero("rate", rate);
  if (horizon !== Number.POSITIVE_INFINITY) requireAtLeastZero("horizon", horizon);
}
