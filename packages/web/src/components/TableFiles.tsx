import { Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { download } from "./download.ts";
import { FileButton } from "./FileButton.tsx";
import { type TableData, toCsv } from "./table-data.ts";
import { toWorkbook, WORKBOOK_TYPE } from "./workbook.ts";

const PRESETS = ["rfc4180", "excel-de"] as const;

/** The figures of a table as files: as programs read them, and as Excel opens them. */
export function TableFiles({ table, fileName }: { table: TableData; fileName: string }) {
  const { t } = useTranslation();
  const workbook = () =>
    download(new Blob([toWorkbook(table)], { type: WORKBOOK_TYPE }), `${fileName}.xlsx`);
  return (
    <Group gap={4} component="span">
      {PRESETS.map((preset) => (
        <FileButton
          key={preset}
          label={t(`file.${preset}`)}
          onClick={() => download(toCsv(table, preset), `${fileName}.csv`)}
        />
      ))}
      <FileButton label={t("file.xlsx")} onClick={workbook} />
    </Group>
  );
}
