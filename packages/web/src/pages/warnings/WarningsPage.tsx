import type { WarningReport } from "@kundenwert/contract";
import { IconBellRinging } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { warningsQuery } from "../../api/segment-queries.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Page } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { Switch } from "../../components/Switch.tsx";
import { WhenValued } from "../../components/WhenValued.tsx";
import { AlertList } from "./AlertList.tsx";
import { Budget } from "./Budget.tsx";
import { ControlCharts } from "./ControlCharts.tsx";
import { Quality } from "./Quality.tsx";
import { Triggers } from "./Triggers.tsx";

const KINDS = ["undesired", "desired"] as const;

/** Who is about to move, wanted or not: what is at stake, why, and how far the list can be trusted. */
export function WarningsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("nav.warnings")} intro={t("warnings.intro")} actions={<KindSwitch />}>
      <WhenValued>
        <Warnings />
      </WhenValued>
    </Page>
  );
}

function KindSwitch() {
  const { t } = useTranslation();
  const { kind = "undesired" } = useSearch({ from: "/warnings" });
  const navigate = useNavigate({ from: "/warnings" });
  return (
    <div className="kw-filters">
      <Switch
        label={t("warnings.kind")}
        value={kind}
        options={KINDS.map((value) => ({ value, label: t(`warnings.kind.${value}`) }))}
        onChange={(chosen) =>
          void navigate({
            search: ({ kind: _, ...rest }) =>
              chosen === "desired" ? { ...rest, kind: chosen } : rest,
            replace: true,
            resetScroll: false,
          })
        }
      />
    </div>
  );
}

function Warnings() {
  const query = useQuery(warningsQuery);
  return <QueryView query={query}>{(report) => <Shown report={report} />}</QueryView>;
}

function Shown({ report }: { report: WarningReport }) {
  const { t } = useTranslation();
  const { kind = "undesired" } = useSearch({ from: "/warnings" });
  const own = report.kinds.find((each) => each.kind === kind);
  if (!own || report.periodEnd === null) {
    return (
      <EmptyState Icon={IconBellRinging} title={t("warnings.none")} text={t("warnings.none.text")}>
        <LinkButton to="/import">{t("empty.import")}</LinkButton>
      </EmptyState>
    );
  }
  return (
    <>
      <Budget report={report} own={own} />
      <AlertList kind={kind} months={report.months} />
      <div className="kw-below">
        <Quality own={own} budget={report.budget} months={report.months} />
      </div>
      <ControlCharts />
      <Triggers report={report} kind={kind} />
    </>
  );
}
