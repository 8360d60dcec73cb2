import type { Row } from "../engines/engine.ts";
import type { Customer360 } from "../pipeline/customer-360/customer-360.ts";
import type { ValueReasons } from "../pipeline/customer-360/value-reasons.ts";
import type { Speech } from "./language.ts";
import { describeCustomerHealth } from "./output/health-table.ts";
import { describePotential } from "./output/potential-table.ts";
import { drawTable, right } from "./output/table.ts";

/** What is shown beside the customer: all customers, the horizon looked at, the timeline's page. */
export type ViewOptions = {
  readonly customers: number;
  readonly months: number | undefined;
  readonly timeline: readonly Row[];
  readonly basis: string;
};

/** A customer as paragraphs and tables for people, the most important first. */
export function customerView(view: Customer360, speech: Speech, options: ViewOptions): string[] {
  const reasons =
    view.reasons.find(({ horizonMonths }) => horizonMonths === options.months) ?? view.reasons[0];
  const parts = [
    whoItIs(view, speech),
    worth(view, speech, options),
    reasons && whyWorth(reasons, speech),
    nextPurchase(view, speech),
    stage(view, speech),
    rank(view, speech),
    view.potential && describePotential(view.potential, speech),
    view.health && describeCustomerHealth(view.health, speech),
    answers(view, speech),
    consents(view, speech),
    referred(view, speech),
    timeline(view, speech, options.timeline),
  ];
  return parts.filter((part): part is string => Boolean(part));
}

function whoItIs(
  { person, master = {}, attributes, identifiers, referredBy }: Customer360,
  speech: Speech,
) {
  const t = speech.text.customer;
  const show = (name: string, cell: Row[string]) => {
    if (name === "paid_to_acquire") return speech.money(Number(cell));
    return name === "registered_on" ? speech.day(String(cell)) : String(cell);
  };
  const known = Object.entries({ ...master, referred_by: referredBy })
    .filter(([name, cell]) => name in t.fields && cell !== null)
    .map(([name, cell]) => `${t.fields[name]}: ${show(name, cell)}`);
  const further = attributes.map(({ attribute, value }) => `${attribute}: ${value}`);
  const marks = identifiers.map(({ kind, value }) => `${kind} ${value}`);
  const others = person.members.map(({ customerId, source }) =>
    source ? `${customerId} (${source})` : customerId,
  );
  return [
    t.title(person.customerId),
    others.length > 0 && t.mergedFrom(others.join(", ")),
    [...known, ...further].join(" · "),
    marks.length > 0 && `${t.identifiers}: ${marks.join(" · ")}`,
  ]
    .filter(Boolean)
    .join("\n");
}

function worth({ values }: Customer360, speech: Speech, options: ViewOptions): string {
  const { customer: t } = speech.text;
  const value = values.find(({ horizon_months }) => horizon_months === options.months) ?? values[0];
  if (!value) return t.noValue;
  const money = (name: string) => speech.money(value[name] as number | null);
  return t.worth({
    months: speech.number(Number(value.horizon_months)),
    value: money("revenue_discounted"),
    basis: options.basis,
    historic: money("revenue_historic"),
    total: money("revenue_total"),
    rank: speech.number(Number(value.rank_place)),
    customers: speech.number(options.customers),
    decile: String(value.decile),
    class: String(value.class),
  });
}

/** The parts of a value, line by line. */
export function whyWorth(reasons: ValueReasons, speech: Speech): string {
  const t = speech.text.customer;
  const { spend, transition, fees, expectedPurchases, discountRate, marginRate } = reasons;
  const factors = (code: string) => ({
    purchases: speech.number(transition?.basePurchases ?? expectedPurchases, 2),
    mean: speech.money(
      (code === "OWN_SPEND" ? spend?.ownMean : (transition?.baseSpend ?? spend?.meanOfAll)) ?? null,
    ),
    factor: speech.number(
      (code === "SEGMENT" ? transition?.segmentFactor : transition?.engineFactor) ?? 1,
      2,
    ),
    weight: speech.percent((code === "OWN_SPEND" ? spend?.ownWeight : spend?.meanWeight) ?? null),
    fee: speech.money(fees?.monthlyFee ?? null),
    months: speech.number(fees?.expectedMonths ?? null, 1),
    rate: speech.percent(discountRate),
    margin: speech.percent(marginRate),
  });
  const rows = reasons.lines.map(({ code, amount }) => [
    t.reasons[code]?.(factors(code)) ?? code,
    speech.money(amount),
  ]);
  const title = t.why(speech.number(reasons.horizonMonths));
  return drawTable([{ title }, right(speech.text.customer.columns.amount)], rows);
}

