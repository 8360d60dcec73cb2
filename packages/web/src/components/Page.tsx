import { Group, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";

type Props = { title: string; intro?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A page: its name, what it is for, what can be switched, and its content. */
export function Page({ title, intro, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Kundenwert`;
  }, [title]);
  return (
    <>
      <Group justify="space-between" align="flex-end" mb="lg" gap="md">
        <div className="kw-page-head">
          <Title order={1} size="h2">
            {title}
          </Title>
          {intro && (
            <Text c="dimmed" mt={4} maw={760}>
              {intro}
            </Text>
          )}
        </div>
        {actions && <Group gap="sm">{actions}</Group>}
      </Group>
      {children}
    </>
  );
}
