/** The customers that the bootstrap draws from: rows of a table that stand for whole customers. */
export type CustomerPool = {
  /** Ascending row numbers, each once. */
  readonly rows: Uint32Array;
  /** How many customers of the pool each of `rows` stands for. */
  readonly weight: Float64Array;
  /** For each customer of the pool, the position in `rows`. */
  readonly positions: Uint32Array;
};

/**
 * All customers of a table, or `largest` of them drawn without replacement.
 *
 * @param weight whole numbers of customers by row.
 * @param random uniform between 0 and 1.
 */
export function poolCustomers(
  weight: Float64Array,
  largest: number,
  random: () => number,
): CustomerPool {
  const customers = weight.reduce((sum, count) => sum + count, 0);
  const chosen =
    customers > largest
      ? drawDistinct(largest, customers, random)
      : Float64Array.from({ length: customers }, (_, customer) => customer);
  const rows: number[] = [];
  const counts: number[] = [];
  const positions = new Uint32Array(chosen.length);
  let row = -1;
  let end = 0;
  chosen.forEach((customer, i) => {
    if (customer >= end) {
      while (customer >= end) end += weight[++row];
      rows.push(row);
      counts.push(0);
    }
    positions[i] = rows.length - 1;
    counts[rows.length - 1]++;
  });
  return { rows: Uint32Array.from(rows), weight: Float64Array.from(counts), positions };
}

/** How often each row of the pool comes up in as many draws as the pool has customers. */
export function resample(pool: CustomerPool, random: () => number): Float64Array {
  const counts = new Float64Array(pool.rows.length);
  const { positions } = pool;
  for (let draw = 0; draw < positions.length; draw++) {
    counts[positions[Math.floor(random() * positions.length)]]++;
  }
  return counts;
}

/** `size` of the numbers 0 … n − 1, each at most once, ascending; Floyd's algorithm. */
function drawDistinct(size: number, n: number, random: () => number): Float64Array {
  const chosen = new Set<number>();
  for (let last = n - size; last < n; last++) {
    const drawn = Math.floor(random() * (last + 1));
    chosen.add(chosen.has(drawn) ? last : drawn);
  }
  return Float64Array.from(chosen).sort();
}
