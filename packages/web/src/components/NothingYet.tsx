import { IconCalculator, IconFileImport } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { overviewQuery } from "../api/queries.ts";
import { StartRun } from "../app/StartRun.tsx";
import { useFormat } from "../i18n/format.ts";
import { EmptyState } from "./EmptyState.tsx";
import { LinkButton } from "./LinkButton.tsx";

/** In the place of figures that no run has made yet: the next step there. */
export function NothingYet() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(overviewQuery);
  if (data?.activeJob) {
    return (
      <EmptyState Icon={IconCalculator} title={t("empty.working")} text={t("empty.working.text")}>
        <LinkButton to="/import">{t("job.watch")}</LinkButton>
      </EmptyState>
    );
  }
  if (data?.state === "figures") {
    return (
      <EmptyState Icon={IconFileImport} title={t("empty.figures")} text={t("empty.figures.text")}>
        <LinkButton to="/import">{t("empty.figures.import")}</LinkButton>
        <LinkButton to="/figures" variant="default">
          {t("nav.figures")}
        </LinkButton>
        <LinkButton to="/feedback" variant="default">
          {t("nav.feedback")}
        </LinkButton>
      </EmptyState>
    );
  }
  if (data?.state === "imported") {
    const lines = data.orderLines;
    const text =
      lines > 0
        ? t("empty.imported.text", { lines: format.count(lines) })
        : t("empty.imported.noLines");
    return (
      <EmptyState Icon={IconCalculator} title={t("empty.imported")} text={text}>
        <StartRun label={t("empty.run")} />
      </EmptyState>
    );
  }
  return (
    <EmptyState Icon={IconFileImport} title={t("empty.nothing")} text={t("empty.nothing.text")}>
      <LinkButton to="/import">{t("empty.import")}</LinkButton>
    </EmptyState>
  );
}
