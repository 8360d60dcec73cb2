import { Button, Group, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem-error.ts";
import { useDecide } from "../../api/segment-decisions.ts";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";
import { segmentName } from "../../segments/segment-name.ts";

/** What people call a segment; left empty it has its number again. */
export function SegmentNameForm({ segment, name }: { segment: string; name: string | null }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(name ?? "");
  const { mutate, isPending, error, isSuccess } = useDecide();
  const value = typed.trim() === "" ? null : typed.trim();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ kind: "name", segment, value });
      }}
    >
      <Group gap="sm" align="flex-end" mt="sm" className="kw-filters">
        <TextInput
          label={t("segment.name")}
          placeholder={segmentName(segment)}
          maxLength={60}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={isPending} disabled={value === name}>
          {t("settings.save")}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" role="status">
        {isSuccess && value === name ? t("segment.name.saved") : ""}
      </Text>
      {error && <ProblemNotice problem={asProblem(error)} />}
    </form>
  );
}
