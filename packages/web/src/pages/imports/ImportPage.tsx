import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem-error.ts";
import { overviewQuery } from "../../api/queries.ts";
import { Loading } from "../../components/Loading.tsx";
import { Page } from "../../components/Page.tsx";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";
import { FileDrop } from "./FileDrop.tsx";
import { ImportHistory } from "./ImportHistory.tsx";
import { JobPanel } from "./JobPanel.tsx";
import { PreviewPanel } from "./PreviewPanel.tsx";
import { type ImportFlow, useImportFlow } from "./use-import-flow.ts";

/** A file's way in: choose, look, confirm, watch, result; and what came in before. */
export function ImportPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("nav.import")} intro={t("import.intro")}>
      <CurrentStep />
      <ImportHistory />
    </Page>
  );
}

/** The job stands in the address, so that the page can be left and reloaded while it runs. */
function CurrentStep() {
  const { job } = useSearch({ from: "/import" });
  const navigate = useNavigate({ from: "/import" });
  const { data } = useQuery(overviewQuery);
  const watch = (id: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, job: id }), replace: true });
  const flow = useImportFlow(watch);
  const active = data?.activeJob?.id;
  // Once it has ended it is active no more, and how it ended would go with it.
  useEffect(() => {
    if (job === undefined && active !== undefined) watch(active);
  });
  const watched = job ?? active;
  if (watched) {
    const reset = () => {
      flow.reset();
      watch(undefined);
    };
    return <JobPanel key={watched} id={watched} onReset={reset} onReplace={flow.replace} />;
  }
  return <Choosing flow={flow} />;
}

function Choosing({ flow }: { flow: ImportFlow }) {
  const { error, preview, isBusy } = flow;
  return (
    <>
      {error != null && <ProblemNotice problem={asProblem(error)} />}
      {!preview && <FileDrop sent={flow.sent} onChoose={flow.choose} />}
      {isBusy && !preview && flow.sent === 1 && <Loading height={160} />}
      {preview && <PreviewPanel flow={flow} preview={preview} />}
    </>
  );
}
