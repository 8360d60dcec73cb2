import type { SavedView } from "@kundenwert/contract";
import { Anchor, Button, Group, Text, TextInput } from "@mantine/core";
import { useRouter } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { pageName } from "./page-name.ts";

type Props = {
  view: SavedView;
  isPending: boolean;
  onRename: (name: string) => void;
  onRemove: () => void;
};

/** One view: the way to it, its link, another name, its end. */
export function ViewRow({ view, isPending, onRename, onRemove }: Props) {
  const { t } = useTranslation();
  const [isNaming, setNaming] = useState(false);
  const { name, path } = view;
  return (
    <li>
      <div className="kw-grow">
        {isNaming ? (
          <Rename
            name={name}
            onSave={(chosen) => {
              onRename(chosen);
              setNaming(false);
            }}
          />
        ) : (
          <ViewLink view={view} />
        )}
        <Text size="xs" c="dimmed" className="kw-path">
          {`${pageName(path)} · ${path}`}
        </Text>
      </div>
      <Group gap={6}>
        <CopyLink view={view} />
        <Button
          size="compact-xs"
          variant="default"
          component="a"
          href={`mailto:?subject=${encodeURIComponent(name)}&body=${encodeURIComponent(location.origin + path)}`}
          aria-label={t("views.send.of", { name })}
        >
          {t("views.send")}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t("views.rename.of", { name })}
          onClick={() => setNaming(!isNaming)}
        >
          {t("views.rename")}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          disabled={isPending}
          aria-label={t("views.remove.of", { name })}
          onClick={onRemove}
        >
          {t("views.remove")}
        </Button>
      </Group>
    </li>
  );
}

/** A link to a saved address, followed inside the application. */
export function ViewLink({ view: { name, path } }: { view: SavedView }) {
  const { history } = useRouter();
  return (
    <Anchor
      href={path}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        history.push(path);
      }}
    >
      {name}
    </Anchor>
  );
}

/** Without a secure connection browsers give no clipboard: then there is no such button. */
function CopyLink({ view: { name, path } }: { view: SavedView }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  if (!("clipboard" in navigator)) return null;
  const copy = () =>
    void navigator.clipboard.writeText(location.origin + path).then(() => setCopied(true));
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={t(isCopied ? "views.copied.of" : "views.copy.of", { name })}
      onClick={copy}
    >
      {t(isCopied ? "views.copied" : "views.copy")}
    </Button>
  );
}

function Rename({ name, onSave }: { name: string; onSave: (name: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(text.trim());
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end">
        <TextInput
          required
          pattern=".*\S.*"
          maxLength={80}
          size="xs"
          className="kw-grow"
          label={t("views.name")}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button type="submit" size="xs">
          {t("settings.save")}
        </Button>
      </Group>
    </form>
  );
}
