import type { CustomerDetail, NextOrder } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KeyFigure } from "../../components/KeyFigure.tsx";
import { Panel } from "../../components/Panel.tsx";
import { useFormat } from "../../i18n/format.ts";
import { methodName } from "../../i18n/method.ts";

/** When the customer is expected to buy again, with an interval and the chance that it happens. */
export function NextPurchase({ detail: { nextOrder, values } }: { detail: CustomerDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reading = useReading(nextOrder);
  if (!nextOrder) return null;
  const { method, asOf, chances } = nextOrder;
  const made = {
    method: methodName(method),
    day: format.day(asOf),
    n: format.count(values[0]?.purchases),
  };
  return (
    <Panel title={t("next.title")}>
      <Text mb="md">{reading}</Text>
      <div className="kw-figures">
        {chances.map(({ days, probability }) => (
          <KeyFigure
            key={days}
            label={t("next.within", { days: format.count(days) })}
            value={format.percent(probability, 0)}
          />
        ))}
      </div>
      <Text size="xs" c="dimmed" mt="md">
        {t("next.made", made)}
      </Text>
    </Panel>
  );
}

function useReading(next: NextOrder | null): string {
  const { t } = useTranslation();
  const format = useFormat();
  if (!next) return "";
  const active = format.percent(next.probabilityActive, 0);
  if (next.medianDays === null) return t("next.far", { active });
  const days = (value: number | null) => (value === null ? t("next.over") : format.count(value));
  return t("next.reading", {
    active,
    day: format.day(next.expectedOn),
    median: days(next.medianDays),
    low: days(next.lowDays),
    high: days(next.highDays),
  });
}
