import type { CaseChange, CaseState, FeedbackCase } from "@kundenwert/contract";
import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { STATES } from "./case-states.ts";

type Props = {
  own: FeedbackCase;
  isPending: boolean;
  onSave: (change: CaseChange) => void;
  /** Absent where no state was changed yet. */
  onUndo: (() => void) | undefined;
};

/** What is to be done about a case: state, who, until when, what came of it, and a private note. */
export function CaseForm({ own, isPending, onSave, onUndo }: Props) {
  const { t } = useTranslation();
  const [state, setState] = useState<CaseState>(own.caseState);
  const [owner, setOwner] = useState(own.owner ?? "");
  const [dueOn, setDueOn] = useState(own.dueOn);
  const [outcome, setOutcome] = useState(own.outcome ?? "");
  const [note, setNote] = useState("");
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    onSave({
      state,
      owner: owner.trim() || null,
      outcome: outcome.trim() || null,
      // The usual day stays the usual one, also when the settings change.
      ...(dueOn === own.dueOn ? {} : { dueOn: dueOn || null }),
      ...(note.trim() ? { note: note.trim() } : {}),
      revision: own.revision,
    });
  };
  return (
    <Stack component="form" gap="sm" onSubmit={submit}>
      <NativeSelect
        label={t("case.state")}
        value={state}
        onChange={({ currentTarget }) => setState(currentTarget.value as CaseState)}
        data={STATES.map((value) => ({ value, label: t(`case.state.${value}`) }))}
      />
      <Line label={t("case.field.owner")} value={owner} longest={120} onChange={setOwner} />
      <DueDay value={dueOn} onChange={setDueOn} />
      <Line label={t("case.field.outcome")} value={outcome} longest={400} onChange={setOutcome} />
      <Textarea
        label={t("case.field.note")}
        description={t("case.field.note.hint")}
        maxLength={4000}
        rows={3}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Group gap="sm">
        <Button type="submit" loading={isPending}>
          {t("case.save")}
        </Button>
        {onUndo && (
          <Button variant="default" disabled={isPending} onClick={onUndo}>
            {t("case.undo")}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

type FieldProps = { value: string; onChange: (value: string) => void };

function Line({
  label,
  longest,
  value,
  onChange,
}: FieldProps & { label: string; longest: number }) {
  return (
    <TextInput
      label={label}
      maxLength={longest}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function DueDay({ value, onChange }: FieldProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      type="date"
      label={t("case.field.due")}
      description={t("case.field.due.hint")}
      min="1970-01-01"
      max="2199-12-31"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
