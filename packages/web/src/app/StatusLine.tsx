import type { Overview } from "@kundenwert/contract";
import { Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem-error.ts";
import { overviewQuery } from "../api/queries.ts";
import { Notice } from "../components/Notice.tsx";
import { useFormat } from "../i18n/format.ts";
import { methodName } from "../i18n/method.ts";
import { StartRun } from "./StartRun.tsx";
import { VerifiedBadge } from "./VerifiedBadge.tsx";

/** As of when the figures are, how old they are, and what stands in their way. */
export function StatusLine() {
  const { t } = useTranslation();
  const { data, error } = useQuery(overviewQuery);
  if (error && asProblem(error).code === "OFFLINE") {
    return (
      <Notice severity="warning" title={t("error.OFFLINE.title")} role="alert">
        {t("error.OFFLINE.todo")}
      </Notice>
    );
  }
  if (data?.state !== "valued" && data?.state !== "figures") return null;
  return (
    <>
      <Freshness overview={data} />
      {isStale(data) && (
        <Notice severity="info" title={t("status.stale")}>
          <StartRun label={t("status.recompute")} />
        </Notice>
      )}
    </>
  );
}

function isStale({ importedAt, computedAt, activeJob }: Overview): boolean {
  return !activeJob && importedAt !== null && computedAt !== null && importedAt > computedAt;
}

function Freshness({ overview }: { overview: Overview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { asOf, computedAt, method, verified, name } = overview;
  return (
    <Group gap="xs" mb="md">
      <Text size="sm" c="dimmed">
        <Text span inherit hiddenFrom="sm">{`${name} · `}</Text>
        {t("status.asOf", { day: format.day(asOf), moment: format.moment(computedAt) })}
        {method && ` · ${t("status.method", { method: methodName(method) })}`}
      </Text>
      {verified !== null && <VerifiedBadge verified={verified} />}
    </Group>
  );
}
