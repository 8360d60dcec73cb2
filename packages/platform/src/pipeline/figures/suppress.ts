/** Complementary suppression: what is hidden must not follow from what is shown. */

/** Cells of figures; in each group of `across` the smallest comes first. All columns have one length. */
export type Cells = {
  /** The group of a cell: all members of one figure, dimension and period. */
  readonly across: Float64Array;
  /** The place of the same cell in the next longer period; NaN where there is none. */
  readonly parent: Float64Array;
  readonly persons: Float64Array;
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
  /** 1 where the cell rests on too few persons. */
  readonly small: Float64Array;
};

/**
 * Among the members of a period, and among the parts of a longer period that is shown: where one
 * cell alone is hidden, or those hidden are too few together, the smallest of the others is hidden
 * too. Where a period and a longer one tell the same, hiding one hides the other. Repeated until
 * nothing is added.
 *
 * @returns 1 for each cell that must not be shown
 */
export function suppress(cells: Cells, smallestGroup: number): Uint8Array {
  const hidden = Uint8Array.from(cells.small);
  const members = groupsOf(cells.across);
  const parts = groupsOf(cells.parent);
  for (let changed = true; changed; ) {
    changed = false;
    for (const group of members.values()) {
      changed = hideOneMore(group, cells.persons, hidden, smallestGroup) || changed;
    }
    for (const [parent, group] of parts) {
      if (hidden[parent] === 1) continue;
      changed = hideOneMore(group, cells.persons, hidden, smallestGroup) || changed;
    }
    changed = hideTwins(cells, hidden) || changed;
  }
  return hidden;
}

/**
 * The same for the rows of a small table.
 *
 * @param persons of each row
 * @param sums the names of the sums that each row is a part of and that are shown or known
 * @returns whether each row must not be shown
 */
export function tooSmall(
  persons: readonly number[],
  sums: readonly (readonly string[])[],
  smallestGroup: number,
): boolean[] {
  const counts = Float64Array.from(persons);
  const hidden = Uint8Array.from(persons, (n) => (n > 0 && n < smallestGroup ? 1 : 0));
  const groups = new Map<string, number[]>();
  sums.forEach((names, row) => {
    for (const name of names) groups.set(name, [...(groups.get(name) ?? []), row]);
  });
  for (let changed = true; changed; ) {
    changed = false;
    for (const group of groups.values()) {
      changed = hideOneMore(group, counts, hidden, smallestGroup) || changed;
    }
  }
  return Array.from(hidden, (mark) => mark === 1);
}

/** The cells of each group; those without a group are left out. */
function groupsOf(group: Float64Array): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  group.forEach((name, cell) => {
    if (Number.isNaN(name)) return;
    const known = groups.get(name);
    if (known) known.push(cell);
    else groups.set(name, [cell]);
  });
  return groups;
}

function hideOneMore(
  group: readonly number[],
  persons: Float64Array,
  hidden: Uint8Array,
  smallestGroup: number,
): boolean {
  let [count, together] = [0, 0];
  let smallest: number | undefined;
  for (const cell of group) {
    const own = persons[cell] as number;
    if (hidden[cell] === 1) {
      count += 1;
      together += own;
    } else if (smallest === undefined || own < (persons[smallest] as number)) smallest = cell;
  }
  const follows = count === 1 || (count > 1 && together < smallestGroup);
  if (!follows || smallest === undefined) return false;
  hidden[smallest] = 1;
  return true;
}

/** A period in which nothing else happened than in one part of it tells the same as that part. */
function hideTwins(
  { parent, persons, numerator, denominator }: Cells,
  hidden: Uint8Array,
): boolean {
  const same = (column: Float64Array, one: number, other: number) =>
    Object.is(column[one], column[other]);
  let changed = false;
  parent.forEach((above, cell) => {
    if (Number.isNaN(above) || hidden[above] === hidden[cell]) return;
    const twins = [persons, numerator, denominator].every((column) => same(column, cell, above));
    if (!twins) return;
    hidden[above] = 1;
    hidden[cell] = 1;
    changed = true;
  });
  return changed;
}
