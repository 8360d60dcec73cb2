import type { Row } from "../../engines/engine.ts";
import type { TransitionReport } from "../../pipeline/segments/transition-state.ts";
import type { Speech } from "../language.ts";
import { bySegment, type Names, segmentName } from "./segment-table.ts";
import { drawTable, right } from "./table.ts";

type Found = {
  readonly report: TransitionReport | undefined;
  readonly cells: readonly Row[];
  readonly months: number;
};

/** Transition probabilities with n and interval, the next stocks, and how well months were foreseen. */
export function describeTransitions(
  { report, cells, months }: Found,
  names: Names,
  speech: Speech,
): string {
  const t = speech.text.segments;
  const { number, percent } = speech;
  const name = (segment: unknown) => segmentName(String(segment), names, speech);
  const reason = report ? report.reason : "TOO_LITTLE_HISTORY";
  const said = reason ? [t.reasons[reason] ?? reason] : [];
  if (cells.length === 0) return [...said, t.noTransitions].join("\n");
  const rows = cells.toSorted((one, other) =>
    bySegment(String(one.from_segment), String(other.from_segment)),
  );
  return [
    ...said,
    t.transitions(number(months)),
    drawTable(
      [
        { title: t.from },
        { title: t.to },
        ...[t.n, t.probability, t.interval].map(right),
        { title: t.mark },
      ],
      rows.map((row) => [
        name(row.from_segment),
        name(row.to_segment),
        t.share(number(Number(row.customers)), number(Number(row.from_customers))),
        percent(Number(row.probability)),
        t.range(percent(Number(row.low)), percent(Number(row.high))),
        t.marks[String(row.mark)] ?? String(row.mark),
      ]),
    ),
    t.intervalNote,
    ...stocks(report, names, speech),
    ...judged(report, speech),
  ].join("\n");
}

function stocks(report: TransitionReport | undefined, names: Names, speech: Speech): string[] {
  if (!report?.forecastFor) return [];
  const t = speech.text.segments;
  return [
    t.stocks(speech.day(report.forecastFor)),
    drawTable(
      [{ title: t.segment }, ...[t.today, t.expected].map(right)],
      report.stocks.map(({ segment, today, expected }) => [
        segmentName(segment, names, speech),
        speech.number(today),
        speech.number(expected),
      ]),
    ),
  ];
}

function judged(report: TransitionReport | undefined, speech: Speech): string[] {
  const last = report?.judged.at(-1);
  if (!last) return [];
  const t = speech.text.segments;
  const { percent, number, day } = speech;
  return [
    t.judged(day(last.periodEnd), percent(last.change), percent(last.low), percent(last.high)),
    t.calibration(
      number(last.calibrationError, 3),
      percent(last.stockError),
      percent(last.asTodayError),
    ),
  ];
}
