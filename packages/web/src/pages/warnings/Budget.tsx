import type { WarningReport } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KeyFigure } from "../../components/KeyFigure.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";

export type KindReport = WarningReport["kinds"][number];

type Props = { report: WarningReport; own: KindReport };

/** How many are warned of, out of how many, and what is expected of all of them. */
export function Budget({ report: { budget, months, periodEnd }, own }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, eligible, alerts, expected, atStake, reason } = own;
  const figures = [
    ["warnings.alerts", format.count(alerts), t("warnings.budget", { share: format.rate(budget) })],
    ["warnings.eligible", format.count(eligible), t(`warnings.eligible.${kind}`)],
    ["warnings.expected", format.count(expected), t("warnings.ahead", { count: months })],
    ["warnings.atStake", format.wholeMoney(atStake), t(`warnings.atStake.${kind}`)],
  ] as const;
  return (
    <section className="kw-card kw-above" aria-label={t("warnings.overview")}>
      {reason && (
        <Notice severity="warning" title={t("warnings.notLearnt")}>
          {textOf(`warnings.reason.${reason}`) ?? reason}
        </Notice>
      )}
      <div className="kw-figures">
        {figures.map(([label, value, note]) => (
          <KeyFigure key={label} label={t(label)} value={value} note={note} />
        ))}
      </div>
      <Text size="xs" c="dimmed" mt="md">
        {t("warnings.asOf", { day: format.day(periodEnd) })}
      </Text>
    </section>
  );
}
