import type { FigureCatalogue } from "@kundenwert/contract";
import { Group, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { figureValuesQuery } from "../../api/queries.ts";
import { Switch } from "../../components/Switch.tsx";
import type { Dimension, FiguresSearch } from "../../figures/figures-search.ts";
import { useMemberName } from "../../figures/member-name.ts";
import { largest, seriesOf } from "../../figures/series.ts";

const PERIODS = ["week", "month", "quarter", "year", "total"] as const;
const COMPARISONS = ["before", "year"] as const;

/** Period, comparison and cut of the key figures; all of them stand in the address. */
export function FigureFilters({ catalogue }: { catalogue: FigureCatalogue }) {
  const { t } = useTranslation();
  const { period = "month", compare = "before", by = "all" } = useSearch({ from: "/figures" });
  const change = useChange();
  const dimensions = [...new Set(catalogue.items.flatMap((each) => each.dimensions))];
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
      <NativeSelect
        label={t("filter.by")}
        value={by}
        onChange={({ currentTarget }) =>
          change({ by: currentTarget.value as Dimension, member: undefined })
        }
        data={dimensions.map((each) => ({ value: each, label: t(`dimension.${each}`) }))}
      />
      {by !== "all" && <MemberSelect dimension={by} />}
    </Group>
  );
}

/** One member of the dimension for the whole page, or all of them side by side. */
function MemberSelect({ dimension }: { dimension: Dimension }) {
  const { t } = useTranslation();
  const name = useMemberName(dimension);
  const { member = "*" } = useSearch({ from: "/figures" });
  const change = useChange();
  const { data } = useQuery(figureValuesQuery({ period: "year", last: 1, dimension }));
  const members = [...new Set(largest(seriesOf(data?.items ?? []), 10_000).map((s) => s.member))];
  return (
    <NativeSelect
      label={t("filter.member")}
      value={member}
      onChange={({ currentTarget: { value } }) =>
        change({ member: value === "*" ? undefined : value })
      }
      data={[
        { value: "*", label: t("filter.member.all") },
        ...members.map((each) => ({ value: each, label: name(each) })),
      ]}
    />
  );
}

function useChange() {
  const navigate = useNavigate({ from: "/figures" });
  return (changes: FiguresSearch) =>
    void navigate({
      search: (before) => ({ ...before, ...changes }),
      replace: true,
      resetScroll: false,
    });
}
