import type { CaseState, FeedbackCase } from "@kundenwert/contract";
import { NativeSelect, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem-error.ts";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";
import { STATES } from "./case-states.ts";
import { useCaseChange } from "./use-case-change.ts";

/** A case on the board: whose, how bad, until when; its state can be changed on the spot. */
export function CaseCard({ item }: { item: FeedbackCase }) {
  const { t } = useTranslation();
  const { day, number, money } = useFormat();
  const { mutate, isPending, error } = useCaseChange(item.caseId);
  const { caseId, customerId, kind, score, caseState, dueOn, isOverdue, owner, worth } = item;
  const who = customerId ?? t("inbox.stranger");
  const said = `${textOf(`inbox.kind.${kind}`) ?? kind} ${number(score, Number.isInteger(score) ? 0 : 1)}`;
  const isDue = caseState === "open" || caseState === "in_work";
  return (
    <li className="kw-case">
      <TextLink
        to="/feedback"
        search={{ view: "cases", case: caseId }}
        fw={600}
        size="sm"
        className="kw-break"
      >
        {`${who} · ${said}`}
      </TextLink>
      <Text size="xs" c="dimmed">
        {t("case.givenOn", { day: day(item.givenOn) })}
        {worth !== null && ` · ${t("inbox.worth", { worth: money(worth) })}`}
      </Text>
      {isDue && (
        <Text size="xs" fw={isOverdue ? 600 : 400} c={isOverdue ? "var(--kw-bad)" : "dimmed"}>
          {t(isOverdue ? "case.overdue" : "case.due", { day: day(dueOn) })}
        </Text>
      )}
      {owner && <Text size="xs">{t("case.owner", { owner })}</Text>}
      <NativeSelect
        size="xs"
        mt={6}
        aria-label={t("case.state.of", { customer: who })}
        disabled={isPending}
        value={caseState}
        onChange={({ currentTarget }) =>
          mutate({ state: currentTarget.value as CaseState, revision: item.revision })
        }
        data={STATES.map((state) => ({ value: state, label: t(`case.state.${state}`) }))}
      />
      {error && <ProblemNotice problem={asProblem(error)} />}
    </li>
  );
}
