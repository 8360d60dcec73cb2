import type { SegmentDecisions } from "@kundenwert/contract";
import { Alert, Button, Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem-error.ts";
import { useDecide } from "../../api/segment-decisions.ts";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";
import { ScrollingTable } from "../../components/ScrollingTable.tsx";
import { useFormat } from "../../i18n/format.ts";
import { DecisionPanel } from "../../segments/DecisionPanel.tsx";
import { ruleText } from "../../segments/rule-text.ts";
import { segmentName } from "../../segments/segment-name.ts";
import { OwnSegmentForm } from "./OwnSegmentForm.tsx";
import { useFeatures } from "./use-features.ts";

/** The segments that people make themselves: their rules, a form for another one, the way back. */
export function OwnSegments() {
  const { t } = useTranslation();
  return (
    <DecisionPanel title={t("own.title")} reading={t("own.reading")} form={<OwnSegmentForm />}>
      {({ own, isRunNeeded }) => (
        <>
          {isRunNeeded && (
            <Alert variant="light" mt="sm">
              {t("own.runNeeded")}
            </Alert>
          )}
          <Rules own={own} />
        </>
      )}
    </DecisionPanel>
  );
}

function Rules({ own }: { own: SegmentDecisions["own"] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { meaning } = useFeatures();
  const { mutate, isPending, error } = useDecide();
  if (own.length === 0) return null;
  return (
    <>
      <ScrollingTable label={t("own.title")} verticalSpacing={8} fz="sm" mt="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("own.segment")}</Table.Th>
            <Table.Th scope="col">{t("own.rule")}</Table.Th>
            <Table.Th scope="col">{t("settings.actions")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {own.map(({ segment, when = {} }) => (
            <Table.Tr key={segment}>
              <Table.Td>{segmentName(segment)}</Table.Td>
              <Table.Td>{ruleText(when, number, meaning)}</Table.Td>
              <Table.Td>
                <Button
                  size="compact-xs"
                  variant="default"
                  loading={isPending}
                  aria-label={`${t("own.remove")}: ${segmentName(segment)}`}
                  onClick={() => mutate({ kind: "own", segment, value: null })}
                >
                  {t("own.remove")}
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
