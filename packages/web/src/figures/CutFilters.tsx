import { Group } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Switch } from "../components/Switch.tsx";
import { CutSelects } from "./CutSelects.tsx";
import { CUSTOMER_DIMENSIONS, type Cut } from "./figures-search.ts";

type Address = Readonly<Record<string, string | undefined>>;

/** Changes what the address of this page says, and stays where the reader is. */
export function useChangeSearch(): (changes: Address | Cut) => void {
  const navigate = useNavigate();
  return (changes) =>
    void navigate({
      to: ".",
      search: (before) => ({ ...before, ...changes }),
      replace: true,
      resetScroll: false,
    });
}

/** Switches of a page, and then what its customers are cut by; all of it stands in the address. */
export function CutFilters({ children }: { children?: ReactNode }) {
  const { by, member } = useSearch({ strict: false });
  return (
    <Group mb="md" align="flex-end" gap="md" className="kw-filters">
      {children}
      <CutSelects
        dimensions={CUSTOMER_DIMENSIONS}
        cut={{ by, member }}
        onChange={useChangeSearch()}
        noMember="filter.member.together"
      />
    </Group>
  );
}

const PERIODS = ["month", "quarter", "year", "total"] as const;
type Period = (typeof PERIODS)[number];
type PeriodProps = {
  usual: Period;
  /** Whether the whole history can be chosen too. */
  orTotal?: boolean;
};

/** The period that figures are of; the usual one is not named in the address. */
export function PeriodSwitch({ usual, orTotal = false }: PeriodProps) {
  const { t } = useTranslation();
  const { period } = useSearch({ strict: false });
  const change = useChangeSearch();
  const offered = PERIODS.filter((each) => orTotal || each !== "total");
  return (
    <Switch
      label={t("filter.period")}
      value={offered.find((each) => each === period) ?? usual}
      options={offered.map((each) => ({ value: each, label: t(`period.${each}`) }))}
      onChange={(chosen) => change({ period: chosen === usual ? undefined : chosen })}
    />
  );
}
