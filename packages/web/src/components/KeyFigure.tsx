import { Text } from "@mantine/core";
import type { ReactNode } from "react";

type Props = { label: string; value: string; note?: ReactNode };

/** One number with its name and what is to be known of it. */
export function KeyFigure({ label, value, note }: Props) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz={20} fw={600} lh={1.3}>
        {value}
      </Text>
      {note && (
        <Text size="xs" c="dimmed" mt={2}>
          {note}
        </Text>
      )}
    </div>
  );
}
