import { Checkbox, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem-error.ts";
import { segmentDecisionsQuery, useDecide } from "../../api/segment-decisions.ts";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";

/** Whether a new version keeps the rules of a micro-segment and of those beside it. */
export function PinForm({ segment }: { segment: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(segmentDecisionsQuery);
  const { mutate, isPending, error } = useDecide();
  if (!data) return null;
  return (
    <>
      <Checkbox
        mt="md"
        label={t("segment.pin")}
        checked={data.pinned.includes(segment)}
        disabled={isPending}
        onChange={({ currentTarget }) =>
          mutate({ kind: "pin", segment, value: currentTarget.checked })
        }
      />
      <Text size="xs" c="dimmed" mt={4}>
        {t("segment.pin.text")}
      </Text>
      {error && <ProblemNotice problem={asProblem(error)} />}
    </>
  );
}
