import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Notice } from "./Notice.tsx";

type Props = { text: string; isPending: boolean; onUndo: () => void };

/** What was just removed, and the way back. */
export function UndoNotice({ text, isPending, onUndo }: Props) {
  const { t } = useTranslation();
  return (
    <Notice severity="info" title={text} role="status">
      <Button size="xs" variant="default" loading={isPending} onClick={onUndo}>
        {t("settings.undo")}
      </Button>
    </Notice>
  );
}
