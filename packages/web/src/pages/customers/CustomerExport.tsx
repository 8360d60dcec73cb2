import { Button, Group, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { apiUrl } from "../../api/client.ts";
import { useView } from "../../view.ts";

const PRESETS = ["excel-de", "rfc4180"] as const;

/** The whole list as a file: as German Excel opens it, and as programs read it. */
export function CustomerExport() {
  const { t } = useTranslation();
  const { horizon } = useView();
  return (
    <Group gap="xs" mb="sm">
      <Text size="sm" c="dimmed">
        {t("export.all")}
      </Text>
      {PRESETS.map((preset) => (
        <Button
          key={preset}
          component="a"
          href={apiUrl("/exports/customers.csv", { horizon, preset })}
          download
          variant="default"
          size="xs"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t(`export.${preset}`)}
        </Button>
      ))}
    </Group>
  );
}
