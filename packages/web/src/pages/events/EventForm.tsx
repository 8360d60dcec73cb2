import type { Annotation, AnnotationRequest } from "@kundenwert/contract";
import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

const KINDS = ["price", "campaign", "outage", "other"] as const;
type Kind = (typeof KINDS)[number];

type Props = {
  /** What is changed; something new if absent. */
  event?: Annotation;
  isPending: boolean;
  onSave: (event: AnnotationRequest) => void;
  onCancel?: () => void;
};

/** The day, the kind and the text of an event. */
export function EventForm({ event, isPending, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const [day, setDay] = useState(event?.day ?? "");
  const [kind, setKind] = useState<Kind>(event?.kind ?? "price");
  const [text, setText] = useState(event?.text ?? "");
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    onSave({ day, kind, text: text.trim() });
    if (!event) setText("");
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <TextInput
          type="date"
          required
          min="1970-01-01"
          max="2199-12-31"
          label={t("events.day")}
          value={day}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
        <NativeSelect
          label={t("events.kind")}
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value as Kind)}
          data={KINDS.map((value) => ({ value, label: t(`events.kind.${value}`) }))}
        />
        <TextInput
          required
          pattern=".*\S.*"
          maxLength={200}
          className="kw-grow"
          label={t("events.text")}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button type="submit" loading={isPending}>
          {t(event ? "events.save" : "events.add")}
        </Button>
        {onCancel && (
          <Button variant="subtle" onClick={onCancel}>
            {t("events.cancel")}
          </Button>
        )}
      </Group>
    </form>
  );
}
