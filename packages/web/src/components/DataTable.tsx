import { Table } from "@mantine/core";
import { ScrollingTable } from "./ScrollingTable.tsx";
import { cellText, type TableColumn, type TableData } from "./table-data.ts";

/** Days, arrows with a number and short names are read at a glance only in one line. */
const SHORT = 14;

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
              <Cell key={column.label} column={column} text={cellText(row[i] ?? null, column)} />
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </ScrollingTable>
  );
}

function Cell({ column, text }: { column: TableColumn; text: string }) {
  const kept = column.format ? "kw-number" : text.length <= SHORT ? "kw-nowrap" : undefined;
  return <Table.Td className={kept}>{text}</Table.Td>;
}
