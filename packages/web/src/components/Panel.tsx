import { Group, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

type Props = { title: string; actions?: ReactNode; children: ReactNode };

/** A part of a page with a name of its own. */
export function Panel({ title, actions, children }: Props) {
  const id = useId();
  return (
    <section className="kw-card" aria-labelledby={id}>
      <Group justify="space-between" mb="sm" gap="sm">
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </section>
  );
}
