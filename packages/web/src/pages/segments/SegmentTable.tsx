import type { Segments } from "@kundenwert/contract";
import { Table } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Panel } from "../../components/Panel.tsx";
import { ScrollingTable } from "../../components/ScrollingTable.tsx";
import { TableFiles } from "../../components/TableFiles.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { cellText } from "../../components/table-data.ts";
import { inOrder } from "../../segments/segment-name.ts";
import type { SegmentRow } from "../../segments/segment-rows.ts";
import { useSegmentTable } from "./use-segment-table.ts";

type Props = { rows: readonly SegmentRow[]; segments: Segments };

/** The segments from the most to the least alive; a row leads to the segment. */
export function SegmentTable({ rows, segments }: Props) {
  const { t } = useTranslation();
  const { grain } = useSearch({ from: "/segments" });
  const ordered = rows.toSorted((one, other) => inOrder(one.now.segment, other.now.segment));
  const table = useSegmentTable(ordered, segments);
  const { columns } = table;
  const cellClass = (at: number) => {
    if (columns[at]?.format) return "kw-number";
    return at > 0 ? "kw-rule" : undefined;
  };
  return (
    <Panel
      title={t("segments.table")}
      actions={<TableFiles table={table} fileName={`kundenwert-segments-${segments.level}`} />}
    >
      <ScrollingTable label={t("segments.table")} verticalSpacing={6} fz="sm">
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ label }, at) => (
              <Table.Th key={label} scope="col" className={cellClass(at)}>
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ordered.map(({ now: { segment } }, row) => (
            <Table.Tr key={segment} className="kw-clickable">
              {columns.map((column, at) => (
                <Table.Td key={column.label} className={cellClass(at)}>
                  {at === 0 ? (
                    <TextLink
                      to="/segments/$segment"
                      params={{ segment }}
                      search={grain ? { grain } : {}}
                      className="kw-nowrap"
                      fz="inherit"
                    >
                      {table.rows[row]?.[0]}
                    </TextLink>
                  ) : (
                    cellText(table.rows[row]?.[at] ?? null, column)
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </ScrollingTable>
    </Panel>
  );
}
