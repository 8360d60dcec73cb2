import type { Row } from "../../engines/engine.ts";
import type { CaseView } from "../../pipeline/feedback/cases.ts";
import type { FeedbackItem } from "../../pipeline/feedback/read-feedback.ts";
import type { CaseEvent } from "../../store/case-record.ts";
import type { Speech } from "../language.ts";
import { numberOf, textOf } from "./cell.ts";
import { drawTable, right } from "./table.ts";

const TEXT_SHOWN = 60;

/** The name of a topic in the user's language; its own where the dictionary has it no more. */
export function topicNames(rows: readonly Row[], { language }: Speech): (topic: string) => string {
  const names = new Map(rows.map((row) => [String(row.topic), String(row[`name_${language}`])]));
  return (topic) => names.get(topic) ?? topic;
}

/** The inbox as a table. */
export function describeItems(
  items: readonly FeedbackItem[],
  nameOf: (topic: string) => string,
  speech: Speech,
): string {
  const { text, day, money } = speech;
  const t = text.feedback;
  const columns = [t.day, t.customer, t.kind].map((title) => ({ title }));
  const rows = items.map(({ row, topics }) => [
    day(String(row.given_at).slice(0, 10)),
    textOf(row.customer_id),
    t.kinds[textOf(row.kind)] ?? textOf(row.kind),
    scoreOf(row, speech),
    t.moods[textOf(row.sentiment)] ?? "",
    topics.map(({ topic }) => nameOf(topic)).join(", "),
    shorten(textOf(row.comment)),
    segmentOf(row, speech),
    money(numberOf(row.worth)),
    row.case_id === null ? "" : `${row.case_id} (${t.states[textOf(row.case_state)]})`,
  ]);
  const more = [t.mood, t.topics, t.text, t.segment].map((title) => ({ title }));
  return drawTable([...columns, right(t.score), ...more, right(t.worth), { title: t.case }], rows);
}

/** Cases as a table. */
export function describeCases(rows: readonly Row[], today: string, speech: Speech): string {
  const { text, day, money } = speech;
  const t = text.feedback;
  const columns = [t.case, t.state, t.due, t.customer, t.kind].map((title) => ({ title }));
  return drawTable(
    [...columns, right(t.score), { title: t.segment }, right(t.worth), { title: t.owner }],
    rows.map((row) => [
      textOf(row.case_id),
      t.states[textOf(row.case_state)] ?? "",
      `${day(textOf(row.due_on))}${isOverdue(row, today) ? ` (${t.overdue})` : ""}`,
      textOf(row.customer_id),
      t.kinds[textOf(row.kind)] ?? "",
      scoreOf(row, speech),
      segmentOf(row, speech),
      money(numberOf(row.worth)),
      textOf(row.owner),
    ]),
  );
}

/** A case with what was said, what people did, and what the customer was worth. */
export function describeCase(
  view: CaseView,
  nameOf: (topic: string) => string,
  today: string,
  speech: Speech,
): string[] {
  const { row, item, history, worthWhenSettled, course } = view;
  const { text, day, money } = speech;
  const t = text.feedback;
  const kind = t.kinds[textOf(row.kind)] ?? "";
  const given = day(textOf(row.given_on));
  const told = item.topics.map(({ topic, words }) => `${nameOf(topic)} (${words.join(", ")})`);
  const due = `${day(textOf(row.due_on))}${isOverdue(row, today) ? ` (${t.overdue})` : ""}`;
  const now = money(numberOf(row.worth));
  const facts = [
    t.caseTitle(textOf(row.case_id), t.states[textOf(row.case_state)] ?? ""),
    t.said(kind, scoreOf(row, speech), given, textOf(row.customer_id) || "–"),
    ...(item.row.comment ? [`„${item.row.comment}“`] : []),
    ...(told.length > 0 ? [`${t.topics}: ${told.join("; ")}`] : []),
    `${t.due}: ${due}${row.owner ? `; ${t.owner}: ${row.owner}` : ""}`,
    ...(row.outcome ? [`${t.outcome}: ${row.outcome}`] : []),
    ...(row.settled_at ? [t.settledBy(day(textOf(row.settled_at).slice(0, 10)))] : []),
    worthWhenSettled === null ? t.value(now) : t.valueThen(money(worthWhenSettled), now),
  ];
  const months = course.map(
    (month) => `${day(textOf(month.period_end))}: ${money(numberOf(month.worth))}`,
  );
  return [
    facts.join("\n"),
    ...(history.length > 0 ? [`${t.history}\n${historyTable(history, speech)}`] : []),
    ...(months.length > 0 ? [`${t.course}\n${months.join("\n")}`] : []),
  ];
}

/** What people did, the oldest first. */
export function historyTable(history: readonly CaseEvent[], speech: Speech): string {
  const { text, money, day } = speech;
  const t = text.feedback;
  return drawTable(
    [{ title: t.day }, { title: "" }, { title: "" }, right(t.worth)],
    history.map(({ happenedAt, kind, before, after, worth }) => {
      const word = (value: string | null) =>
        kind === "state" || kind === "undo" ? (t.states[value ?? ""] ?? "–") : (value ?? "–");
      return [
        day(happenedAt),
        t.events[kind] ?? kind,
        kind === "note" ? textOf(after) : `${word(before)} → ${word(after)}`,
        money(worth),
      ];
    }),
  );
}

const isOverdue = ({ case_state, due_on }: Row, today: string) =>
  (case_state === "open" || case_state === "in_work") && String(due_on) < today;

function scoreOf({ score }: Row, { number }: Speech): string {
  return typeof score === "number" ? number(score, Number.isInteger(score) ? 0 : 1) : "";
}

function segmentOf({ macro, value_class }: Row, { text }: Speech): string {
  const name = text.segments.macros[textOf(macro)] ?? textOf(macro);
  return [name, textOf(value_class)].filter(Boolean).join(", ");
}

function shorten(comment: string): string {
  const line = comment.replaceAll(/\s+/g, " ");
  return line.length > TEXT_SHOWN ? `${line.slice(0, TEXT_SHOWN - 1)}…` : line;
}
