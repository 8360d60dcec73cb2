import type { ExportTableName, ExportTableQuery } from "@kundenwert/contract";
import { Group, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { takeFile } from "../api/client.ts";
import { asProblem } from "../api/problem-error.ts";
import { useFormat } from "../i18n/format.ts";
import { download } from "./download.ts";
import { FileButton } from "./FileButton.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";

const FORMATS = ["rfc4180", "excel-de", "xlsx", "parquet"] as const;
/** Enough of the checksum to compare by eye; the whole of it is in the title. */
const SHOWN = 12;

type Props = {
  table: ExportTableName;
  query: ExportTableQuery;
  /** What the file holds; the whole list, if not said. */
  label?: string;
};

/** A whole table as a file, however long it is; how many rows came, and their checksum. */
export function ServerFiles({ table, query, label }: Props) {
  const { t } = useTranslation();
  const { count } = useFormat();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async (format: (typeof FORMATS)[number]) => {
      const file = await takeFile(`/exports/tables/${table}`, { ...query, format });
      download(file.content, file.name);
      return file;
    },
  });
  return (
    <>
      <Group gap={4} mt="sm">
        <Text size="sm" c="dimmed">
          {label ?? t("export.all")}
        </Text>
        {FORMATS.map((format) => (
          <FileButton key={format} label={t(`file.${format}`)} onClick={() => mutate(format)} />
        ))}
        <Text size="xs" c="dimmed" role="status" title={data?.sha256}>
          {isPending && t("file.working")}
          {data &&
            !isPending &&
            t("file.taken", { rows: count(data.rows), sum: data.sha256.slice(0, SHOWN) })}
        </Text>
      </Group>
      {error && <ProblemNotice problem={asProblem(error)} />}
    </>
  );
}
