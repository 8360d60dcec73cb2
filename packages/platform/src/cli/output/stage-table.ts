import type { Row } from "../../engines/engine.ts";
import type { Lifecycle, readCustomerLifecycle } from "../../pipeline/lifecycle/read-lifecycle.ts";
import type { Speech } from "../language.ts";
import { drawTable, right } from "./table.ts";

type CustomerHistory = Awaited<ReturnType<typeof readCustomerLifecycle>>;

const MONTHS_SHOWN = 6;
const MOVES_SHOWN = 10;

const unique = (rows: readonly Row[], column: string) => [
  ...new Set(rows.map((row) => String(row[column]))),
];
const countOf = (row: Row | undefined) => (row ? Number(row.customers) : undefined);

/** Customers by stage at the last month ends, the moves of the last one, and value × intent. */
export function describeLifecycle(lifecycle: Lifecycle, speech: Speech): string {
  const t = speech.text.stages;
  const { stock: stages, moves, intents, suppressed } = lifecycle;
  // What is not there is nobody, or hidden where anything is.
  const absent = suppressed > 0 ? null : 0;
  const months = unique(stages, "period_end").slice(-MONTHS_SHOWN);
  const last = months.at(-1);
  if (last === undefined) return t.none;
  return [
    t.caption,
    stock(stages, months, absent, speech),
    t.moves(speech.day(last)),
    ...moved(moves, last, speech),
    ...describeIntents(intents, absent, speech),
  ].join("\n");
}

function stock(
  rows: readonly Row[],
  months: readonly string[],
  absent: number | null,
  speech: Speech,
): string {
  const { number, day, text } = speech;
  const stages = unique(rows, "stage");
  const known = Object.keys(text.stages.names);
  const order = (stage: string) => (known.includes(stage) ? known.indexOf(stage) : known.length);
  return drawTable(
    [{ title: text.stages.stage }, ...months.map((month) => right(day(month)))],
    stages
      .toSorted((one, other) => order(one) - order(other))
      .map((stage) => [
        text.stages.names[stage] ?? stage,
        ...months.map((month) =>
          number(
            countOf(rows.find((row) => row.stage === stage && row.period_end === month)) ?? absent,
          ),
        ),
      ]),
  );
}

function moved(moves: readonly Row[], month: string, { number, text }: Speech): string[] {
  const t = text.stages;
  const name = (stage: unknown) => t.names[String(stage)] ?? String(stage);
  return moves
    .filter((row) => row.period_end === month && row.stage !== row.previous_stage)
    .toSorted((one, other) => Number(other.customers) - Number(one.customers))
    .slice(0, MOVES_SHOWN)
    .map((row) => t.move(name(row.previous_stage), name(row.stage), number(Number(row.customers))));
}

function describeIntents(intents: readonly Row[], absent: number | null, speech: Speech): string[] {
  const { number, day, text } = speech;
  const t = text.stages;
  const [first] = intents;
  if (!first) return [];
  const columns = Object.keys(t.intents).filter((one) => unique(intents, "intent").includes(one));
  const table = drawTable(
    [{ title: t.class }, ...columns.map((one) => right(t.intents[one] as string))],
    unique(intents, "value_class").map((valueClass) => [
      valueClass === "none" ? t.noClass : valueClass,
      ...columns.map((one) =>
        number(
          countOf(intents.find((row) => row.value_class === valueClass && row.intent === one)) ??
            absent,
        ),
      ),
    ]),
  );
  const caption = t.intentCaption(day(String(first.as_of)), number(Number(first.horizon_months)));
  return [caption, table];
}

/** A customer's stage and rank at each month's end, and what moved them, in the currency. */
export function describeCustomer(
  id: string,
  { stages, ranks, intent }: CustomerHistory,
  speech: Speech,
): string {
  const { number, money, day, text } = speech;
  const t = text.stages;
  const hasContracts = ranks.some(({ monthly_fee }) => Number(monthly_fee) > 0);
  const hasOrders = ranks.some(({ expected_spend }) => Number(expected_spend) > 0);
  const factors = [
    ...(hasOrders || !hasContracts ? (["purchases", "spend"] as const) : []),
    ...(hasContracts ? (["fee", "months"] as const) : []),
    "margin" as const,
  ];
  const rankAt = new Map(ranks.map((row) => [row.period_end, row]));
  const cell = (row: Row | undefined, name: string) => (row ? (row[name] as number | null) : null);
  const table = drawTable(
    [
      { title: t.month },
      { title: t.stage },
      ...[t.rank, t.decile, t.worth, t.change, ...factors.map((one) => t[one])].map(right),
      { title: t.reason },
    ],
    stages.slice(-2 * MONTHS_SHOWN).map(({ period_end, stage }) => {
      const rank = rankAt.get(period_end as string);
      const euros = ["worth", "change", ...factors.map((one) => `effect_${one}`)];
      return [
        day(String(period_end)),
        t.names[String(stage)] ?? String(stage),
        number(cell(rank, "rank_place")),
        number(cell(rank, "decile")),
        ...euros.map((name) => money(cell(rank, name))),
        rank ? (t.reasons[String(rank.reason)] ?? String(rank.reason)) : "",
      ];
    }),
  );
  const valueClass = intent?.value_class ?? "none";
  return [
    t.customerCaption(
      id,
      valueClass === "none" ? t.noClass : String(valueClass),
      t.intents[String(intent?.intent ?? "unknown")] ?? "",
    ),
    t.basis,
    table,
  ].join("\n");
}
