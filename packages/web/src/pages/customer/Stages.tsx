import type { CustomerDetail, RankMonth, StageMonth } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../components/DataTable.tsx";
import { Panel } from "../../components/Panel.tsx";
import { useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";

/** Months in a row that a customer spent in one stage. */
export type StageSpell = {
  readonly stage: string;
  /** The first and the last month end. */
  readonly from: string;
  readonly to: string;
  readonly months: number;
};

/** Month ends, the latest first, to spells, the latest first. */
export function spellsOf(stages: readonly StageMonth[]): StageSpell[] {
  const spells: StageSpell[] = [];
  for (const { stage, periodEnd } of stages) {
    const last = spells.at(-1);
    if (last?.stage === stage) {
      spells[spells.length - 1] = { ...last, from: periodEnd, months: last.months + 1 };
    } else {
      spells.push({ stage, from: periodEnd, to: periodEnd, months: 1 });
    }
  }
  return spells;
}

/** Where the customer stood over time, and at which rank each stage ended. */
export function Stages({ detail: { stages, ranks } }: { detail: CustomerDetail }) {
  const { t } = useTranslation();
  const { day, count } = useFormat();
  const [latest, earliest] = [stages[0], stages.at(-1)];
  if (!latest) return null;
  const rankAt = new Map(ranks.map(({ periodEnd, rankPlace }) => [periodEnd, rankPlace]));
  const columns = [
    { label: t("stages.stage") },
    { label: t("stages.from") },
    { label: t("stages.to") },
    { label: t("stages.months"), format: count },
    { label: t("stages.rank"), format: count },
  ];
  const rows = spellsOf(stages).map(({ stage, from, to, months }) => [
    textOf(`stage.${stage}`) ?? stage,
    day(from),
    day(to),
    months,
    rankAt.get(to) ?? null,
  ]);
  const range = {
    n: count(stages.length),
    from: day(earliest?.periodEnd),
    to: day(latest.periodEnd),
  };
  return (
    <Panel title={t("stages.title")}>
      <Text mb="sm">{t("stages.reading", range)}</Text>
      {ranks[0] && <RankNow rank={ranks[0]} />}
      <DataTable data={{ columns, rows }} label={t("stages.title")} />
    </Panel>
  );
}

/** The latest rank, and what moved it. */
function RankNow({ rank: { periodEnd, rankPlace, previousPlace, reason } }: { rank: RankMonth }) {
  const { t } = useTranslation();
  const { day, count } = useFormat();
  const kind = reason === "new" ? "first" : reason === "unchanged" ? "same" : "moved";
  const facts = {
    rank: count(rankPlace),
    previous: count(previousPlace),
    day: day(periodEnd),
    reason: textOf(`rankReason.${reason}`) ?? reason,
  };
  return <Text mb="sm">{t(`stages.rankNow.${kind}`, facts)}</Text>;
}
