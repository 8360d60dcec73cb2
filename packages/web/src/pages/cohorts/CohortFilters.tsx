import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Switch } from "../../components/Switch.tsx";
import { CutFilters, useChangeSearch } from "../../figures/CutFilters.tsx";

const KINDS = ["purchases", "contracts"] as const;
const MEASURES = ["retention", "contribution"] as const;

/** Which cohorts, and what of them; all of it stands in the address. */
export function CohortFilters() {
  const { t } = useTranslation();
  const search = useSearch({ from: "/cohorts" });
  const change = useChangeSearch();
  return (
    <CutFilters>
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
    </CutFilters>
  );
}
