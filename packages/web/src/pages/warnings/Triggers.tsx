import type { WarningKind, WarningReport } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../components/DataTable.tsx";
import { Panel } from "../../components/Panel.tsx";
import { TableFiles } from "../../components/TableFiles.tsx";
import { usePeriodName } from "../../figures/period-name.ts";
import { usePoints } from "../../figures/use-points.ts";
import { useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";

type Trigger = WarningReport["triggers"][number];
type Props = { report: WarningReport; kind: WarningKind };

/** What preceded changes: customers with an event beside alike ones without it. */
export function Triggers({ report: { triggers }, kind }: Props) {
  const { t } = useTranslation();
  const { count, percent } = useFormat();
  const points = usePoints();
  const periodName = usePeriodName();
  const own = triggers.filter((each) => each.kind === kind);
  const [first] = own;
  if (!first) return null;
  const columns = [
    { label: t("trigger.event") },
    { label: "n", format: count },
    { label: t("trigger.share"), format: (value: number | null) => percent(value) },
    { label: t("trigger.expected"), format: (value: number | null) => percent(value) },
    { label: t("trigger.effect"), format: points },
    { label: t("trend.low"), format: points },
    { label: t("trend.high"), format: points },
    { label: t("trigger.verdict") },
    { label: t("trigger.peak") },
  ];
  const rows = own.map((each) => [
    eventName(each),
    each.exposed,
    each.share,
    each.expected,
    each.effect,
    each.lower,
    each.upper,
    t(`trigger.${verdictOf(each)}`),
    periodName(each.peak.slice(0, 7)),
  ]);
  const reading = t("trigger.reading", {
    event: eventName(first),
    n: count(first.exposed),
    share: percent(first.share),
    expected: percent(first.expected),
    effect: points(first.effect),
    low: points(first.lower),
    high: points(first.upper),
    verdict: t(`trigger.${verdictOf(first)}`),
  });
  const data = { columns, rows };
  return (
    <div className="kw-below">
      <Panel
        title={t(`trigger.title.${kind}`)}
        actions={<TableFiles table={data} fileName={`kundenwert-triggers-${kind}`} />}
      >
        <Text mb="sm">{reading}</Text>
        <DataTable data={data} label={t(`trigger.title.${kind}`)} />
        <Text size="xs" c="dimmed" mt="sm">
          {t("trigger.made")}
        </Text>
      </Panel>
    </div>
  );
}

/** The event and, of contacts, their kind as the source names it. */
function eventName({ event, detail }: Trigger): string {
  const name = textOf(`event.${event}`) ?? event;
  return detail ? `${name}: ${detail}` : name;
}

function verdictOf({ lower, upper }: Trigger): "more" | "less" | "unproven" {
  if (lower > 0) return "more";
  return upper < 0 ? "less" : "unproven";
}
