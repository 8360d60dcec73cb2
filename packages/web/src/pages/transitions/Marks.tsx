import type { SegmentDecisions } from "@kundenwert/contract";
import { Button, Group, NativeSelect, Table, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem-error.ts";
import { useDecide } from "../../api/segment-decisions.ts";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";
import { ScrollingTable } from "../../components/ScrollingTable.tsx";
import { DecisionPanel } from "../../segments/DecisionPanel.tsx";
import { MACROS, segmentName } from "../../segments/segment-name.ts";
import { type Mark, useMarkText } from "../../segments/use-mark.ts";

const CHOICES = ["desired", "undesired", "neutral"] as const;

/** Which moves are desired: as people say, else by what a customer is worth there. */
export function Marks() {
  const { t } = useTranslation();
  return (
    <DecisionPanel title={t("marks.title")} reading={t("marks.reading")} form={<MarkForm />}>
      {({ marks }) => <MarkList marks={marks} />}
    </DecisionPanel>
  );
}

function MarkList({ marks }: { marks: SegmentDecisions["marks"] }) {
  const { t } = useTranslation();
  const told = useMarkText();
  const { mutate, isPending, error } = useDecide();
  if (marks.length === 0) return <Text mt="sm">{t("marks.none")}</Text>;
  return (
    <>
      <ScrollingTable label={t("marks.title")} verticalSpacing={8} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("marks.from")}</Table.Th>
            <Table.Th scope="col">{t("marks.to")}</Table.Th>
            <Table.Th scope="col">{t("marks.mark")}</Table.Th>
            <Table.Th scope="col">{t("settings.actions")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {marks.map(({ from, to, mark }) => (
            <Table.Tr key={`${from}>${to}`}>
              <Table.Td>{segmentName(from)}</Table.Td>
              <Table.Td>{segmentName(to)}</Table.Td>
              <Table.Td>{told(mark)}</Table.Td>
              <Table.Td>
                <Button
                  size="compact-xs"
                  variant="default"
                  loading={isPending}
                  onClick={() => mutate({ kind: "mark", segment: from, to, value: null })}
                >
                  {t("marks.byValue")}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </ScrollingTable>
      {error && <ProblemNotice problem={asProblem(error)} />}
    </>
  );
}

function MarkForm() {
  const { t } = useTranslation();
  const told = useMarkText();
  const [from, setFrom] = useState("active_high");
  const [to, setTo] = useState("active_mid");
  const [mark, setMark] = useState<Mark>("neutral");
  const { mutate, isPending, error } = useDecide();
  const segments = MACROS.map((value) => ({ value, label: segmentName(value) }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ kind: "mark", segment: from, to, value: mark });
      }}
    >
      <Group gap="sm" align="flex-end" mt="md" className="kw-filters">
        <NativeSelect
          label={t("marks.from")}
          value={from}
          data={segments}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <NativeSelect
          label={t("marks.to")}
          value={to}
          data={segments}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
        <NativeSelect
          label={t("marks.mark")}
          value={mark}
          data={CHOICES.map((value) => ({ value, label: told(value) }))}
          onChange={({ currentTarget }) => setMark(currentTarget.value as Mark)}
        />
        <Button type="submit" variant="default" loading={isPending} disabled={from === to}>
          {t("settings.save")}
        </Button>
      </Group>
      {error && <ProblemNotice problem={asProblem(error)} />}
    </form>
  );
}
