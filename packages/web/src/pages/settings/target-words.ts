import type { SettingValue, TargetSetting } from "@kundenwert/contract";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { figureCatalogueQuery } from "../../api/queries.ts";
import { useFigureText } from "../../figures/use-catalogue.ts";
import { useFigureFormat } from "../../figures/use-figure-format.ts";
import { useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";

/** A target as people read it: the figure, what it shall reach, and for which of its values. */
type TargetWords = Readonly<Record<"figure" | "bound" | "narrowed", string>>;

/** Tells targets in the words and the format of their figures. */
export function useTargetWords(): (target: TargetSetting) => TargetWords {
  const { t } = useTranslation();
  const { day } = useFormat();
  const { data } = useQuery(figureCatalogueQuery);
  const text = useFigureText();
  const format = useFigureFormat();
  return ({ figure, dimension, member, period, atLeast, atMost, from, until }) => {
    const definition = data?.items.find(({ name }) => name === figure);
    const goal = atLeast ?? atMost ?? null;
    const parts = [
      t(period === undefined ? "targets.everyPeriod" : `period.${period}`),
      ...(dimension === undefined
        ? []
        : [`${textOf(`dimension.${dimension}`) ?? dimension}: ${member}`]),
      ...(from === undefined ? [] : [t("targets.fromDay", { day: day(from) })]),
      ...(until === undefined ? [] : [t("targets.untilDay", { day: day(until) })]),
    ];
    return {
      figure: definition ? text(definition).label : figure,
      bound: `${atLeast === undefined ? "≤" : "≥"} ${definition ? format(definition).full(goal) : goal}`,
      narrowed: parts.join(", "),
    };
  };
}

/** Tells which targets came and which went; the others stayed. */
export function useTargetChange(): (before: SettingValue, after: SettingValue) => string {
  const { t } = useTranslation();
  const words = useTargetWords();
  const listed = (value: SettingValue) =>
    (Array.isArray(value) ? (value as readonly TargetSetting[]) : []).map((target) => {
      const { figure, bound, narrowed } = words(target);
      return `${figure} ${bound} (${narrowed})`;
    });
  return (before, after) => {
    const [old, now] = [listed(before), listed(after)];
    const said = [
      ...now.filter((each) => !old.includes(each)).map((target) => t("targets.came", { target })),
      ...old.filter((each) => !now.includes(each)).map((target) => t("targets.went", { target })),
    ];
    return said.join("; ");
  };
}
