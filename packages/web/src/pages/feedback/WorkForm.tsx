import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

/** What people decided about a case or a topic. */
type Work<State extends string> = {
  readonly state: State;
  readonly owner: string | null;
  readonly dueOn: string | null;
  readonly outcome: string | null;
  readonly revision: number;
};

/** What shall be otherwise; null takes an owner, a day or an outcome away. */
type WorkChange<State extends string> = {
  state: State;
  owner: string | null;
  outcome: string | null;
  dueOn?: string | null;
  note?: string;
  revision: number;
};

type Props<State extends string> = {
  work: Work<State>;
  states: readonly { readonly value: State; readonly label: string }[];
  /** What an empty day means. */
  dueHint: string;
  isPending: boolean;
  onSave: (change: WorkChange<State>) => void;
  /** Absent where no state was changed yet. */
  onUndo: (() => void) | undefined;
};

/** What is to be done: state, who, until when, what came of it, and a private note. */
export function WorkForm<State extends string>(props: Props<State>) {
  const { work, states, dueHint, isPending, onSave, onUndo } = props;
  const { t } = useTranslation();
  const [state, setState] = useState<State>(work.state);
  const [owner, setOwner] = useState(work.owner ?? "");
  const [dueOn, setDueOn] = useState(work.dueOn ?? "");
  const [outcome, setOutcome] = useState(work.outcome ?? "");
  const [note, setNote] = useState("");
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    onSave({
      state,
      owner: owner.trim() || null,
      outcome: outcome.trim() || null,
      // The usual day stays the usual one, also when the settings change.
      ...(dueOn === (work.dueOn ?? "") ? {} : { dueOn: dueOn || null }),
      ...(note.trim() ? { note: note.trim() } : {}),
      revision: work.revision,
    });
  };
  return (
    <Stack component="form" gap="sm" onSubmit={submit}>
      <NativeSelect
        label={t("case.state")}
        value={state}
        onChange={({ currentTarget }) => setState(currentTarget.value as State)}
        data={[...states]}
      />
      <Line label={t("case.field.owner")} value={owner} longest={120} onChange={setOwner} />
      <DueDay value={dueOn} hint={dueHint} onChange={setDueOn} />
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

function DueDay({ value, hint, onChange }: FieldProps & { hint: string }) {
  const { t } = useTranslation();
  return (
    <TextInput
      type="date"
      label={t("case.field.due")}
      description={hint}
      min="1970-01-01"
      max="2199-12-31"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
