import { Group } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Switch } from "../../components/Switch.tsx";
import { CutSelects } from "../../figures/CutSelects.tsx";
import type { CohortsSearch } from "../../figures/figures-search.ts";
import { CUSTOMER_DIMENSIONS } from "../../figures/figures-search.ts";

const KINDS = ["purchases", "contracts"] as const;
const MEASURES = ["retention", "contribution"] as const;

/** Which cohorts, and what of them; all of it stands in the address. */
export function CohortFilters() {
  const { t } = useTranslation();
  const search = useSearch({ from: "/cohorts" });
  const navigate = useNavigate({ from: "/cohorts" });
  const change = (changes: CohortsSearch | { kind: undefined } | { measure: undefined }) =>
    void navigate({
      search: (before) => ({ ...before, ...changes }) as CohortsSearch,
      replace: true,
      resetScroll: false,
    });
  return (
    <Group mb="md" align="flex-end" gap="md" className="kw-filters">
      <Switch
        label={t("cohorts.kind")}
        value={search.kind ?? "purchases"}
        options={KINDS.map((each) => ({ value: each, label: t(`cohorts.kind.${each}`) }))}
        onChange={(kind) => change({ kind: kind === "contracts" ? kind : undefined })}
      />
      <Switch
        label={t("cohorts.measure")}
        value={search.measure ?? "retention"}
        options={MEASURES.map((each) => ({ value: each, label: t(`cohorts.measure.${each}`) }))}
        onChange={(measure) =>
          change({ measure: measure === "contribution" ? measure : undefined })
        }
      />
      <CutSelects
        dimensions={CUSTOMER_DIMENSIONS}
        cut={search}
        onChange={change}
        noMember="filter.member.together"
      />
    </Group>
  );
}
