import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useFormat } from "../i18n/format.ts";
import { download } from "./download.ts";
import { type TableData, toCsv } from "./table-data.ts";

/** The figures of a table as a file for the reader's spreadsheet. */
export function CsvButton({ table, fileName }: { table: TableData; fileName: string }) {
  const { locale } = useFormat();
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={<IconDownload size={13} aria-hidden />}
      onClick={() => download(toCsv(table, locale), `${fileName}.csv`)}
    >
      CSV
    </Button>
  );
}
