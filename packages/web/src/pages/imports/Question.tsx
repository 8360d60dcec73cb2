import type { CodedMessage, FormatOptions } from "@kundenwert/contract";
import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Notice } from "../../components/Notice.tsx";
import { useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";
import type { ImportFlow } from "./use-import-flow.ts";

type Answer = Pick<FormatOptions, "dateFormat" | "decimal"> & { readonly reads: unknown };

/** What the file does not tell by itself; where there are two readings, both are to choose from. */
export function Question({ problem, flow }: { problem: CodedMessage; flow: ImportFlow }) {
  const { code, message, details } = problem;
  const answers = Array.isArray(details.readings) ? (details.readings as Answer[]) : [];
  const values = { ...details, missing: rolesOf(details.missing) };
  return (
    <Notice
      severity={answers.length > 0 ? "warning" : "problem"}
      title={textOf(`error.${code}.title`, values) ?? message ?? code}
      role="alert"
    >
      <Text size="sm">{textOf(`error.${code}.todo`, values)}</Text>
      {answers.length > 0 && <Answers answers={answers} flow={flow} value={details.value} />}
    </Notice>
  );
}

function rolesOf(missing: unknown): string {
  const roles = Array.isArray(missing) ? missing : [];
  return roles.map((role) => textOf(`role.${role}`) ?? String(role)).join(", ");
}

function formName({ dateFormat, decimal }: Omit<Answer, "reads">): string {
  const key = dateFormat ? `format.dateFormat.${dateFormat}` : `format.decimal.${decimal}`;
  return textOf(key) ?? "";
}

type AnswersProps = { answers: readonly Answer[]; flow: ImportFlow; value: unknown };

function Answers({ answers, flow, value }: AnswersProps) {
  const { t } = useTranslation();
  const { reading, change } = flow;
  const format = useFormat();
  const shown = (reads: unknown) =>
    /^\d{4}-\d\d-\d\d/.test(String(reads)) ? format.day(String(reads)) : String(reads);
  return (
    <Group gap="xs" mt="sm">
      {answers.map(({ reads, ...answer }) => (
        <Button
          key={Object.values(answer).join()}
          size="xs"
          variant="default"
          onClick={() => change({ ...reading, format: { ...reading.format, ...answer } })}
        >
          {t("import.reads", {
            form: formName(answer),
            value: String(value),
            reads: shown(reads),
          })}
        </Button>
      ))}
    </Group>
  );
}
