import { Progress, Text } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/format.ts";

const ACCEPTED = ".csv,.txt,.tsv,.gz,.parquet,.jsonl,.ndjson,.json";

type Props = { sent: number | undefined; onChoose: (file: File) => void };

/** Takes a file that is dropped here, or chosen by mouse or keyboard. */
export function FileDrop({ sent, onChoose }: Props) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(over);
  };
  const drop = (event: DragEvent) => {
    drag(false)(event);
    const [file] = event.dataTransfer.files;
    if (file) onChoose(file);
  };
  if (sent !== undefined) return <Sending sent={sent} />;
  return (
    <label
      className="kw-drop"
      data-over={isOver}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={drop}
    >
      <IconFileUpload size={40} stroke={1.3} color="var(--kw-accent)" aria-hidden />
      <Text fw={600}>{t("import.drop")}</Text>
      <Text size="sm" c="dimmed">
        {t("import.formats")}
      </Text>
      <span className="kw-drop-button">{t("import.choose")}</span>
      <input
        type="file"
        accept={ACCEPTED}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onChoose(file);
        }}
      />
    </label>
  );
}

function Sending({ sent }: { sent: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = format.percent(sent, 0);
  return (
    <div className="kw-card">
      <Text mb="sm" role="status">
        {t(sent < 1 ? "import.sending" : "import.detecting", { share })}
      </Text>
      <Progress value={100 * sent} aria-label={t("import.sending", { share })} />
    </div>
  );
}
