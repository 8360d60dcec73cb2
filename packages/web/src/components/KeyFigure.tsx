import { Text } from "@mantine/core";
import type { ReactNode } from "react";

type Props = { label: string; value: string; note?: ReactNode };

/** Longer ones are several numbers, such as two days, and may break between them. */
const SHORT = 14;

/** One number with its name and what is to be known of it. */
export function KeyFigure({ label, value, note }: Props) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz={20} fw={600} lh={1.3} className={value.length <= SHORT ? "kw-nowrap" : undefined}>
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
