import type { CustomerDetail, FeedbackEntry } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../components/DataTable.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Panel } from "../../components/Panel.tsx";
import { useFormat } from "../../i18n/format.ts";
import { localDay } from "./local-day.ts";

const isOpen = ({ isCase, closedAt }: FeedbackEntry) => isCase && closedAt === null;

/** What the customer said; what was bad stays a case until somebody has settled it. */
export function Feedback({ detail: { feedback } }: { detail: CustomerDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (feedback.length === 0) return null;
  const open = feedback.filter(isOpen).length;
  const stateOf = (entry: FeedbackEntry) => {
    if (isOpen(entry)) return t("feedback.isOpen");
    if (!entry.isCase) return t("feedback.none");
    return t("feedback.closed", { day: format.day(localDay(entry.closedAt)) });
  };
  const columns = [
    { label: t("feedback.day") },
    { label: t("feedback.kind") },
    { label: t("feedback.score"), format: format.count },
    { label: t("feedback.comment") },
    { label: t("feedback.state") },
  ];
  const rows = feedback.map((entry, at) => [
    format.day(localDay(entry.givenAt)),
    entry.kind,
    entry.score,
    entry.comment,
    stateOf(entry),
    at,
  ]);
  return (
    <Panel title={t("feedback.title")}>
      <Notice
        severity={open > 0 ? "warning" : "success"}
        title={t("feedback.open", { count: open })}
      >
        <Text size="sm">{t("feedback.rule", { n: format.count(feedback.length) })}</Text>
      </Notice>
      <DataTable data={{ columns, rows }} label={t("feedback.title")} />
    </Panel>
  );
}
