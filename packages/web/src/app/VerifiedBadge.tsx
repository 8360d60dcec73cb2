import { Badge } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

/** Whether a backtest stands behind the figures: by word, sign and colour. */
export function VerifiedBadge({ verified }: { verified: boolean }) {
  const { t } = useTranslation();
  const Icon = verified ? IconCircleCheck : IconAlertTriangle;
  return (
    <Badge
      variant="outline"
      size="md"
      tt="none"
      c={verified ? "var(--kw-good)" : "var(--kw-warn)"}
      bd="1px solid currentColor"
      title={t(verified ? "verified.yes.why" : "verified.no.why")}
      leftSection={<Icon size={13} aria-hidden />}
    >
      {t(verified ? "verified.yes" : "verified.no")}
    </Badge>
  );
}
