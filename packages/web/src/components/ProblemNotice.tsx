import { Button, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ProblemError } from "../api/problem-error.ts";
import { textOf } from "../i18n/loose.ts";
import { Notice } from "./Notice.tsx";

type Coded = {
  readonly code: string;
  readonly details: ProblemError["details"];
};

/** What went wrong, in the reader's language, and what to do about it. */
export function ProblemNotice({ problem, retry }: { problem: Coded; retry?: () => void }) {
  const { t } = useTranslation();
  const { code, details } = problem;
  const title = textOf(`error.${code}.title`, details);
  const todo = textOf(`error.${code}.todo`, details) ?? t("error.INTERNAL.todo");
  return (
    <Notice severity="problem" title={title ?? t("error.INTERNAL.title")} role="alert">
      <Text size="sm">{todo}</Text>
      <Text size="xs" c="dimmed" mt={4}>
        {t("error.code", { code })}
      </Text>
      {retry && (
        <Button size="xs" variant="default" mt="sm" onClick={retry}>
          {t("error.retry")}
        </Button>
      )}
    </Notice>
  );
}
