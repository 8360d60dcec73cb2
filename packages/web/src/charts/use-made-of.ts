import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format.ts";

type Origin = {
  readonly asOf: string;
  readonly horizonMonths: number;
  readonly customers: number;
  readonly method: string;
};

/** Period, number of customers, basis and method, for the foot of a chart of values. */
export function useMadeOf({ asOf, horizonMonths, customers, method }: Origin): string[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    t("made.period", { day: format.day(asOf), count: horizonMonths }),
    t("made.customers", { n: format.count(customers) }),
    t("made.basis"),
    t("made.method", { method: t(`method.${method}` as "method.bg-nbd") }),
  ];
}
