/** A strong mark that several customer numbers have, one row a number. */
export type SharedMark = {
  readonly kind: string;
  readonly mark: string;
  readonly customerId: string;
  /** Smaller for numbers that were seen earlier. */
  readonly place: number;
  readonly sharers: number;
};

/** What a person decided, in order; see sql/ledger/identity_log.sql. */
export type Decision = {
  readonly action: "merge" | "split" | "apart";
  readonly customerId: string;
  readonly otherId: string | null;
  readonly reason: string;
  readonly decidedBy: string;
};

/** A number that is read as another one. */
export type Alias = {
  readonly customerId: string;
  /** Empty for all sources. */
  readonly source: string;
  readonly canonicalId: string;
  readonly reason: string;
  readonly decidedBy: string;
};

/** A mark of more numbers is a shop's own address or a placeholder: people have to look. */
export const MOST_SHARERS = 10;

/** Who decides where no person did. */
const RULE = "rule";

/**
 * Who is who: numbers with a strong mark in common are one person, also over several steps (A = B
 * and B = C), and people's decisions come last and win. A number that was split off stands alone
 * unless a later decision merges it. The canonical number is the one that people merged into last,
 * else the one that was seen first. The same facts give the same aliases, whatever there was before.
 *
 * @param contested numbers that may stand for two people: they link nobody
 * @returns aliases by customer number; a number without one is its own person
 */
export function matchIdentities(
  marks: readonly SharedMark[],
  decisions: readonly Decision[],
  contested: ReadonlySet<string>,
): Alias[] {
  const split = new Set<string>();
  let merges: Decision[] = [];
  for (const decision of decisions) {
    const { action, customerId, otherId } = decision;
    if (action === "merge") merges.push(decision);
    if (action !== "split" || otherId !== null) continue;
    split.add(customerId);
    merges = merges.filter((one) => one.customerId !== customerId && one.otherId !== customerId);
  }
  const linking = marks.filter(
    ({ customerId, sharers }) =>
      sharers <= MOST_SHARERS && !split.has(customerId) && !contested.has(customerId),
  );
  const groups = connect(linking, merges);
  const evidence = evidenceOf(linking, merges);
  const merged = groups.flatMap((group) => aliasesOf(group, evidence));
  const parted = decisions
    .filter(({ action, otherId }) => action === "split" && otherId !== null)
    .map((decision) => partedSource(decision, merged));
  return [...merged, ...parted].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** One text for a number and a source. */
function keyOf({ customerId, source }: Pick<Alias, "customerId" | "source">): string {
  return JSON.stringify([customerId, source]);
}

/** The number of the person whom a source means by a number that others use too. */
export function partedNumber(customerId: string, source: string): string {
  return `${source}:${customerId}`;
}

/** The rows of one source are read as a number of their own, or as whom that was merged into. */
function partedSource(decision: Decision, merged: readonly Alias[]): Alias {
  const { customerId, otherId, reason, decidedBy } = decision;
  const source = String(otherId);
  const own = partedNumber(customerId, source);
  const further = merged.find((alias) => alias.customerId === own);
  return { customerId, source, canonicalId: further?.canonicalId ?? own, reason, decidedBy };
}

/** Numbers that hang together by a mark or a merge; groups of one are left out. */
function connect(marks: readonly SharedMark[], merges: readonly Decision[]): string[][] {
  const parent = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root))
      root = up;
    parent.set(id, root);
    return root;
  };
  const join = (one: string, other: string) => parent.set(rootOf(one), rootOf(other));
  const firstWith = new Map<string, string>();
  for (const { kind, mark, customerId } of marks) {
    const key = JSON.stringify([kind, mark]);
    const first = firstWith.get(key);
    if (first === undefined) firstWith.set(key, customerId);
    else join(customerId, first);
  }
  for (const { customerId, otherId } of merges) if (otherId !== null) join(customerId, otherId);
  const groups = new Map<string, string[]>();
  for (const id of new Set([...parent.keys()])) {
    const root = rootOf(id);
    groups.set(root, [...(groups.get(root) ?? []), id]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

type Evidence = {
  readonly places: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<string, ReadonlySet<string>>;
  /** The last decision that merged a number into another one, and the last into it. */
  readonly from: ReadonlyMap<string, Decision>;
  readonly into: ReadonlyMap<string, number>;
};

function evidenceOf(marks: readonly SharedMark[], merges: readonly Decision[]): Evidence {
  const kinds = new Map<string, Set<string>>();
  for (const { customerId, kind } of marks) {
    const known = kinds.get(customerId) ?? new Set();
    kinds.set(customerId, known.add(kind));
  }
  return {
    places: new Map(marks.map(({ customerId, place }) => [customerId, place])),
    kinds,
    from: new Map(merges.map((decision) => [decision.customerId, decision])),
    into: new Map(merges.map(({ otherId }, at) => [String(otherId), at])),
  };
}

function aliasesOf(group: readonly string[], evidence: Evidence): Alias[] {
  const canonicalId = group.toSorted((one, other) => compare(one, other, evidence))[0] as string;
  return group
    .filter((id) => id !== canonicalId)
    .map((customerId) => {
      const decision = evidence.from.get(customerId);
      const marks = [...(evidence.kinds.get(customerId) ?? [])].sort().join(", ");
      return {
        customerId,
        source: "",
        canonicalId,
        reason: decision?.reason ?? marks,
        decidedBy: decision?.decidedBy ?? RULE,
      };
    });
}

/** The canonical number first: merged into last, else seen first, else the smaller text. */
function compare(one: string, other: string, { places, into }: Evidence): number {
  const chosen = (into.get(other) ?? -1) - (into.get(one) ?? -1);
  if (chosen !== 0) return chosen;
  const seen = (places.get(one) ?? Infinity) - (places.get(other) ?? Infinity);
  if (seen < 0 || seen > 0) return seen;
  return one < other ? -1 : 1;
}
