import type { FigureCatalogue, FigureDefinition } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";
import type { Made } from "../../charts/made.ts";
import { latestOf } from "../../figures/change.ts";
import { periodsOf, type Series } from "../../figures/series.ts";
import { useBasisText } from "../../figures/use-catalogue.ts";
import { useFormat } from "../../i18n/format.ts";

/** Period, n, basis and method of charts of key figures. */
export function useFigureMade(
  definition: FigureDefinition,
  catalogue: FigureCatalogue,
  series: readonly Series[],
): Made {
  const { t } = useTranslation();
  const format = useFormat();
  const basis = useBasisText();
  const periods = periodsOf(series);
  const n = series.reduce((sum, { values }) => sum + (latestOf(values)?.n ?? 0), 0);
  const { interval } = definition;
  const runs = periods.some(({ isComplete }) => !isComplete);
  return {
    period: t("made.between", {
      from: format.day(periods[0]?.periodStart),
      to: format.day(periods.at(-1)?.periodEnd),
    }),
    n: t("made.latest", { n: format.count(n) }),
    basis: t("made.basisIs", { basis: basis(definition, catalogue) }),
    method:
      interval === null
        ? t("made.counted")
        : t("made.interval", { share: format.percent(interval, 0) }),
    note: runs ? t("made.runs") : undefined,
  };
}
