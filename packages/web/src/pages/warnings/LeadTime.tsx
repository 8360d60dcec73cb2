import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/format.ts";
import type { KindReport } from "./Budget.tsx";

type Lead = NonNullable<NonNullable<KindReport["quality"]>["leadTime"]>;

/** How long before customers became inactive they were warned of, against the simple rule. */
export function LeadTime({ lead: { customers, falseAlarms, rules } }: { lead: Lead }) {
  const { t } = useTranslation();
  const { count, percent, number } = useFormat();
  const { probability, recency } = rules;
  if (!probability?.more || !recency) return null;
  const { more } = probability;
  return (
    <Text mt="sm">
      {t("quality.lead", {
        n: count(customers),
        warned: percent(probability.warned, 0),
        months: number(probability.months, 1),
        falseAlarms: percent(falseAlarms, 0),
        ruleMonths: number(recency.months, 1),
        more: number(more.estimate, 1),
        low: number(more.lower, 1),
        high: number(more.upper, 1),
      })}
    </Text>
  );
}
