import type { Annotation } from "@kundenwert/contract";
import { Button, Group, Table } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EventForm } from "./EventForm.tsx";
import type { EventActions } from "./EventTable.tsx";

type Props = EventActions & { event: Annotation; cells: readonly string[] };

/** One event; while it is changed, a form stands in its place. */
export function EventRow({ event, cells, isPending, onSave, onRemove }: Props) {
  const { t } = useTranslation();
  const [isChanging, setChanging] = useState(false);
  const { id, text } = event;
  if (id !== null && isChanging) {
    return (
      <Table.Tr>
        <Table.Td colSpan={cells.length + 1}>
          <EventForm
            event={event}
            isPending={isPending}
            onSave={(changed) => {
              onSave(id, changed);
              setChanging(false);
            }}
            onCancel={() => setChanging(false)}
          />
        </Table.Td>
      </Table.Tr>
    );
  }
  const [day, ...rest] = cells;
  return (
    <Table.Tr>
      <Table.Td className="kw-nowrap">{day}</Table.Td>
      {rest.map((cell) => (
        <Table.Td key={cell}>{cell}</Table.Td>
      ))}
      <Table.Td>
        {id !== null && (
          <Group gap={6} wrap="nowrap">
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t("events.change.of", { text })}
              onClick={() => setChanging(true)}
            >
              {t("events.change")}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t("events.remove.of", { text })}
              disabled={isPending}
              onClick={() => onRemove(event)}
            >
              {t("events.remove")}
            </Button>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
