import type { Backtest, Doctor } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { backtestQuery, doctorQuery, overviewQuery } from "../../api/queries.ts";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Panel } from "../../components/Panel.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useReason } from "../backtest/use-reason.ts";

/** How far the figures can be believed: the proof of the method, and the state of the data. */
export function TrustPanel() {
  const { t } = useTranslation();
  // Without a backtest the overview says unverified: there is nothing to ask for then.
  const verified = useQuery(overviewQuery).data?.verified === true;
  const backtest = useQuery({ ...backtestQuery, enabled: verified });
  const doctor = useQuery(doctorQuery);
  return (
    <div className="kw-grid kw-below">
      <Panel
        title={t("start.method")}
        actions={
          <LinkButton to="/backtest" variant="default" size="xs">
            {t("nav.backtest")}
          </LinkButton>
        }
      >
        {backtest.data ? <Proof backtest={backtest.data} /> : <Text>{t("start.noBacktest")}</Text>}
      </Panel>
      <Panel
        title={t("start.data")}
        actions={
          <LinkButton to="/doctor" variant="default" size="xs">
            {t("nav.doctor")}
          </LinkButton>
        }
      >
        {doctor.data && <Findings doctor={doctor.data} />}
      </Panel>
    </div>
  );
}

function Proof({ backtest }: { backtest: Backtest }) {
  return <Text>{useReason(backtest)}</Text>;
}

function Findings({ doctor: { findings, rows, firstDay, lastDay } }: { doctor: Doctor }) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = (severity: string) => findings.filter((each) => each.severity === severity).length;
  const [problems, warnings] = [count("problem"), count("warning")];
  const span = { rows: format.count(rows), from: format.day(firstDay), to: format.day(lastDay) };
  return (
    <Text>
      {`${t("start.data.span", span)} ${t("start.data.problems", { count: problems })} `}
      {t("start.data.warnings", { count: warnings })}
    </Text>
  );
}
