import type { Job } from "@kundenwert/contract";
import { Loader, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { overviewQuery } from "../api/queries.ts";
import { useJob } from "../api/use-job.ts";
import { shareDone } from "../components/job-progress.ts";
import { useFormat } from "../i18n/format.ts";

/** The work under way, on every page, with the way to where it can be watched and stopped. */
export function ActiveJob() {
  const { data } = useQuery(overviewQuery);
  return data?.activeJob ? <Running active={data.activeJob} /> : null;
}

function Running({ active }: { active: Job }) {
  const { t } = useTranslation();
  const format = useFormat();
  const job = useJob(active.id) ?? active;
  const share = format.percent(shareDone(job), 0);
  return (
    <Link to="/import" className="kw-active-job" aria-label={t("job.watch")}>
      <Loader size={14} aria-hidden />
      <Text size="sm" span className="kw-nowrap">
        <Text span inherit visibleFrom="sm">{`${t(`job.${job.kind}.running`)} `}</Text>
        {share}
      </Text>
    </Link>
  );
}
