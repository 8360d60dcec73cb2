import type { Job } from "@kundenwert/contract";
import { Anchor, List, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { apiUrl } from "../../api/client.ts";
import { KeyFigure } from "../../components/KeyFigure.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";

/** What an import's job leaves as its result. */
type ImportResult = {
  readonly importId: number;
  readonly alreadyImported: boolean;
  readonly rows: Readonly<Record<(typeof COUNTS)[number], number>>;
  readonly rejects: readonly { reason: string; column: string | null; count: number }[];
};
const COUNTS = ["read", "added", "known", "superseded", "rejected"] as const;

/** What became of the rows of a file; every one of them is accounted for. */
export function ImportCounts({ result }: { result: Job["result"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { importId, alreadyImported, rows, rejects } = result as unknown as ImportResult;
  return (
    <>
      {alreadyImported && <Notice severity="info" title={t("import.already")} />}
      <div className="kw-figures">
        {COUNTS.map((name) => (
          <KeyFigure key={name} label={t(`rows.${name}`)} value={format.count(rows[name])} />
        ))}
      </div>
      {rejects.length > 0 && (
        <>
          <Text mt="md" fw={600}>
            {t("import.rejects")}
          </Text>
          <List size="sm" mb="xs">
            {rejects.map((each) => (
              <List.Item key={`${each.reason}${each.column}`}>
                {`${format.count(each.count)} × ${textOf(`reject.${each.reason}`, each) ?? each.reason}`}
              </List.Item>
            ))}
          </List>
          <Anchor href={apiUrl(`/imports/${importId}/rejects.csv`)} download size="sm">
            {t("import.rejectsCsv")}
          </Anchor>
        </>
      )}
    </>
  );
}
