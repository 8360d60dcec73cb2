import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";

/** A small button that hands the reader a file. */
export function FileButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={<IconDownload size={13} aria-hidden />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
