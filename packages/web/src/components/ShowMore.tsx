import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

type Props = {
  /** How many rows are shown, of how many. */
  readonly shown: string;
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): unknown;
  };
};

/** Below a list that comes page by page: what of it is shown, and the way to more. */
export function ShowMore({ shown, query }: Props) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" mt="md">
      <Text size="sm" c="dimmed" role="status">
        {shown}
      </Text>
      {query.hasNextPage && (
        <Button
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("customers.more")}
        </Button>
      )}
    </Group>
  );
}
