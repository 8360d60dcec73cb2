import type { ImportPreview } from "@kundenwert/contract";
import { Button, Group, Text, Title } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../components/Notice.tsx";
import { useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";
import { BasisField } from "./BasisField.tsx";
import { FormatFields } from "./FormatFields.tsx";
import { MappingFields } from "./MappingFields.tsx";
import { PreviewTable } from "./PreviewTable.tsx";
import { Question } from "./Question.tsx";
import { TableField } from "./TableField.tsx";
import type { ImportFlow } from "./use-import-flow.ts";

type Props = { flow: ImportFlow; preview: ImportPreview };

/** What the file would become: to confirm, to change, or to leave. */
export function PreviewPanel({ flow, preview }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { problems, warnings, rowsRead, fileName } = preview;
  return (
    <section className="kw-card" aria-labelledby="preview">
      <Title order={2} size="h4" id="preview">
        {fileName}
      </Title>
      <Text c="dimmed" mb="md">
        {t("import.found", {
          count: rowsRead,
          n: format.count(rowsRead),
          columns: format.count(preview.columns.length),
        })}
      </Text>
      {problems.map((problem) => (
        <Question key={problem.code} problem={problem} flow={flow} />
      ))}
      {warnings.map(({ code, details }) => (
        <Notice key={code} severity="warning" title={textOf(`warning.${code}`, details) ?? code} />
      ))}
      <TableField flow={flow} preview={preview} />
      <BasisField flow={flow} preview={preview} />
      <FormatFields flow={flow} preview={preview} />
      <MappingFields flow={flow} preview={preview} />
      <AmountNotes preview={preview} />
      <PreviewTable preview={preview} />
      <Group mt="lg">
        <Button
          onClick={flow.start}
          disabled={problems.length > 0}
          loading={flow.isBusy}
          rightSection={<IconArrowRight size={16} aria-hidden />}
        >
          {t(flow.isFollowed ? "import.start" : "import.only", {
            count: rowsRead,
            n: format.count(rowsRead),
          })}
        </Button>
        <Button variant="default" onClick={flow.reset}>
          {t("import.other")}
        </Button>
      </Group>
    </section>
  );
}

/** Where an amount comes from that no column holds, and whose currency it is taken for. */
function AmountNotes({ preview: { mapping, rows } }: Pick<Props, "preview">) {
  const { t } = useTranslation();
  const currency = rows.find(({ parsed }) => parsed?.currency)?.parsed?.currency;
  const isProduct = !mapping.amount && !mapping.gross && mapping.quantity && mapping.unitPrice;
  return (
    <Text size="sm" c="dimmed" mb="md">
      {isProduct && `${t("import.product")} `}
      {currency && !mapping.currency && t("import.currency", { currency: String(currency) })}
    </Text>
  );
}