function nextPurchase({ nextOrder: next }: Customer360, speech: Speech): string | undefined {
  if (!next) return undefined;
  const t = speech.text.customer;
  const days = (value: number | null) => (value === null ? t.never : speech.number(value));
  const active = speech.percent(next.probabilityActive);
  const said =
    next.medianDays === null
      ? t.nextFar(active)
      : t.next({
          active,
          day: speech.day(next.expectedOn),
          median: days(next.medianDays),
          low: days(next.lowDays),
          high: days(next.highDays),
          method: speech.text.methods[next.method] ?? next.method,
        });
  const chances = next.chances.map(({ days: within, probability }) =>
    t.chance(speech.number(within), speech.percent(probability)),
  );
  return `${said} ${chances.join(", ")}.`;
}

function stage({ stages: { stages, intent } }: Customer360, speech: Speech): string | undefined {
  const [latest] = stages;
  if (!latest) return undefined;
  const { names, intents } = speech.text.stages;
  const about = String(intent?.intent);
  const cell = intent ? `${intent.value_class} × ${intents[about] ?? about}` : "";
  return speech.text.customer.stage(
    names[String(latest.stage)] ?? String(latest.stage),
    speech.day(String(latest.period_end)),
    cell,
  );
}

/** The latest rank of a month end, and what moved it there. */
function rank({ stages: { ranks } }: Customer360, speech: Speech): string | undefined {
  const [latest] = ranks;
  if (!latest) return undefined;
  const before = latest.previous_place;
  const reason = String(latest.reason);
  return speech.text.customer.rank({
    day: speech.day(String(latest.period_end)),
    rank: speech.number(Number(latest.rank_place)),
    previous: before === null ? "" : speech.number(Number(before)),
    change: speech.money(Number(latest.change)),
    reason: reason === "unchanged" ? "" : (speech.text.stages.reasons[reason] ?? reason),
  });
}

function answers({ feedback }: Customer360, speech: Speech): string | undefined {
  if (feedback.length === 0) return undefined;
  const t = speech.text.customer;
  const open = feedback.filter(({ is_case, closed_at }) => is_case === 1 && closed_at === null);
  const head = `${t.feedback}: ${t.openCases(speech.number(open.length), speech.number(feedback.length))}`;
  const cases = feedback
    .filter(({ is_case }) => is_case === 1)
    .slice(0, 5)
    .map(({ given_at, kind, score, comment, closed_at }) => {
      const state = closed_at === null ? t.open : t.closed(dayOf(closed_at, speech));
      return `  ${dayOf(given_at, speech)} ${kind} ${score} (${state})${comment ? `: ${comment}` : ""}`;
    });
  return [head, ...cases].join("\n");
}

function consents({ consents: states }: Customer360, speech: Speech): string | undefined {
  if (states.length === 0) return undefined;
  const t = speech.text.customer;
  const said = states.map(({ purpose, channel, granted, decided_at }) => {
    const what = [purpose, channel].filter(Boolean).join(" / ");
    return `${what}: ${granted === 1 ? t.granted : t.refused} (${t.since(dayOf(decided_at, speech))})`;
  });
  return `${t.consents}: ${said.join(" · ")}`;
}

function referred({ referred: won }: Customer360, speech: Speech): string | undefined {
  if (won.length === 0) return undefined;
  const revenue = won.reduce((sum, row) => sum + Number(row.revenue_so_far ?? 0), 0);
  return speech.text.customer.referred(speech.number(won.length), speech.money(revenue));
}

function timeline({ counts }: Customer360, speech: Speech, rows: readonly Row[]): string {
  const { columns, kinds, timeline: caption } = speech.text.customer;
  const all = counts.reduce((sum, row) => sum + Number(row.entries_of_kind), 0);
  const text = (cell: Row[string] | undefined) => String(cell ?? "").slice(0, 40);
  const number = (cell: Row[string] | undefined) =>
    cell === null ? "" : speech.number(Number(cell), Number(cell) % 1 === 0 ? 0 : 2);
  const table = drawTable(
    [
      { title: columns.at },
      { title: columns.kind },
      { title: columns.title },
      { title: columns.detail },
      { title: columns.channel },
      right(columns.amount),
      right(columns.quantity),
    ],
    rows.map((row) => [
      dayOf(row.happened_at ?? null, speech),
      kinds[String(row.kind)] ?? String(row.kind),
      text(row.title ?? row.reference),
      text(row.detail),
      text(row.channel),
      row.amount === null ? "" : speech.money(Number(row.amount)),
      number(row.quantity),
    ]),
  );
  return `${caption(speech.number(rows.length), speech.number(all))}\n${table}`;
}

function dayOf(cell: Row[string] | undefined, speech: Speech): string {
  return speech.day(cell ? String(cell).slice(0, 10) : null);
}
