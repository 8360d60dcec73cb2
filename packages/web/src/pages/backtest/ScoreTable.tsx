import type { Backtest, BacktestMethod, BacktestTarget } from "@kundenwert/contract";
import { Group, Table, Text } from "@mantine/core";
import { IconTrophy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Panel } from "../../components/Panel.tsx";
import { ScrollingTable } from "../../components/ScrollingTable.tsx";
import { TableFiles } from "../../components/TableFiles.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useScoreColumns } from "./use-score-columns.ts";

type Props = { backtest: Backtest; target: BacktestTarget };

/** All methods on one target, the lowest deviance first, with the yardsticks among them. */
export function ScoreTable({ backtest, target }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useScoreColumns();
  const methods = backtest.methods
    .filter((each) => each.target === target)
    .sort((a, b) => (a.deviance ?? Infinity) - (b.deviance ?? Infinity));
  const csv = {
    columns: [{ label: t("score.method") }, ...columns.map(({ label }) => ({ label }))],
    rows: methods.map((each) => [each.method, ...columns.map(({ raw }) => raw(each))]),
  };
  const title = t("score.title", { target: t(`target.${target}`) });
  const made = t("score.made", {
    n: format.count(backtest.evaluatedCustomers),
    from: format.day(backtest.calibrationEnd),
    to: format.day(backtest.holdoutEnd),
  });
  return (
    <Panel
      title={title}
      actions={<TableFiles table={csv} fileName={`kundenwert-backtest-${target}`} />}
    >
      <ScrollingTable label={title} verticalSpacing={8} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("score.method")}</Table.Th>
            {columns.map(({ label, hint }) => (
              <Table.Th key={label} scope="col" className="kw-number" title={hint}>
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {methods.map((each) => (
            <ScoreRow key={each.method} score={each} wins={each.method === backtest.winner} />
          ))}
        </Table.Tbody>
      </ScrollingTable>
      <Text size="xs" c="dimmed" mt="sm">
        {made}
      </Text>
    </Panel>
  );
}

function ScoreRow({ score, wins }: { score: BacktestMethod; wins: boolean }) {
  const { t } = useTranslation();
  const columns = useScoreColumns();
  const isYardstick = score.method === "zero" || score.method === "mean";
  return (
    <Table.Tr className={wins ? "kw-winner" : undefined}>
      <Table.Th scope="row" className="kw-nowrap" fw={wins ? 650 : 400}>
        <Group gap={6} wrap="nowrap">
          {wins && <IconTrophy size={15} aria-label={t("score.winner")} />}
          {t(`method.${score.method}`)}
          {isYardstick && (
            <Text span size="xs" c="dimmed">
              {t("score.yardstick")}
            </Text>
          )}
        </Group>
      </Table.Th>
      {columns.map(({ label, show, interval }) => (
        <Table.Td key={label} className="kw-number">
          {show(score)}
          {interval && (
            <Text size="xs" c="dimmed">
              {interval(score)}
            </Text>
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
