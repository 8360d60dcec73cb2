import type { Row } from "../../engines/engine.ts";
import { MACROS } from "../../pipeline/segments/macro.ts";
import type { SegmentStability } from "../../pipeline/segments/read-segments.ts";
import type { Speech } from "../language.ts";
import { drawTable, right } from "./table.ts";

export type Names = Readonly<Record<string, string>>;

type Found = {
  readonly periods: readonly Row[];
  readonly moves: readonly Row[];
  readonly definitions: readonly Row[];
  readonly stability: SegmentStability | undefined;
};

const MOVES_SHOWN = 12;

/** What a segment is called: by people, else by its macro segment and number. */
export function segmentName(segment: string, names: Names, { text }: Speech): string {
  const own = names[segment];
  if (own) return own;
  const [macro = "", number] = segment.split(".");
  const known = text.segments.macros[macro] ?? macro;
  return number === undefined ? known : `${known} ${number}`;
}

/** Sorts by the order of macro segments, then by number. */
export function bySegment(one: string, other: string): number {
  const place = (segment: string) => {
    const [macro = "", number = "0"] = segment.split(".");
    return (MACROS as readonly string[]).indexOf(macro) * 1000 + Number(number);
  };
  return place(one) - place(other) || one.localeCompare(other);
}

/** The last period of every segment, and the moves that led there. */
export function describeSegments(found: Found, names: Names, speech: Speech): string {
  const t = speech.text.segments;
  const last = found.periods.at(-1)?.period_end;
  if (!last) return t.none;
  const rules = new Map(
    found.definitions.map((row) => [row.segment, row[`rule_${speech.language}`]]),
  );
  const rows = found.periods
    .filter(({ period_end }) => period_end === last)
    .toSorted((one, other) => bySegment(String(one.segment), String(other.segment)));
  const withRules = rules.size > 0;
  return [
    t.caption(speech.day(String(last))),
    drawTable(
      [
        { title: t.segment },
        ...[t.customers, t.came, t.went, t.byTime, t.stayRate, t.revenue, t.worth].map(right),
        ...(withRules ? [{ title: t.rule }] : []),
      ],
      rows.map((row) => [
        segmentName(String(row.segment), names, speech),
        ...figures(row, speech),
        ...(withRules ? [String(rules.get(row.segment) ?? "")] : []),
      ]),
    ),
    t.timeNote,
    t.moves,
    ...moved(found.moves, names, speech),
    ...firmness(found.stability, speech),
  ].join("\n");
}

function figures(row: Row, { number, percent, money }: Speech): string[] {
  const value = (name: string) => (row[name] ?? null) as number | null;
  return [
    number(value("customers")),
    number(Number(row.came) + Number(row.first_seen)),
    number(Number(row.went) + Number(row.gone)),
    number(value("went_by_time")),
    percent(value("stay_rate")),
    money(value("revenue")),
    money(value("worth")),
  ];
}

function moved(moves: readonly Row[], names: Names, speech: Speech): string[] {
  const t = speech.text.segments;
  return moves
    .filter((row) => row.from_segment !== row.to_segment && row.from_segment !== "")
    .slice(0, MOVES_SHOWN)
    .map((row) =>
      t.move(
        segmentName(String(row.from_segment), names, speech),
        segmentName(String(row.to_segment), names, speech),
        speech.number(Number(row.customers)),
        speech.number(Number(row.aged)),
        t.marks[String(row.mark)] ?? String(row.mark),
      ),
    );
}

function firmness(stability: SegmentStability | undefined, speech: Speech): string[] {
  if (!stability) return [];
  const shift = stability.shifts.at(-1);
  return [
    speech.text.segments.stability(
      speech.day(stability.learntAt),
      speech.number(stability.agreement, 2),
      speech.number(shift?.index ?? null, 2),
    ),
  ];
}
