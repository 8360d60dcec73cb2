import type { Job } from "@kundenwert/contract";
import { Button, Group, Progress, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { post } from "../../api/client.ts";
import { asProblem } from "../../api/problem-error.ts";
import { jobQuery } from "../../api/queries.ts";
import { isFinished, useJob } from "../../api/use-job.ts";
import { shareDone } from "../../components/job-progress.ts";
import { Loading } from "../../components/Loading.tsx";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";
import { useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";
import { JobEnd } from "./JobEnd.tsx";

type Props = { id: string; onReset: () => void; onReplace: (() => void) | undefined };

/** A job as it moves, the job that follows it, and how it ended. */
export function JobPanel({ id, onReset, onReplace }: Props) {
  const job = useJob(id);
  const { error } = useQuery(jobQuery(id));
  const followed = job?.state === "done" ? job.result.runJob : undefined;
  const next = useJob(typeof followed === "string" ? followed : undefined);
  if (!job && error) return <Unknown error={error} onReset={onReset} />;
  if (!job) return <Loading height={120} />;
  const current = next ?? job;
  if (!isFinished(current)) return <Running job={current} />;
  return <JobEnd job={job} run={next} onReset={onReset} onReplace={onReplace} />;
}

/** The job of an old link, or of another workspace. */
function Unknown({ error, onReset }: { error: Error; onReset: () => void }) {
  const { t } = useTranslation();
  return (
    <section className="kw-card">
      <ProblemNotice problem={asProblem(error)} />
      <Button variant="default" onClick={onReset}>
        {t("import.another")}
      </Button>
    </section>
  );
}

function Running({ job }: { job: Job }) {
  const { t } = useTranslation();
  const format = useFormat();
  const cancel = useMutation({ mutationFn: () => post<Job>(`/jobs/${job.id}/cancel`) });
  const share = shareDone(job);
  const step = job.progress?.step;
  const { index, total } = job.progress ?? { index: 0, total: 0 };
  return (
    <section className="kw-card" aria-labelledby="job">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="job">
          {t(`job.${job.kind}.running`)}
        </Title>
        <Text fw={600}>{format.percent(share, 0)}</Text>
      </Group>
      <Progress size="lg" value={100 * share} aria-label={t(`job.${job.kind}.running`)} />
      <Group justify="space-between" mt="sm">
        <Text size="sm" c="dimmed" role="status">
          {step
            ? t("job.step", { step: textOf(`step.${step}`) ?? step, index, total })
            : t("job.queued")}
        </Text>
        <Button
          size="xs"
          variant="default"
          loading={cancel.isPending}
          onClick={() => cancel.mutate()}
        >
          {t("job.cancel")}
        </Button>
      </Group>
    </section>
  );
}
