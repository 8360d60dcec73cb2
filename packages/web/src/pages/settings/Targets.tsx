import type { SettingsChanged, TargetSetting } from "@kundenwert/contract";
import { Button, Table, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { post } from "../../api/client.ts";
import { asProblem } from "../../api/problem-error.ts";
import { figureCatalogueQuery, SETTINGS, VALUES } from "../../api/queries.ts";
import { Panel } from "../../components/Panel.tsx";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";
import { ScrollingTable } from "../../components/ScrollingTable.tsx";
import { TargetForm } from "./TargetForm.tsx";
import { useTargetWords } from "./target-words.ts";

/** What key figures shall reach: told, set, and dropped. It holds at once. */
export function Targets({ targets }: { targets: readonly TargetSetting[] }) {
  const { t } = useTranslation();
  const { data: catalogue } = useQuery(figureCatalogueQuery);
  const { mutate, isPending, error } = useChange();
  return (
    <div className="kw-above">
      <Panel title={t("setting.targets")}>
        <Text size="sm" c="dimmed">
          {t("targets.reading")}
        </Text>
        {targets.length > 0 && (
          <TargetTable
            targets={targets}
            isPending={isPending}
            onDrop={(dropped) => mutate(targets.filter((each) => each !== dropped))}
          />
        )}
        {catalogue && (
          <TargetForm
            figures={catalogue.items}
            isPending={isPending}
            onAdd={(added) => mutate([...targets, added])}
          />
        )}
        {error && <ProblemNotice problem={asProblem(error)} />}
      </Panel>
    </div>
  );
}

/** Writes all targets anew; every page with figures is read again. */
function useChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (targets: readonly TargetSetting[]) =>
      post<SettingsChanged>("/settings/changes", {
        changes: { targets: targets.length > 0 ? targets : null },
      }),
    onSuccess: async () => {
      for (const key of [SETTINGS, VALUES]) await client.invalidateQueries({ queryKey: [key] });
    },
  });
}

type TableProps = {
  targets: readonly TargetSetting[];
  isPending: boolean;
  onDrop: (target: TargetSetting) => void;
};

function TargetTable({ targets, isPending, onDrop }: TableProps) {
  const { t } = useTranslation();
  const words = useTargetWords();
  return (
    <ScrollingTable label={t("setting.targets")} verticalSpacing={8} fz="sm" mt="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("targets.figure")}</Table.Th>
          <Table.Th scope="col">{t("targets.target")}</Table.Th>
          <Table.Th scope="col">{t("targets.for")}</Table.Th>
          <Table.Th scope="col">{t("settings.actions")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {targets.map((target) => {
          const { figure, bound, narrowed } = words(target);
          return (
            <Table.Tr key={JSON.stringify(target)}>
              <Table.Td>{figure}</Table.Td>
              <Table.Td className="kw-nowrap">{bound}</Table.Td>
              <Table.Td>{narrowed}</Table.Td>
              <Table.Td>
                <Button
                  size="compact-xs"
                  variant="default"
                  loading={isPending}
                  aria-label={`${t("targets.drop")}: ${figure} ${bound}`}
                  onClick={() => onDrop(target)}
                >
                  {t("targets.drop")}
                </Button>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </ScrollingTable>
  );
}
