import type { DoctorFinding } from "@kundenwert/contract";
import { Group, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { SEVERITY_ICONS } from "../../components/Notice.tsx";
import { type Format, useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";

/** One finding: how grave, how often, what it means, what to do. */
export function Finding({ finding }: { finding: DoctorFinding }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { code, severity, count, share, amount } = finding;
  const values = valuesOf(finding, format);
  const Icon = SEVERITY_ICONS[severity];
  const counted = textOf(`doctor.${code}.count`, { ...values, count }) ?? format.count(count);
  const facts = [
    counted,
    share === null ? null : t("doctor.share", { share: format.percent(share) }),
    amount === null ? null : format.money(amount),
  ].filter((fact) => fact !== null);
  return (
    <section className={`kw-card kw-finding kw-${severity}`}>
      <Group gap="xs" mb={6} wrap="nowrap" align="flex-start">
        <Icon size={20} aria-hidden className="kw-finding-icon" />
        <div>
          <Title order={2} size="h5">
            {textOf(`doctor.${code}.title`, values) ?? code}
          </Title>
          <Text size="sm" c="dimmed">
            {[t(`severity.${severity}`), ...facts].join(" · ")}
          </Text>
        </div>
      </Group>
      <Text size="sm">{textOf(`doctor.${code}.meaning`, values)}</Text>
      <Text size="sm" mt={4}>
        <Text span inherit fw={600}>
          {t("doctor.todo")}
        </Text>{" "}
        {textOf(`doctor.${code}.todo`, values)}
      </Text>
    </section>
  );
}

/** The facts of a finding as the reader writes them. */
function valuesOf({ count, details }: DoctorFinding, format: Format): Record<string, string> {
  const shown = Object.entries(details).map(([name, value]) => {
    if (typeof value === "number") return [name, format.number(value)];
    const isDay = typeof value === "string" && /^\d{4}-\d\d-\d\d/.test(value);
    return [name, isDay ? format.day(value.slice(0, 10)) : String(value ?? "")];
  });
  return { ...Object.fromEntries(shown), n: format.count(count) };
}
