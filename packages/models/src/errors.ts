/** Every error this package throws on purpose. `code` is stable; the message is for people. */
export class ModelError extends Error {
  override readonly name: string = "ModelError";
  readonly code: ModelErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ModelErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

export type ModelErrorCode =
  | "COLUMN_LENGTHS_DIFFER"
  | "VALUE_OUT_OF_RANGE"
  | "RECENCY_EXCEEDS_T"
  | "RECENCY_WITHOUT_FREQUENCY"
  | "FREQUENCY_WITHOUT_RECENCY"
  | "PARAMETER_OUT_OF_RANGE"
  | "ARGUMENT_OUT_OF_RANGE"
  | "INFINITE_EXPECTATION"
  | "TOO_LITTLE_DATA"
  | "MODEL_REFUSED"
  | "NOT_CONVERGED";

/**
 * Checks that every entry of a parameter object is a positive, finite number.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE with the name
 */
export function requirePositive(params: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(params)) {
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
      throw new ModelError("PARAMETER_OUT_OF_RANGE", `${name} must be positive and finite`, {
        name,
        value,
      });
    }
  }
}

/**
 * Checks an argument such as a horizon or a rate.
 *
 * @throws ModelError ARGUMENT_OUT_OF_RANGE unless 0 ≤ value < ∞
 */
export function requireAtLeastZero(name: string, value: number): void {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", `${name} must be 0 or more`, { name, value });
  }
}

/**
 * Checks that a column has as many values as there are rows.
 *
 * @throws ModelError COLUMN_LENGTHS_DIFFER with the column and both lengths
 */
export function requireLength(
  column: string,
  values: { readonly length: number },
  expected: number,
): void {
  const { length } = values;
  if (length === expected) return;
  const message = `${column} has ${length} values where ${expected} are needed`;
  throw new ModelError("COLUMN_LENGTHS_DIFFER", message, { column, length, expected });
}
