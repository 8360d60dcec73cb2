import type {
  CustomerPotential,
  PotentialGroup,
  readLargestGaps,
} from "../../pipeline/potential/read-potential.ts";
import type { Speech } from "../language.ts";
import { drawTable, right } from "./table.ts";

/** The groups with the largest gaps beside all of their kind. */
export function describeGroups(
  groups: readonly PotentialGroup[],
  limit: number,
  speech: Speech,
): string {
  const { money, number, text } = speech;
  const t = text.potential;
  const totals = groups.filter(({ tenureClass }) => tenureClass === "*");
  const parts = groups
    .filter(({ tenureClass }) => tenureClass !== "*")
    .toSorted((one, other) => (other.gap ?? -1) - (one.gap ?? -1));
  const titles = [
    ...[t.kind, t.tenure, t.entry, t.business].map((title) => ({ title })),
    ...[t.customers, t.below, t.actual, t.reached, t.gap, t.wallet].map(right),
  ];
  const rows = [...totals, ...parts.slice(0, limit)].map((group) => [
    ...named(group, speech),
    number(group.customers),
    number(group.below),
    money(group.actual),
    money(group.reached),
    money(group.gap),
    money(group.walletGap),
  ]);
  const shown = t.shown(number(Math.min(limit, parts.length)), number(parts.length));
  return `${drawTable(titles, rows)}\n${shown}`;
}

/** The customers with the largest gaps. */
export function describeGaps(
  customers: Awaited<ReturnType<typeof readLargestGaps>>,
  speech: Speech,
): string {
  const { money, number, text } = speech;
  const t = text.potential;
  return drawTable(
    [
      ...[t.customer, t.kind, t.tenure, t.entry, t.business].map((title) => ({ title })),
      ...[t.actual, t.reached, t.gap, t.compared].map(right),
    ],
    customers.map((one) => [
      one.customerId,
      ...named(one, speech),
      money(one.actual),
      money(one.reached),
      money(one.gap),
      number(one.compared),
    ]),
  );
}

/** One customer beside comparable ones, in a sentence or two. */
export function describePotential(potential: CustomerPotential, speech: Speech): string {
  const { money, number, percent, text } = speech;
  const t = text.potential;
  const { actual, reached, gap, compared, level, walletShare, walletGap } = potential;
  const told =
    level === null
      ? t.tooFew(money(actual))
      : t.told(money(actual), money(reached), money(gap), number(compared), t.levels[level] ?? "");
  return walletGap === null
    ? told
    : `${told} ${t.walletTold(percent(walletShare), money(walletGap))}`;
}

function named(
  {
    kind,
    tenureClass,
    entry,
    business,
  }: Pick<PotentialGroup, "kind" | "tenureClass" | "entry" | "business">,
  { text }: Speech,
): string[] {
  const t = text.potential;
  const or = (name: string, names: Readonly<Record<string, string>>) =>
    name === "*" ? t.all : name === "" ? t.unknown : (names[name] ?? name);
  return [or(kind, t.kinds), or(tenureClass, t.tenures), or(entry, {}), or(business, t.businesses)];
}
