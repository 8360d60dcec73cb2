/** Interpolation of analytic functions on [−1, 1] in Chebyshev points (Trefethen 2013, ATAP). */

/** Coefficients this far below the largest count as rounding. */
const ROUNDING = 1e-13;

/** The n zeros of the Chebyshev polynomial of degree n. */
export function chebyshevNodes(n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, k) => Math.cos(angle(k, n)));
}

/** The coefficients of the polynomial through the values at `chebyshevNodes(values.length)`. */
export function chebyshevCoefficients(values: Float64Array): Float64Array {
  const n = values.length;
  const cosines = cosineTable(n);
  const coefficients = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += values[k] * cosines[j * n + k];
    coefficients[j] = ((j === 0 ? 1 : 2) * sum) / n;
  }
  return coefficients;
}

const tables = new Map<number, Float64Array>();

/** cos(j · angle(k)) for all j and k; kept, as only two or three sizes are in use. */
function cosineTable(n: number): Float64Array {
  const known = tables.get(n);
  if (known) return known;
  const table = Float64Array.from({ length: n * n }, (_, i) =>
    Math.cos(Math.floor(i / n) * angle(i % n, n)),
  );
  tables.set(n, table);
  return table;
}

function angle(k: number, n: number): number {
  return (Math.PI * (k + 0.5)) / n;
}

/** Whether the last coefficients have fallen to rounding level, measured by max(largest, floor). */
export function isResolved(coefficients: Float64Array, floor = 1): boolean {
  const largest = coefficients.reduce((most, c) => Math.max(most, Math.abs(c)), floor);
  return coefficients.slice(-3).every((c) => Math.abs(c) <= ROUNDING * largest);
}

/** The polynomial at z in [−1, 1], by Clenshaw's recurrence. */
export function clenshaw(coefficients: Float64Array, z: number): number {
  let [next, afterNext] = [0, 0];
  for (let k = coefficients.length - 1; k > 0; k--) {
    const current = coefficients[k] + 2 * z * next - afterNext;
    afterNext = next;
    next = current;
  }
  return coefficients[0] + z * next - afterNext;
}
