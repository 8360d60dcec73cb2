import type { Job } from "@kundenwert/contract";
import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Notice } from "../../components/Notice.tsx";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";
import { ImportCounts } from "./ImportCounts.tsx";

type Props = {
  job: Job;
  /** The run that followed an import. */
  run: Job | undefined;
  onReset: () => void;
  onReplace: (() => void) | undefined;
};

/** How a job ended, and where to go from here. */
export function JobEnd({ job, run, onReset, onReplace }: Props) {
  const { t } = useTranslation();
  const last = run ?? job;
  const isImported = job.kind === "import" && job.state === "done";
  const isReplaceable = job.error?.code === "ALREADY_IMPORTED_DIFFERENTLY" && onReplace;
  return (
    <section className="kw-card" aria-live="polite">
      {last.error && (
        <ProblemNotice problem={{ code: last.error.code, details: last.error.details ?? {} }} />
      )}
      {last.state === "cancelled" && <Notice severity="info" title={t("job.cancelled")} />}
      {last.state === "done" && <Notice severity="success" title={t(`job.${last.kind}.done`)} />}
      {isImported && <ImportCounts result={job.result} />}
      <Group mt="md">
        {last.kind === "run" && last.state === "done" && (
          <LinkButton to="/">{t("job.toStart")}</LinkButton>
        )}
        {isReplaceable && <Button onClick={onReplace}>{t("import.replace")}</Button>}
        <Button variant="default" onClick={onReset}>
          {t("import.another")}
        </Button>
      </Group>
    </section>
  );
}
