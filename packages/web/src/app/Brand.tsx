import { Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { overviewQuery } from "../api/queries.ts";

export function Brand() {
  const { data } = useQuery(overviewQuery);
  return (
    <Group gap={10} wrap="nowrap" miw={0}>
      <Link to="/" className="kw-brand">
        <img src="/icon.svg" width={26} height={26} alt="" />
        <Text fw={650} span>
          Kundenwert
        </Text>
      </Link>
      {data && (
        <Text c="dimmed" size="sm" visibleFrom="sm" truncate>
          {data.name}
        </Text>
      )}
    </Group>
  );
}
