import type { ImportItem, ImportUndone } from "@kundenwert/contract";
import { Anchor, Button, Table, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { apiUrl, post } from "../../api/client.ts";
import { asProblem } from "../../api/problem-error.ts";
import { importsQuery, overviewQuery, VALUES } from "../../api/queries.ts";
import { Panel } from "../../components/Panel.tsx";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ScrollingTable } from "../../components/ScrollingTable.tsx";
import { ServerFiles } from "../../components/ServerFiles.tsx";
import { useFormat } from "../../i18n/format.ts";

const COUNTS = ["read", "added", "known", "superseded", "rejected"] as const;

/** Every file that came in: what became of its rows, its rejected rows, and the way back. */
export function ImportHistory() {
  const { t } = useTranslation();
  const query = useQuery(importsQuery);
  return (
    <div className="kw-below">
      <Panel title={t("import.history")}>
        <QueryView query={query} height={120}>
          {({ items }) =>
            items.length === 0 ? (
              <Text c="dimmed">{t("import.noHistory")}</Text>
            ) : (
              <>
                <HistoryTable items={items} />
                <ServerFiles table="imports" query={{}} />
              </>
            )
          }
        </QueryView>
      </Panel>
    </div>
  );
}

function HistoryTable({ items }: { items: readonly ImportItem[] }) {
  const { t } = useTranslation();
  return (
    <ScrollingTable label={t("import.history")} fz="sm" verticalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("import.file")}</Table.Th>
          <Table.Th scope="col">{t("import.when")}</Table.Th>
          {COUNTS.map((name) => (
            <Table.Th key={name} scope="col" className="kw-number">
              {t(`rows.${name}`)}
            </Table.Th>
          ))}
          <Table.Th scope="col">{t("import.actions")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <HistoryRow key={item.importId} item={item} />
        ))}
      </Table.Tbody>
    </ScrollingTable>
  );
}

function HistoryRow({ item }: { item: ImportItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Td className="kw-nowrap">{item.file}</Table.Td>
      <Table.Td className="kw-nowrap">{format.moment(item.importedAt)}</Table.Td>
      {COUNTS.map((name) => (
        <Table.Td key={name} className="kw-number">
          {name === "rejected" && item.rejected > 0 ? (
            <Anchor
              href={apiUrl(`/imports/${item.importId}/rejects.csv`)}
              download
              size="sm"
              title={t("import.rejectsCsv")}
            >
              {format.count(item.rejected)}
            </Anchor>
          ) : (
            format.count(item[name])
          )}
        </Table.Td>
      ))}
      <Table.Td>
        {item.undoneAt ? (
          t("import.undone", { moment: format.moment(item.undoneAt) })
        ) : (
          <Undo item={item} />
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** Asks once before it takes an import back. */
function Undo({ item: { importId, file } }: { item: ImportItem }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => post<ImportUndone>(`/imports/${importId}/undo`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [VALUES] });
      await client.invalidateQueries({ queryKey: overviewQuery.queryKey });
    },
  });
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        loading={isPending}
        onClick={() => window.confirm(t("import.undoSure", { file })) && mutate()}
      >
        {t("import.undo")}
      </Button>
      {error && <ProblemNotice problem={asProblem(error)} />}
    </>
  );
}
