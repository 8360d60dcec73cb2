import type { Row } from "../../engines/engine.ts";
import { driversOf } from "../../pipeline/warnings/driver-words.ts";
import type { WarningKind } from "../../pipeline/warnings/kind.ts";
import type { WarningCount } from "../../pipeline/warnings/read-warnings.ts";
import type { KindFit, WarningFit } from "../../pipeline/warnings/warning-fit.ts";
import type { Speech } from "../language.ts";
import { drawTable, right } from "./table.ts";

/** One kind of warning: its list unless absent, and how good such warnings have been. */
export function describeWarnings(
  kind: WarningKind,
  fit: WarningFit,
  count: WarningCount,
  rows: readonly Row[] | undefined,
  speech: Speech,
  currency: string,
): string {
  const { text, number, percent, day } = speech;
  const t = text.warnings;
  const { reason } = fit.kinds[kind];
  return [
    t.kinds[kind],
    t.caption({
      periodEnd: day(fit.periodEnd),
      months: number(fit.months),
      alerts: number(count.alerts),
      eligible: number(count.eligible),
      budget: percent(fit.budget),
      expected: number(count.expected),
    }),
    ...(reason ? [t.reasons[reason] ?? reason] : []),
    ...qualityOf(fit.kinds[kind], speech),
    ...(rows ? [rows.length > 0 ? tableOf(rows, speech, currency) : t.none] : []),
    ...triggersOf(kind, fit, speech),
  ].join("\n");
}

function qualityOf({ quality }: KindFit, speech: Speech): string[] {
  const { text, number, percent } = speech;
  const t = text.warnings;
  const own = quality?.rankings.probability;
  const rule = quality?.rankings[quality.reference];
  if (!quality || !own || !rule) return [t.notJudged];
  const stake = quality.rankings.stake;
  const lines = [
    t.quality({
      origins: number(quality.origins.length),
      rows: number(quality.rows),
      customers: number(quality.customers),
      events: number(quality.events),
      auc: number(own.auc.estimate, 3),
      aucLow: number(own.auc.lower, 3),
      aucHigh: number(own.auc.upper, 3),
      rule: t.rules[quality.reference] ?? quality.reference,
      ruleAuc: number(rule.auc.estimate, 3),
      precision: percent(own.precision.estimate),
      precisionLow: percent(own.precision.lower),
      precisionHigh: percent(own.precision.upper),
      lift: number(own.lift.estimate, 1),
      recall: percent(own.recall.estimate),
      stakePrecision: percent(stake?.precision.estimate ?? null),
      stakeRecall: percent(stake?.recall.estimate ?? null),
    }),
  ];
  const lead = quality.leadTime;
  const { probability, recency } = lead?.rules ?? {};
  if (!lead || !probability?.more || !recency) return lines;
  const { lower, upper } = probability.more;
  const leadText = t.lead({
    customers: number(lead.customers),
    warned: percent(probability.warned),
    months: number(probability.months, 2),
    ruleMonths: number(recency.months, 2),
    low: number(lower, 2),
    high: number(upper, 2),
  });
  return [...lines, leadText];
}

function tableOf(rows: readonly Row[], speech: Speech, currency: string): string {
  const { language, number, percent, money, text } = speech;
  const t = text.warnings;
  return drawTable(
    [
      right(t.rank),
      { title: t.customer },
      { title: t.segment },
      right(t.probability),
      right(t.atStake),
      { title: t.drivers },
    ],
    rows.map((row) => [
      number(Number(row.rank_place)),
      String(row.customer_id),
      t.macros[String(row.macro)] ?? String(row.macro),
      percent(Number(row.probability)),
      money(Number(row.at_stake)),
      driversOf(row, currency)
        .map(({ words }) => words[language])
        .join("; "),
    ]),
  );
}

/** Events whose interval leaves 0 out; the others say nothing. */
function triggersOf(kind: WarningKind, { triggers }: WarningFit, speech: Speech): string[] {
  const { text, number, percent, day } = speech;
  const t = text.warnings;
  const sure = triggers.filter((one) => one.kind === kind && one.lower * one.upper > 0);
  if (sure.length === 0) return [];
  const lines = sure.map((one) =>
    t.trigger({
      event: [t.events[one.event] ?? one.event, one.detail].filter(Boolean).join(": "),
      share: percent(one.share),
      exposed: number(one.exposed),
      expected: percent(one.expected),
      effect: percent(one.effect),
      low: percent(one.lower),
      high: percent(one.upper),
      peak: day(one.peak),
    }),
  );
  return [t.triggers, ...lines];
}

/** The segments whose last month was out of the ordinary. */
export function describeSignals(points: readonly Row[], speech: Speech): string[] {
  const { text, percent, day } = speech;
  const t = text.warnings;
  const last = points.reduce(
    (end, { period_end }) => (String(period_end) > end ? String(period_end) : end),
    "",
  );
  const now = points.filter(
    ({ period_end, signal }) => String(period_end) === last && signal !== null,
  );
  if (now.length === 0) return [];
  const lines = now.map((point) =>
    t.signal({
      segment: t.macros[String(point.macro)] ?? String(point.macro),
      move: t.moves[String(point.move)] ?? String(point.move),
      share: percent(Number(point.share)),
      low: percent(Number(point.lower_limit)),
      high: percent(Number(point.upper_limit)),
      word: t.words[String(point.signal)] ?? String(point.signal),
      since: day(String(point.since)),
    }),
  );
  return [t.signals, ...lines];
}
