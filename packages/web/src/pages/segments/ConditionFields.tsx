import { Group, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Rule } from "../../segments/rule-text.ts";
import { useFeatures } from "./use-features.ts";

/** What is asked of one feature, as it was typed. */
export type Condition = {
  readonly feature: string;
  readonly min: number | "";
  readonly max: number | "";
  readonly is: string;
};

export const EMPTY: Condition = { feature: "", min: "", max: "", is: "" };

/** The rule that conditions make; undefined as long as one of them says nothing. */
export function toRule(conditions: readonly Condition[]): Rule | undefined {
  const asked = conditions.filter((condition) => condition.feature !== "");
  const isComplete = asked.every(({ min, max, is }) => min !== "" || max !== "" || is !== "");
  if (asked.length === 0 || !isComplete) return undefined;
  return Object.fromEntries(
    asked.map(({ feature, min, max, is }) => [
      feature,
      {
        ...(min === "" ? {} : { min }),
        ...(max === "" ? {} : { max }),
        ...(is === "" ? {} : { is }),
      },
    ]),
  );
}

type Props = {
  condition: Condition;
  /** Features that other conditions ask for already. */
  taken: readonly string[];
  onChange: (condition: Condition) => void;
};

/** A feature and its bounds: a word for what is one of several, numbers for all else. */
export function ConditionFields({ condition, taken, onChange }: Props) {
  const { t } = useTranslation();
  const { features, meaning } = useFeatures();
  const isWord = features.find(({ name }) => name === condition.feature)?.type === "category";
  const number = (typed: number | string) => (typeof typed === "number" ? typed : "");
  return (
    <Group gap="sm" align="flex-end" mt="sm" className="kw-filters">
      <NativeSelect
        flex="1 1 16rem"
        label={t("own.feature")}
        value={condition.feature}
        data={[
          { value: "", label: t("own.choose") },
          ...features
            .filter(({ name }) => name === condition.feature || !taken.includes(name))
            .map(({ name }) => ({ value: name, label: meaning(name) })),
        ]}
        onChange={({ currentTarget }) => onChange({ ...EMPTY, feature: currentTarget.value })}
      />
      {isWord ? (
        <TextInput
          label={t("own.is")}
          maxLength={200}
          value={condition.is}
          onChange={({ currentTarget }) => onChange({ ...condition, is: currentTarget.value })}
        />
      ) : (
        <>
          <NumberInput
            w="8rem"
            label={t("own.min")}
            decimalSeparator={t("own.decimal")}
            value={condition.min}
            onChange={(min) => onChange({ ...condition, min: number(min) })}
          />
          <NumberInput
            w="8rem"
            label={t("own.max")}
            decimalSeparator={t("own.decimal")}
            value={condition.max}
            onChange={(max) => onChange({ ...condition, max: number(max) })}
          />
        </>
      )}
    </Group>
  );
}
