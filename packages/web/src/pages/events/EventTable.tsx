import type { Annotation, AnnotationRequest } from "@kundenwert/contract";
import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Panel } from "../../components/Panel.tsx";
import { ScrollingTable } from "../../components/ScrollingTable.tsx";
import { TableFiles } from "../../components/TableFiles.tsx";
import { useFormat } from "../../i18n/format.ts";
import { EventRow } from "./EventRow.tsx";

export type EventActions = {
  readonly isPending: boolean;
  readonly onSave: (id: number, event: AnnotationRequest) => void;
  readonly onRemove: (event: Annotation) => void;
};

/** All events, the latest first; campaigns of the data are shown and not changed. */
export function EventTable({
  events,
  ...actions
}: EventActions & { events: readonly Annotation[] }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const columns = [
    { label: t("events.day") },
    { label: t("events.kind") },
    { label: t("events.text") },
    { label: t("events.source") },
  ];
  const latest = events.toReversed().map((event) => ({
    event,
    cells: [
      day(event.day),
      t(`events.kind.${event.kind}`),
      event.text,
      t(event.id === null ? "events.fromData" : "events.noted"),
    ],
  }));
  const table = { columns, rows: latest.map(({ cells }) => cells) };
  return (
    <Panel
      title={t("events.all")}
      actions={<TableFiles table={table} fileName="kundenwert-events" />}
    >
      <ScrollingTable label={t("events.all")} verticalSpacing={8} fz="sm">
        <Table.Thead>
          <Table.Tr>
            {[...columns.map(({ label }) => label), t("settings.actions")].map((label) => (
              <Table.Th key={label} scope="col">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {latest.map(({ event, cells }) => (
            <EventRow
              key={`${event.id} ${event.day} ${event.text}`}
              event={event}
              cells={cells}
              {...actions}
            />
          ))}
        </Table.Tbody>
      </ScrollingTable>
    </Panel>
  );
}
