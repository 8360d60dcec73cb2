import type { ImportPreview, PreviewRow } from "@kundenwert/contract";
import { Table, Title } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ScrollingTable } from "../../components/ScrollingTable.tsx";
import { type Format, useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";

/** The first ten rows as they stand in the file, beside what they are read as. */
export function PreviewTable({ preview: { columns, rows } }: { preview: ImportPreview }) {
  const { t } = useTranslation();
  const roles = filledRoles(rows);
  const label = t("import.preview");
  return (
    <>
      <Title order={3} size="h5" mb="xs">
        {label}
      </Title>
      <ScrollingTable label={label} fz="xs" verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th rowSpan={2} className="kw-number" scope="col">
              {t("import.line")}
            </Table.Th>
            <Table.Th colSpan={Math.max(1, roles.length)} className="kw-parsed" scope="colgroup">
              {t("import.parsed")}
            </Table.Th>
            <Table.Th colSpan={columns.length} scope="colgroup">
              {t("import.raw")}
            </Table.Th>
          </Table.Tr>
          <Table.Tr>
            {(roles.length > 0 ? roles : [""]).map((role) => (
              <Table.Th key={role} className="kw-parsed" scope="col">
                {textOf(`role.${role}`) ?? (role || "–")}
              </Table.Th>
            ))}
            {columns.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <PreviewLine key={row.line} row={row} roles={roles} />
          ))}
        </Table.Tbody>
      </ScrollingTable>
    </>
  );
}

/** The roles that hold a value in at least one row. */
function filledRoles(rows: readonly PreviewRow[]): string[] {
  const filled = rows.flatMap(({ parsed }) =>
    Object.entries(parsed ?? {}).filter(([, value]) => value !== null),
  );
  return [...new Set(filled.map(([role]) => role))];
}

function PreviewLine({ row, roles }: { row: PreviewRow; roles: readonly string[] }) {
  const format = useFormat();
  const { line, raw, parsed, reject } = row;
  return (
    <Table.Tr>
      <Table.Td className="kw-number">{format.count(line)}</Table.Td>
      {parsed ? (
        roles.map((role) => (
          <Table.Td key={role} className="kw-parsed kw-nowrap">
            {shown(parsed[role] ?? null, format)}
          </Table.Td>
        ))
      ) : (
        <Table.Td colSpan={Math.max(1, roles.length)} className="kw-parsed">
          <Rejected reject={reject} />
        </Table.Td>
      )}
      {raw.map((value, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a file have an order
        <Table.Td key={i} className="kw-nowrap kw-raw">
          {value}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function Rejected({ reject }: { reject: PreviewRow["reject"] }) {
  const { t } = useTranslation();
  if (!reject) return <span>{t("import.notRead")}</span>;
  return (
    <span className="kw-rejected">
      <IconX size={14} aria-hidden />{" "}
      {textOf(`reject.${reject.reason}`, { ...reject }) ?? reject.reason}
    </span>
  );
}

function shown(value: string | number | boolean | null, format: Format): string {
  if (value === null) return "–";
  if (typeof value === "number") return format.precise(value);
  const day = /^(\d{4}-\d\d-\d\d)[T ]00:00:00/.exec(String(value));
  return day ? format.day(day[1]) : String(value);
}
