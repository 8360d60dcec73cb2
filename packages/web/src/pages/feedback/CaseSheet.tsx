import type { CaseDetail } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { caseQuery } from "../../api/feedback-queries.ts";
import { asProblem } from "../../api/problem-error.ts";
import { Panel } from "../../components/Panel.tsx";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { useFormat } from "../../i18n/format.ts";
import { AnswerItem } from "./AnswerItem.tsx";
import { CaseForm } from "./CaseForm.tsx";
import { CaseHistory } from "./CaseHistory.tsx";
import { useCaseChange } from "./use-case-change.ts";

/** One case: what was said, what is to be done, what was done, what the customer was worth. */
export function CaseSheet({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useQuery(caseQuery(id));
  return (
    <>
      <TextLink to="/feedback" search={{ view: "cases" }} size="sm">
        {t("case.back")}
      </TextLink>
      <QueryView query={query}>{(detail) => <Sheet detail={detail} />}</QueryView>
    </>
  );
}

function Sheet({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const { case: own, answer } = detail;
  return (
    <div className="kw-columns kw-below">
      <Panel title={t("case.title", { id: own.caseId })}>
        <ul className="kw-answers">
          <AnswerItem answer={answer} topics={detail.topics} />
        </ul>
        {own.settledAt !== null && (
          <Text size="sm">{t("case.settledBy", { day: day(own.settledAt.slice(0, 10)) })}</Text>
        )}
      </Panel>
      <Work detail={detail} />
      <Worth detail={detail} />
      <CaseHistory history={detail.history} />
    </div>
  );
}

function Work({ detail: { case: own, history } }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  const { mutate, isPending, error } = useCaseChange(own.caseId);
  const isUndoable = history.some(({ kind }) => kind === "state" || kind === "undo");
  return (
    <Panel title={t("case.work")}>
      {error && <ProblemNotice problem={asProblem(error)} />}
      <CaseForm
        // A case that was changed elsewhere is shown as it is now, not as it was typed before.
        key={own.revision}
        own={own}
        isPending={isPending}
        onSave={mutate}
        onUndo={isUndoable ? () => mutate("undo") : undefined}
      />
    </Panel>
  );
}

function Worth({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  const { money, signedMoney, day } = useFormat();
  const { case: own, worthWhenSettled: then, course } = detail;
  return (
    <Panel title={t("case.worth")}>
      <Text>
        {own.worth === null && t("case.worth.unknown")}
        {own.worth !== null && then === null && t("case.worth.now", { now: money(own.worth) })}
        {own.worth !== null &&
          then !== null &&
          t("case.worth.then", {
            before: money(then),
            now: money(own.worth),
            difference: signedMoney(own.worth - then),
          })}
      </Text>
      {course.length > 0 && (
        <>
          <Text size="sm" mt="sm">
            {t("case.course")}
          </Text>
          <ul className="kw-course">
            {course.map(({ periodEnd, worth }) => (
              <li key={periodEnd}>
                {day(periodEnd)}: {money(worth)}
              </li>
            ))}
          </ul>
        </>
      )}
      <Text size="xs" c="dimmed" mt="xs">
        {t("case.worth.note")}
      </Text>
    </Panel>
  );
}
