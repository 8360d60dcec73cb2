import type { Row } from "../../engines/engine.ts";
import { improvementOf, type TopicView } from "../../pipeline/feedback/improvements.ts";
import type { TopicTable } from "../../store/topic-table.ts";
import type { Speech } from "../language.ts";
import { numberOf, textOf } from "./cell.ts";
import { historyTable } from "./feedback-table.ts";
import { drawTable, right } from "./table.ts";

/** Topics as a table, those whose critics are worth most first, and how far each has come. */
export function describeTopics(rows: readonly Row[], topics: TopicTable, speech: Speech): string {
  const { text, number, money, language } = speech;
  const t = text.feedback;
  const names = [t.answers, t.before, t.customers, t.negative, t.critics, t.risk, t.atStake];
  return drawTable(
    [{ title: t.topic }, ...names.map(right), { title: t.state }, { title: t.owner }],
    rows.map((row) => {
      const { state, owner } = improvementOf(topics, textOf(row.topic));
      return [
        textOf(row[`name_${language}`]),
        ...["answers_12m", "answers_before", "customers", "negative", "critics"].map((name) =>
          number(numberOf(row[name])),
        ),
        money(numberOf(row.worth)),
        money(numberOf(row.at_stake)),
        t.states[state] ?? state,
        owner ?? "",
      ];
    }),
  );
}

/** Topics of a period as a table, group by group, with the change against the period before. */
export function describeRanking(rows: readonly Row[], grouping: string, speech: Speech): string {
  const { text, number, percent, language } = speech;
  const t = text.feedback;
  const group = grouping === "all" ? [] : [{ title: t.group }];
  const names = [
    t.place,
    "n",
    t.share,
    t.change,
    t.customers,
    t.npsMean,
    t.change,
    t.stars,
    t.change,
  ];
  const signed = (cell: unknown, write: (value: number) => string) => {
    const value = numberOf(cell);
    if (value === null) return "–";
    return `${value > 0 ? "+" : ""}${write(value)}`;
  };
  return drawTable(
    [...group, { title: t.topic }, ...names.map(right)],
    rows.map((row) => [
      ...(grouping === "all" ? [] : [memberName(row, grouping, speech)]),
      textOf(row[`name_${language}`]),
      number(numberOf(row.rank_place)),
      number(numberOf(row.answers)),
      percent(numberOf(row.share)),
      signed(row.share_change, (value) => percent(value)),
      number(numberOf(row.customers)),
      number(numberOf(row.nps), 1),
      signed(row.nps_change, (value) => number(value, 1)),
      number(numberOf(row.stars), 1),
      signed(row.stars_change, (value) => number(value, 1)),
    ]),
  );
}

function memberName({ member }: Row, grouping: string, { text }: Speech): string {
  const name = textOf(member);
  return grouping === "segment" ? (text.segments.macros[name] ?? name) : name;
}

/** A topic with what people do about it, and the CLV at risk. */
export function describeTopic(view: TopicView, speech: Speech): string[] {
  const { name, improvement, history, worth, worthWhenDone } = view;
  const { text, day, money, language } = speech;
  const t = text.feedback;
  const { state, owner, dueOn, outcome } = improvement;
  const facts = [
    `${textOf(name[`name_${language}`])}: ${t.states[state] ?? state}`,
    ...(dueOn ? [`${t.due}: ${day(dueOn)}`] : []),
    ...(owner ? [`${t.owner}: ${owner}`] : []),
    ...(outcome ? [`${t.outcome}: ${outcome}`] : []),
    worthWhenDone === null
      ? t.riskNow(money(worth))
      : t.riskThen(money(worthWhenDone), money(worth)),
  ];
  return [
    facts.join("\n"),
    ...(history.length > 0 ? [`${t.history}\n${historyTable(history, speech)}`] : []),
  ];
}
