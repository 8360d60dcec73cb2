import type { Backtest } from "@kundenwert/contract";
import { IconHourglassLow } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem-error.ts";
import { backtestQuery } from "../../api/queries.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Page } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ServerFiles } from "../../components/ServerFiles.tsx";
import { Switch } from "../../components/Switch.tsx";
import { WhenValued } from "../../components/WhenValued.tsx";
import { Calibration } from "./Calibration.tsx";
import { Fits } from "./Fits.tsx";
import { Reading } from "./Reading.tsx";
import { ScoreTable } from "./ScoreTable.tsx";

const TARGETS = ["revenue", "purchases"] as const;

/** Which method foresaw best what customers did, and how far to trust it. */
export function BacktestPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("nav.backtest")} intro={t("backtest.intro")}>
      <WhenValued>
        <Report />
      </WhenValued>
    </Page>
  );
}

function Report() {
  const { t } = useTranslation();
  const query = useQuery(backtestQuery);
  if (query.error && asProblem(query.error).code === "NO_BACKTEST_YET") {
    const [title, text] = [t("backtest.none"), t("backtest.none.text")];
    return <EmptyState Icon={IconHourglassLow} title={title} text={text} />;
  }
  return <QueryView query={query}>{(backtest) => <League backtest={backtest} />}</QueryView>;
}

function League({ backtest }: { backtest: Backtest }) {
  const { t } = useTranslation();
  const search = useSearch({ from: "/backtest" });
  const navigate = useNavigate({ from: "/backtest" });
  const targets = TARGETS.filter((each) => backtest.methods.some(({ target }) => target === each));
  const target = targets.find((each) => each === search.target) ?? targets[0] ?? "purchases";
  return (
    <>
      <Reading backtest={backtest} />
      {targets.length > 1 ? (
        <div className="kw-above">
          <Switch
            label={t("backtest.target")}
            value={target}
            options={targets.map((each) => ({ value: each, label: t(`target.${each}`) }))}
            onChange={(value) =>
              void navigate({
                search: (before) => ({ ...before, target: value }),
                replace: true,
                resetScroll: false,
              })
            }
          />
        </div>
      ) : (
        <div className="kw-above" />
      )}
      <ScoreTable backtest={backtest} target={target} />
      <ServerFiles table="backtest-predictions" query={{}} label={t("backtest.predictions")} />
      <Calibration backtest={backtest} target={target} />
      <Fits backtest={backtest} />
    </>
  );
}
