import type { SegmentDecisions } from "@kundenwert/contract";
import { Alert, Button, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem-error.ts";
import { segmentDecisionsQuery, useDecide } from "../../api/segment-decisions.ts";
import { Panel } from "../../components/Panel.tsx";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ScrollingTable } from "../../components/ScrollingTable.tsx";
import { useFormat } from "../../i18n/format.ts";
import { DecisionHistory } from "../../segments/DecisionHistory.tsx";
import { ruleText } from "../../segments/rule-text.ts";
import { segmentName } from "../../segments/segment-name.ts";
import { OwnSegmentForm } from "./OwnSegmentForm.tsx";
import { useFeatures } from "./use-features.ts";

/** The segments that people make themselves: their rules, a form for another one, the way back. */
export function OwnSegments() {
  const { t } = useTranslation();
  const query = useQuery(segmentDecisionsQuery);
  return (
    <div className="kw-below">
      <Panel title={t("own.title")}>
        <Text size="sm" c="dimmed">
          {t("own.reading")}
        </Text>
        <QueryView query={query} height={80}>
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
        </QueryView>
        <OwnSegmentForm />
        <DecisionHistory />
      </Panel>
    </div>
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
