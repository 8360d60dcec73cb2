import { Alert } from "@mantine/core";
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconCircleCheck,
  IconInfoCircle,
} from "@tabler/icons-react";
import type { ReactNode } from "react";

type Severity = "success" | "info" | "warning" | "problem";

export const SEVERITY_ICONS = {
  success: IconCircleCheck,
  info: IconInfoCircle,
  warning: IconAlertTriangle,
  problem: IconAlertOctagon,
} as const;

type Props = {
  severity: Severity;
  title: string;
  children?: ReactNode;
  role?: "alert" | "status";
};

/** Something to know, told by sign and words; colour only underlines it. */
export function Notice({ severity, title, children, role }: Props) {
  const Icon = SEVERITY_ICONS[severity];
  return (
    <Alert
      className={`kw-notice kw-${severity}`}
      variant="outline"
      role={role ?? "note"}
      title={title}
      icon={<Icon size={18} aria-hidden />}
      mb="md"
    >
      {children}
    </Alert>
  );
}
