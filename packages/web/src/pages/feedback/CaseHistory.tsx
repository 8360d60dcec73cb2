import type { CaseEvent } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../components/DataTable.tsx";
import { Panel } from "../../components/Panel.tsx";
import { useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";

/** What people did about a case or a topic, the latest first. */
export function CaseHistory({ history }: { history: readonly CaseEvent[] }) {
  const { t } = useTranslation();
  const { moment, money, day } = useFormat();
  const word = (kind: CaseEvent["kind"], value: string | null) => {
    if (value === null) return "–";
    if (kind === "state" || kind === "undo") return textOf(`case.state.${value}`) ?? value;
    return kind === "due" ? day(value) : value;
  };
  const columns = [
    { label: t("case.history.when") },
    { label: t("case.history.what") },
    { label: t("case.history.how") },
    { label: t("case.history.worth"), format: money },
  ];
  const rows = history
    .map(({ happenedAt, kind, before, after, worth }, at) => [
      moment(happenedAt),
      t(`case.event.${kind}`),
      kind === "note" ? after : `${word(kind, before)} → ${word(kind, after)}`,
      worth,
      at,
    ])
    .reverse();
  return (
    <Panel title={t("case.history")}>
      {rows.length === 0 ? (
        <Text size="sm">{t("case.history.none")}</Text>
      ) : (
        <DataTable data={{ columns, rows }} label={t("case.history")} />
      )}
    </Panel>
  );
}
