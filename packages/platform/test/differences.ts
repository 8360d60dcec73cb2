/**
 * Where two results differ: texts, days and whole numbers must be equal; other numbers may differ by
 * `tolerance` of their size, since the order in which an engine adds is its own affair.
 */
export function differences(
  actual: unknown,
  expected: unknown,
  tolerance = 1e-9,
  path = "",
): readonly string[] {
  const isSame = actual === expected || Object.is(actual, expected);
  if (typeof actual === "number" && typeof expected === "number") {
    const isWhole = Number.isInteger(actual) && Number.isInteger(expected);
    const distance = Math.abs(actual - expected);
    const isClose = !isWhole && distance <= tolerance * Math.max(1e-3, Math.abs(expected));
    return isSame || isClose ? [] : [`${path}: ${actual} instead of ${expected}`];
  }
  if (isSame) return [];
  if (!isObject(actual) || !isObject(expected)) {
    return [`${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];
  }
  const names = new Set([...Object.keys(actual), ...Object.keys(expected)]);
  return [...names].flatMap((name) =>
    differences(actual[name], expected[name], tolerance, `${path}/${name}`),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
