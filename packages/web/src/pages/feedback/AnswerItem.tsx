import type { FeedbackAnswer, TopicName } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { TextLink } from "../../components/TextLink.tsx";
import { useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";
import { segmentName } from "../../segments/segment-name.ts";
import { useTopicName } from "./topic-name.ts";

/** Signs of moods, so that no colour is needed to tell. */
const SIGNS = { positive: "▲", neutral: "●", negative: "▼", unknown: "?" } as const;

type Props = {
  answer: FeedbackAnswer;
  topics: readonly TopicName[];
  /** On the customer's own page nobody needs to be told who it is. */
  isOfCustomer?: boolean;
};

/** One answer: how it was meant, what it says and is about, who said it, and its case. */
export function AnswerItem({ answer, topics, isOfCustomer = false }: Props) {
  const { t } = useTranslation();
  const { day, number } = useFormat();
  const { givenAt, kind, score, sentiment, sentimentFrom, comment, caseId, caseState } = answer;
  const kindName = textOf(`inbox.kind.${kind}`) ?? t("inbox.kind.text");
  const points = score === null ? "" : ` ${number(score, Number.isInteger(score) ? 0 : 1)}`;
  const mood = `${t(`inbox.mood.${sentiment}`)} (${textOf(`inbox.from.${sentimentFrom}`) ?? ""})`;
  return (
    <li className="kw-answer">
      <Text size="sm" c="dimmed">
        {`${day(givenAt.slice(0, 10))} · ${kindName}${points} · ${SIGNS[sentiment]} ${mood}`}
      </Text>
      {comment && <Text className="kw-said">{comment}</Text>}
      <About answer={answer} topics={topics} />
      <Text size="sm" component="div">
        {!isOfCustomer && <Who answer={answer} />}
        {caseId !== null && caseState !== null && (
          <>
            {isOfCustomer ? "" : " · "}
            {t("inbox.case")}{" "}
            <TextLink
              to="/feedback"
              search={{ view: "cases", case: caseId }}
              fz="inherit"
              underline="always"
            >
              {t(`case.state.${caseState}`)}
            </TextLink>
          </>
        )}
      </Text>
    </li>
  );
}

function Who({ answer: { customerId, macro, valueClass, worth } }: { answer: FeedbackAnswer }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const standing = [macro ? segmentName(macro) : null, valueClass].filter(Boolean).join(", ");
  return (
    <>
      {customerId === null ? (
        t("inbox.stranger")
      ) : (
        <TextLink
          to="/customers/$customerId"
          params={{ customerId }}
          fz="inherit"
          underline="always"
        >
          {customerId}
        </TextLink>
      )}
      {standing && ` · ${standing}`}
      {worth !== null && ` · ${t("inbox.worth", { worth: money(worth) })}`}
    </>
  );
}

/** The topics of a text with the words that told, and the words of mood where they count. */
function About({ answer, topics }: Props) {
  const { t } = useTranslation();
  const nameOf = useTopicName();
  const found = answer.topics.map(
    ({ topic, words }) => `${nameOf(topic, topics)} (${words.join(", ")})`,
  );
  const moods = answer.sentimentFrom === "words" ? answer.moods : [];
  if (found.length === 0 && moods.length === 0) return null;
  return (
    <Text size="xs" c="dimmed">
      {found.length > 0 && t("inbox.about", { topics: found.join("; ") })}
      {moods.length > 0 && ` ${t("inbox.moods", { words: moods.join(", ") })}`}
    </Text>
  );
}
