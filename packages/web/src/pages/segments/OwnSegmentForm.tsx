import { Button, Group, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem-error.ts";
import { useDecide, useTrial } from "../../api/segment-decisions.ts";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";
import { useFormat } from "../../i18n/format.ts";
import { type Condition, ConditionFields, EMPTY, toRule } from "./ConditionFields.tsx";

/** A name and conditions, all of which must hold; tried on today's customers before it is kept. */
export function OwnSegmentForm() {
  const { t } = useTranslation();
  const { count } = useFormat();
  const [segment, setSegment] = useState("");
  const [conditions, setConditions] = useState<readonly Condition[]>([EMPTY]);
  const trial = useTrial();
  const decide = useDecide();
  const value = toRule(conditions);
  const isComplete = segment !== "" && value !== undefined;
  const change = (at: number, condition: Condition) => {
    trial.reset();
    setConditions(conditions.with(at, condition));
  };
  const clear = () => {
    setSegment("");
    setConditions([EMPTY]);
    trial.reset();
  };
  const problem = trial.error ?? decide.error;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (value) decide.mutate({ kind: "own", segment, value }, { onSuccess: clear });
      }}
    >
      <TextInput
        mt="md"
        label={t("own.segment")}
        description={t("own.segment.form")}
        pattern="[a-z][a-z0-9_]{0,59}"
        maxLength={60}
        value={segment}
        onChange={({ currentTarget }) => setSegment(currentTarget.value)}
      />
      {conditions.map((condition, at) => (
        <ConditionFields
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name but their place
          key={at}
          condition={condition}
          taken={conditions.map(({ feature }) => feature)}
          onChange={(next) => change(at, next)}
        />
      ))}
      <Group gap="sm" mt="sm">
        <Button variant="default" onClick={() => setConditions([...conditions, EMPTY])}>
          {t("own.another")}
        </Button>
        <Button
          variant="default"
          loading={trial.isPending}
          disabled={!isComplete}
          onClick={() => value && trial.mutate({ kind: "own", segment, value })}
        >
          {t("own.try")}
        </Button>
        <Button type="submit" variant="default" loading={decide.isPending} disabled={!isComplete}>
          {t("settings.save")}
        </Button>
      </Group>
      <Text size="sm" mt={6} role="status">
        {trial.data?.fitting == null
          ? ""
          : t("own.fitting", { count: trial.data.fitting, n: count(trial.data.fitting) })}
      </Text>
      {problem && <ProblemNotice problem={asProblem(problem)} />}
    </form>
  );
}
