/** Which rows of a column hold the same number: models compute each distinct input once. */

/** `values[index[i]]` is row i of the column; values in order of first appearance. */
export type DistinctValues = { readonly index: Int32Array; readonly values: Float64Array };

/** Row i holds the pair (`first[index[i]]`, `second[index[i]]`) of two earlier indices. */
export type DistinctPairs = {
  readonly index: Int32Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
};

/** The distinct numbers of a column without NaN. Linear time. */
export function distinctValues(column: Float64Array): DistinctValues {
  const n = column.length;
  const slots = new Int32Array(tableSize(n)).fill(-1);
  const mask = slots.length - 1;
  const index = new Int32Array(n);
  const values = new Float64Array(n);
  const key = new Float64Array(1);
  const bits = new Int32Array(key.buffer);
  let count = 0;
  for (let i = 0; i < n; i++) {
    const value = column[i] + 0; // -0 becomes 0
    key[0] = value;
    let slot = mix(bits[0], bits[1]) & mask;
    while (slots[slot] >= 0 && values[slots[slot]] !== value) slot = (slot + 1) & mask;
    if (slots[slot] < 0) {
      values[count] = value;
      slots[slot] = count++;
    }
    index[i] = slots[slot];
  }
  return { index, values: values.slice(0, count) };
}

/** The distinct pairs of two indices of equal length. Linear time. */
export function distinctPairs(first: Int32Array, second: Int32Array): DistinctPairs {
  const n = first.length;
  const slots = new Int32Array(tableSize(n)).fill(-1);
  const mask = slots.length - 1;
  const index = new Int32Array(n);
  const firsts = new Int32Array(n);
  const seconds = new Int32Array(n);
  let count = 0;
  for (let i = 0; i < n; i++) {
    let slot = mix(first[i], second[i]) & mask;
    while (slots[slot] >= 0) {
      const known = slots[slot];
      if (firsts[known] === first[i] && seconds[known] === second[i]) break;
      slot = (slot + 1) & mask;
    }
    if (slots[slot] < 0) {
      firsts[count] = first[i];
      seconds[count] = second[i];
      slots[slot] = count++;
    }
    index[i] = slots[slot];
  }
  return { index, first: firsts.slice(0, count), second: seconds.slice(0, count) };
}

/** A power of two of at least 2n. */
function tableSize(n: number): number {
  return 2 ** Math.ceil(Math.log2(2 * n + 2));
}

/** Spreads two 32-bit words over all bits (the finaliser of MurmurHash3, public domain). */
function mix(a: number, b: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
