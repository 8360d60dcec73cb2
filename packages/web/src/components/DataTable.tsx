import { Table } from "@mantine/core";
import { ScrollingTable } from "./ScrollingTable.tsx";
import { cellText, type TableData } from "./table-data.ts";

/** A table of figures; can be scrolled sideways, also by keyboard, where it is too wide. */
export function DataTable({ data, label }: { data: TableData; label: string }) {
  return (
    <ScrollingTable label={label} verticalSpacing={6} fz="sm">
      <Table.Thead>
        <Table.Tr>
          {data.columns.map((column) => (
            <Table.Th key={column.label} className={column.format && "kw-number"} scope="col">
              {column.label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {data.rows.map((row) => (
          <Table.Tr key={row.join("|")}>
            {data.columns.map((column, i) => (
              <Table.Td key={column.label} className={column.format && "kw-number"}>
                {cellText(row[i] ?? null, column)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </ScrollingTable>
  );
}
