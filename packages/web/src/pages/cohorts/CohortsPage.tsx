import type { CohortMonth, Cohorts } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { IconTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { cohortsQuery } from "../../api/queries.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Page } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ServerFiles } from "../../components/ServerFiles.tsx";
import { SuppressedNote } from "../../components/SuppressedNote.tsx";
import { WhenValued } from "../../components/WhenValued.tsx";
import { FEW } from "../../figures/change.ts";
import { BreakEven } from "./BreakEven.tsx";
import { CohortFilters } from "./CohortFilters.tsx";
import { Triangle } from "./Triangle.tsx";

/** Whether newer customers become better: who stays, and what they bring against what they cost. */
export function CohortsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("nav.cohorts")} intro={t("cohorts.intro")}>
      <WhenValued>
        <Filtered />
      </WhenValued>
    </Page>
  );
}

function Filtered() {
  const { kind, by = "all", member } = useSearch({ from: "/cohorts" });
  const cut = member === undefined ? {} : { dimension: by, member };
  const query = useQuery(cohortsQuery({ kind: kind ?? "purchases", ...cut }));
  return (
    <>
      <CohortFilters />
      <div className="kw-above">
        <ServerFiles table="cohorts" query={{ kind: kind ?? "purchases", ...cut }} />
      </div>
      <QueryView query={query} height={500}>
        {(cohorts: Cohorts) => (
          <>
            {cohorts.items.length > 0 ? <Shown months={cohorts.items} /> : <None />}
            <SuppressedNote of={cohorts} />
          </>
        )}
      </QueryView>
    </>
  );
}

function Shown({ months }: { months: readonly CohortMonth[] }) {
  const { t } = useTranslation();
  const few = months.some(({ customers }) => customers < FEW);
  return (
    <>
      <Triangle months={months} />
      {few && (
        <Text size="sm" mt={8}>
          {t("cohorts.few", { n: FEW })}
        </Text>
      )}
      <div className="kw-below">
        <BreakEven months={months} />
      </div>
    </>
  );
}

function None() {
  const { t } = useTranslation();
  const { kind } = useSearch({ from: "/cohorts" });
  const what = kind ?? "purchases";
  return (
    <EmptyState
      Icon={IconTriangle}
      title={t(`cohorts.none.${what}`)}
      text={t(`cohorts.none.${what}.text`)}
    >
      <LinkButton to="/import">{t("empty.import")}</LinkButton>
    </EmptyState>
  );
}
