import type { SavedView } from "@kundenwert/contract";
import { Button, Group, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "../../components/Panel.tsx";
import { pageName } from "./page-name.ts";

type Props = {
  path: string;
  isPending: boolean;
  onSave: (view: Pick<SavedView, "name" | "path">) => void;
};

/** Gives the page that the reader came from a name. */
export function SaveView({ path, isPending, onSave }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(pageName(path));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ name: name.trim(), path });
  };
  return (
    <Panel title={t("views.save.title")}>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="sm">
          <TextInput
            required
            pattern=".*\S.*"
            maxLength={80}
            className="kw-grow"
            label={t("views.name")}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Button type="submit" loading={isPending}>
            {t("views.save")}
          </Button>
        </Group>
        <Text size="xs" c="dimmed" mt={6} className="kw-path">
          {path}
        </Text>
      </form>
    </Panel>
  );
}
