import type { TopicChange, TopicDetail } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { changeTopic, FEEDBACK, topicQuery, undoTopic } from "../../api/feedback-queries.ts";
import { asProblem } from "../../api/problem-error.ts";
import { Panel } from "../../components/Panel.tsx";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { useFormat } from "../../i18n/format.ts";
import { CaseHistory } from "./CaseHistory.tsx";
import { useTopicName } from "./topic-name.ts";
import { WorkForm } from "./WorkForm.tsx";

/** The states of a topic, in the order that it usually goes through them. */
const TOPIC_STATES = ["open", "planned", "in_work", "done"] as const;

/** One topic: how far its improvement has come, what was done, and what is at risk. */
export function TopicSheet({ topic }: { topic: string }) {
  const { t } = useTranslation();
  const query = useQuery(topicQuery(topic));
  return (
    <>
      <TextLink to="/feedback" search={{}} size="sm">
        {t("topic.back")}
      </TextLink>
      <QueryView query={query}>{(detail) => <Sheet detail={detail} />}</QueryView>
    </>
  );
}

function Sheet({ detail }: { detail: TopicDetail }) {
  const { t } = useTranslation();
  const { money, signedMoney } = useFormat();
  const nameOf = useTopicName();
  const { topic, worth, worthWhenDone, history } = detail;
  const name = nameOf(topic, [detail]);
  return (
    <div className="kw-columns kw-below">
      <Improve detail={detail} name={name} />
      <Panel title={t("topic.worth")}>
        <Text>
          {worth === null && t("topic.worth.unknown")}
          {worth !== null && worthWhenDone === null && t("topic.worth.now", { now: money(worth) })}
          {worth !== null &&
            worthWhenDone !== null &&
            t("topic.worth.then", {
              before: money(worthWhenDone),
              now: money(worth),
              difference: signedMoney(worth - worthWhenDone),
            })}
        </Text>
        <Text size="xs" c="dimmed" mt="xs">
          {t("topic.worth.note")}
        </Text>
        <TextLink to="/feedback" search={{ view: "inbox", topic }} size="sm">
          {t("topic.answers", { topic: name })}
        </TextLink>
      </Panel>
      <CaseHistory history={history} />
    </div>
  );
}

function Improve({ detail, name }: { detail: TopicDetail; name: string }) {
  const { t } = useTranslation();
  const { topic, improvement, history } = detail;
  const { mutate, isPending, error } = useTopicChange(topic);
  const isUndoable = history.some(({ kind }) => kind === "state" || kind === "undo");
  return (
    <Panel title={t("topic.title", { topic: name })}>
      {error && <ProblemNotice problem={asProblem(error)} />}
      <WorkForm
        // A topic that was changed elsewhere is shown as it is now, not as it was typed before.
        key={improvement.revision}
        work={improvement}
        states={TOPIC_STATES.map((value) => ({ value, label: t(`case.state.${value}`) }))}
        dueHint={t("topic.due.hint")}
        isPending={isPending}
        onSave={mutate}
        onUndo={isUndoable ? () => mutate("undo") : undefined}
      />
    </Panel>
  );
}

/** Changes of a topic; `undo` takes the last change of its state back. */
function useTopicChange(topic: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: TopicChange | "undo") =>
      change === "undo" ? undoTopic(topic) : changeTopic(topic, change),
    onSuccess: (detail: TopicDetail) => client.setQueryData(topicQuery(topic).queryKey, detail),
    // Refused for what others did meanwhile: shown as it stands now.
    onSettled: () => client.invalidateQueries({ queryKey: FEEDBACK }),
  });
}
