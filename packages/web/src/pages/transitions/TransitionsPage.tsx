import { Group } from "@mantine/core";
import { IconGridDots } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { transitionsQuery } from "../../api/segment-queries.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Page } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ServerFiles } from "../../components/ServerFiles.tsx";
import { Switch } from "../../components/Switch.tsx";
import { WhenValued } from "../../components/WhenValued.tsx";
import { ChangeMatrix } from "./ChangeMatrix.tsx";
import { Marks } from "./Marks.tsx";
import { MoveMatrix } from "./MoveMatrix.tsx";
import { ProbabilityMatrix } from "./ProbabilityMatrix.tsx";
import { Stocks } from "./Stocks.tsx";
import { type TransitionsSearch, VIEWS } from "./transitions-search.ts";

/** How likely each move between segments is, how sure that is, and what it is worth. */
export function TransitionsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("nav.transitions")} intro={t("transitions.intro")}>
      <WhenValued>
        <Filters />
        <Transitions />
      </WhenValued>
    </Page>
  );
}

const LEVELS = ["macro", "micro"] as const;
const AHEAD = ["1", "3"] as const;

function Filters() {
  const { t } = useTranslation();
  const { view = "probability", from = "macro", months = 1 } = useSearch({ from: "/transitions" });
  const navigate = useNavigate({ from: "/transitions" });
  const change = (search: TransitionsSearch) =>
    void navigate({ search, replace: true, resetScroll: false });
  return (
    <Group mb="md" gap="md" className="kw-filters">
      <Switch
        label={t("transitions.view")}
        value={view}
        options={VIEWS.map((value) => ({ value, label: t(`transitions.view.${value}`) }))}
        onChange={(chosen) => change({ view: chosen })}
      />
      {view === "probability" && (
        <Switch
          label={t("transitions.from")}
          value={from}
          options={LEVELS.map((value) => ({ value, label: t(`segments.level.${value}`) }))}
          onChange={(chosen) => change({ view, ...(chosen === "micro" ? { from: chosen } : {}) })}
        />
      )}
      {view === "probability" && from === "micro" && (
        <Switch
          label={t("transitions.months")}
          value={`${months}`}
          options={AHEAD.map((value) => ({ value, label: t(`transitions.months.${value}`) }))}
          onChange={(chosen) =>
            change({ view, from: "micro", ...(chosen === "3" ? { months: 3 } : {}) })
          }
        />
      )}
    </Group>
  );
}

function Transitions() {
  const { t } = useTranslation();
  const { view = "probability", from = "macro", months = 1 } = useSearch({ from: "/transitions" });
  const level = view === "probability" ? from : "macro";
  const ahead = level === "micro" ? months : 1;
  const query = useQuery(transitionsQuery({ level, months: ahead }));
  return (
    <QueryView query={query} height={560}>
      {(transitions) =>
        transitions.cells.length === 0 ? (
          <EmptyState
            Icon={IconGridDots}
            title={t("transitions.none")}
            text={t("transitions.none.text")}
          />
        ) : (
          <>
            {view === "probability" && <ProbabilityMatrix transitions={transitions} />}
            {view === "change" && <ChangeMatrix />}
            {view === "probability" ? (
              <ServerFiles table="transitions" query={{ level, months: ahead }} />
            ) : (
              <ServerFiles table="segment-moves" query={{ level: "macro", grain: "month" }} />
            )}
            {(view === "count" || view === "euros") && <MoveMatrix view={view} />}
            <Stocks transitions={transitions} />
            <Marks />
          </>
        )
      }
    </QueryView>
  );
}
