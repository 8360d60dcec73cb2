import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";

/** A small button to a file that the server streams. */
export function LinkToFile({ label, href }: { label: string; href: string }) {
  return (
    <Button
      component="a"
      href={href}
      download
      size="compact-xs"
      variant="subtle"
      leftSection={<IconDownload size={13} aria-hidden />}
    >
      {label}
    </Button>
  );
}
