import type { FigureCatalogue } from "@kundenwert/contract";
import { Group } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Switch } from "../../components/Switch.tsx";
import { CutSelects, dimensionsOf } from "../../figures/CutSelects.tsx";
import type { FiguresSearch } from "../../figures/figures-search.ts";

const PERIODS = ["week", "month", "quarter", "year", "total"] as const;
const COMPARISONS = ["before", "year"] as const;

/** Period, comparison and cut of the key figures; all of them stand in the address. */
export function FigureFilters({ catalogue }: { catalogue: FigureCatalogue }) {
  const { t } = useTranslation();
  const search = useSearch({ from: "/figures" });
  const { period = "month", compare = "before" } = search;
  const navigate = useNavigate({ from: "/figures" });
  const change = (changes: FiguresSearch) =>
    void navigate({
      search: (before) => ({ ...before, ...changes }),
      replace: true,
      resetScroll: false,
    });
  return (
    <Group mb="md" align="flex-end" gap="md" className="kw-filters">
      <Switch
        label={t("filter.period")}
        value={period}
        options={PERIODS.map((each) => ({ value: each, label: t(`period.${each}`) }))}
        onChange={(value) => change({ period: value })}
      />
      <Switch
        label={t("filter.compare")}
        value={compare}
        options={COMPARISONS.map((each) => ({ value: each, label: t(`compare.${each}`) }))}
        onChange={(value) => change({ compare: value })}
      />
      <CutSelects
        dimensions={dimensionsOf(catalogue)}
        cut={search}
        onChange={change}
        noMember="filter.member.all"
      />
    </Group>
  );
}
