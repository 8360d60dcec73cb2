import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format.ts";
import { methodName } from "../i18n/method.ts";
import type { Made } from "./made.ts";

type Origin = {
  readonly asOf: string;
  readonly horizonMonths: number;
  readonly customers: number;
  readonly method: string;
};

/** Period, number of customers, basis and method, for the foot of a chart of values. */
export function useMadeOf({ asOf, horizonMonths, customers, method }: Origin): Made {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    period: t("made.period", { day: format.day(asOf), count: horizonMonths }),
    n: t("made.customers", { n: format.count(customers) }),
    basis: t("made.basis"),
    method: t("made.method", { method: methodName(method) }),
  };
}
