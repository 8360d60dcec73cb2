import { Stack, Text, Title } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";

type Props = { Icon: Icon; title: string; text: string; children?: ReactNode };

/** Nothing to show, why, and what to do. */
export function EmptyState({ Icon, title, text, children }: Props) {
  return (
    <Stack align="center" ta="center" py={56} px="md" gap="sm" className="kw-card">
      <Icon size={40} stroke={1.3} color="var(--kw-accent)" aria-hidden />
      <Title order={2} size="h3">
        {title}
      </Title>
      <Text c="dimmed" maw={520}>
        {text}
      </Text>
      {children}
    </Stack>
  );
}
