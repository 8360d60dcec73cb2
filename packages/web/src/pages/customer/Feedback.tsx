import type { CustomerDetail, FeedbackAnswer, FeedbackPage } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answersOfCustomer } from "../../api/feedback-queries.ts";
import { Notice } from "../../components/Notice.tsx";
import { Panel } from "../../components/Panel.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { useFormat } from "../../i18n/format.ts";
import { AnswerItem } from "../feedback/AnswerItem.tsx";

const isOpen = ({ caseState }: FeedbackAnswer) => caseState === "open" || caseState === "in_work";

/** What the customer said; what was bad stays a case until somebody has settled it. */
export function Feedback({ detail: { customerId, feedback } }: { detail: CustomerDetail }) {
  const { t } = useTranslation();
  const query = useQuery({ ...answersOfCustomer(customerId), enabled: feedback.length > 0 });
  if (feedback.length === 0) return null;
  return (
    <Panel title={t("feedback.title")}>
      <QueryView query={query} height={120}>
        {(page) => <Said page={page} />}
      </QueryView>
    </Panel>
  );
}

function Said({ page: { items, topics, total } }: { page: FeedbackPage }) {
  const { t } = useTranslation();
  const { count } = useFormat();
  const open = items.filter(isOpen).length;
  return (
    <>
      <Notice
        severity={open > 0 ? "warning" : "success"}
        title={t("feedback.open", { count: open })}
      >
        <Text size="sm">{t("feedback.rule", { n: count(total) })}</Text>
      </Notice>
      <ul className="kw-answers">
        {items.map((answer) => (
          <AnswerItem key={answer.answerNo} answer={answer} topics={topics} isOfCustomer />
        ))}
      </ul>
    </>
  );
}
