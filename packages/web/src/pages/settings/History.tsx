import type { EditableSetting, SettingHistory, SettingsChanged } from "@kundenwert/contract";
import { Button, Table, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { post } from "../../api/client.ts";
import { asProblem } from "../../api/problem-error.ts";
import { SETTINGS, settingHistoryQuery } from "../../api/queries.ts";
import { Panel } from "../../components/Panel.tsx";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ScrollingTable } from "../../components/ScrollingTable.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useChangeText } from "./Pending.tsx";

/** What was changed here and when, each with the way back. */
export function History({ settings }: { settings: readonly EditableSetting[] }) {
  const { t } = useTranslation();
  const query = useQuery(settingHistoryQuery);
  return (
    <Panel title={t("settings.history")}>
      <QueryView query={query} height={80}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t("settings.history.none")}</Text>
          ) : (
            <ScrollingTable label={t("settings.history")} verticalSpacing={8} fz="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t("settings.when")}</Table.Th>
                  <Table.Th scope="col">{t("settings.what")}</Table.Th>
                  <Table.Th scope="col">{t("settings.actions")}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((item) => (
                  <Row key={item.id} item={item} settings={settings} />
                ))}
              </Table.Tbody>
            </ScrollingTable>
          )
        }
      </QueryView>
    </Panel>
  );
}

type RowProps = {
  item: SettingHistory["items"][number];
  settings: readonly EditableSetting[];
};

function Row({ item: { id, changedAt, changes, undoes }, settings }: RowProps) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const told = useChangeText(settings);
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => post<SettingsChanged>(`/settings/changes/${id}/undo`),
    onSuccess: () => client.invalidateQueries({ queryKey: [SETTINGS] }),
  });
  return (
    <Table.Tr>
      <Table.Td className="kw-nowrap">{moment(changedAt)}</Table.Td>
      <Table.Td>
        {undoes !== null && <Text size="xs">{t("settings.undone")}</Text>}
        {changes.map((change) => (
          <div key={change.name}>{told(change)}</div>
        ))}
      </Table.Td>
      <Table.Td>
        <Button size="compact-xs" variant="default" loading={isPending} onClick={() => mutate()}>
          {t("settings.undo")}
        </Button>
        {error && <ProblemNotice problem={asProblem(error)} />}
      </Table.Td>
    </Table.Tr>
  );
}
