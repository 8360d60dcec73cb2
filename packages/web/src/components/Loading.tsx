import { Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** Keeps the place of what is on its way. */
export function Loading({ height = 240 }: { height?: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" role="status">
      <VisuallyHidden>{t("loading")}</VisuallyHidden>
      <Skeleton height={28} width="40%" />
      <Skeleton height={height} radius="md" />
    </Stack>
  );
}
