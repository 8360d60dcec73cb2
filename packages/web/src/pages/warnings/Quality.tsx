import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../components/DataTable.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Panel } from "../../components/Panel.tsx";
import { TableFiles } from "../../components/TableFiles.tsx";
import { useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";
import type { KindReport } from "./Budget.tsx";
import { LeadTime } from "./LeadTime.tsx";

type Measured = NonNullable<KindReport["quality"]>;
type Estimate = Measured["rankings"][string]["auc"];

const MEASURES = ["auc", "averagePrecision", "precision", "recall", "lift"] as const;

type Props = { own: KindReport; budget: number; months: number };

/** How good such warnings would have been on the company's own past, beside simple rules. */
export function Quality({ own, budget, months }: Props) {
  const { t } = useTranslation();
  const { quality } = own;
  if (!quality) {
    return (
      <Notice severity="info" title={t("quality.none")}>
        {t("quality.none.text", { count: 2 * months })}
      </Notice>
    );
  }
  return <Measured own={own} quality={quality} budget={budget} months={months} />;
}

function Measured({ own, quality, budget, months }: Props & { quality: Measured }) {
  const { t } = useTranslation();
  const format = useFormat();
  const withInterval = useInterval();
  const { rankings, origins, leadTime, reference } = quality;
  const name = (rule: string) => textOf(`rule.${rule}`) ?? rule;
  const columns = [
    { label: t("quality.rule") },
    ...MEASURES.map((measure) => ({ label: t(`quality.${measure}`), format: String })),
  ];
  const rows = Object.entries(rankings).map(([rule, ranking]) => [
    name(rule),
    ...MEASURES.map((measure) => withInterval(measure, ranking[measure])),
  ]);
  const { probability, stake } = rankings;
  const beside = rankings[reference];
  return (
    <Panel
      title={t("quality.title")}
      actions={<TableFiles table={{ columns, rows }} fileName={`kundenwert-quality-${own.kind}`} />}
    >
      {probability && stake && beside && (
        <Text mb="sm">
          {t("quality.reading", {
            n: format.count(origins.length),
            count: months,
            budget: format.rate(budget),
            precision: format.percent(probability.precision.estimate, 0),
            stake: format.percent(stake.precision.estimate, 0),
            auc: format.number(probability.auc.estimate, 3),
            rule: name(reference),
            ruleAuc: format.number(beside.auc.estimate, 3),
          })}
        </Text>
      )}
      <DataTable data={{ columns, rows }} label={t("quality.title")} />
      {leadTime && <LeadTime lead={leadTime} />}
      <Text size="xs" c="dimmed" mt="sm">
        {t("quality.made", {
          from: format.day(origins[0]),
          to: format.day(origins.at(-1)),
          until: format.day(quality.learntUntil),
          rows: format.count(quality.rows),
          customers: format.count(quality.customers),
          events: format.count(quality.events),
        })}
      </Text>
    </Panel>
  );
}

/** 0,833 (0,814 – 0,852); shares as percentages. */
function useInterval(): (measure: (typeof MEASURES)[number], estimate: Estimate) => string {
  const { number, percent } = useFormat();
  const digits = { auc: 3, averagePrecision: 3, lift: 1 } as const;
  return (measure, { estimate, lower, upper }) => {
    const write = (value: number) =>
      measure === "precision" || measure === "recall"
        ? percent(value, 0)
        : number(value, digits[measure]);
    return `${write(estimate)} (${write(lower)} – ${write(upper)})`;
  };
}
