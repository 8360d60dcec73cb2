import type { FigureDefinition, TargetSetting } from "@kundenwert/contract";
import { Button, Group, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFigureText } from "../../figures/use-catalogue.ts";
import { type Draft, EMPTY, toTarget } from "./target-draft.ts";

type Props = {
  figures: readonly FigureDefinition[];
  isPending: boolean;
  onAdd: (target: TargetSetting) => void;
};

/** A figure, what it shall reach, and for which periods; shares are typed in percent. */
export function TargetForm({ figures, isPending, onAdd }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const figure = figures.find(({ name }) => name === draft.figure);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const target = figure && toTarget(draft, figure);
    if (!target) return;
    onAdd(target);
    setDraft(EMPTY);
  };
  const fields = { figure, draft, onChange: setDraft };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm" mt="md">
        <GoalFields {...fields} figures={figures} />
        <PeriodFields {...fields} />
        <Button type="submit" variant="default" loading={isPending}>
          {t("targets.add")}
        </Button>
      </Group>
    </form>
  );
}

type FieldProps = {
  figure: FigureDefinition | undefined;
  draft: Draft;
  onChange: (draft: Draft) => void;
};

function GoalFields({ figure, figures, draft, onChange }: FieldProps & Pick<Props, "figures">) {
  const { t } = useTranslation();
  const text = useFigureText();
  const named = figures.map((each) => ({ value: each.name, label: text(each).label }));
  return (
    <>
      <NativeSelect
        flex="1 1 14rem"
        required
        label={t("targets.figure")}
        value={draft.figure}
        onChange={({ currentTarget }) =>
          onChange({ ...draft, figure: currentTarget.value, period: "" })
        }
        data={[{ value: "", label: t("own.choose") }, ...named]}
      />
      <NativeSelect
        label={t("targets.target")}
        value={draft.bound}
        onChange={({ currentTarget }) =>
          onChange({ ...draft, bound: currentTarget.value as Draft["bound"] })
        }
        data={(["atLeast", "atMost"] as const).map((value) => ({
          value,
          label: t(`targets.${value}`),
        }))}
      />
      <NumberInput
        w="8rem"
        required
        hideControls
        label={t("targets.value")}
        decimalSeparator={t("own.decimal")}
        rightSection={figure?.unit === "share" ? "%" : undefined}
        value={draft.goal}
        onChange={(goal) => onChange({ ...draft, goal })}
      />
    </>
  );
}

function PeriodFields({ figure, draft, onChange }: FieldProps) {
  const { t } = useTranslation();
  const periods = (figure?.periods ?? []).map((value) => ({
    value: value as string,
    label: t(`period.${value}`),
  }));
  return (
    <>
      <NativeSelect
        label={t("filter.period")}
        value={draft.period}
        onChange={({ currentTarget }) => onChange({ ...draft, period: currentTarget.value })}
        data={[{ value: "", label: t("targets.everyPeriod") }, ...periods]}
      />
      <TextInput
        type="date"
        min="1970-01-01"
        max="2199-12-31"
        label={t("targets.from")}
        value={draft.from}
        onChange={({ currentTarget }) => onChange({ ...draft, from: currentTarget.value })}
      />
    </>
  );
}
