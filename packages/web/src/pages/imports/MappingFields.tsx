import type { ColumnRole, ImportPreview } from "@kundenwert/contract";
import { NativeSelect, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ImportFlow } from "./use-import-flow.ts";

/** What nearly every file has, and what is asked for first. */
const MAIN: readonly ColumnRole[] = ["customer", "time", "amount", "order"];
const REQUIRED: readonly ColumnRole[] = ["customer", "time"];
const MORE: readonly ColumnRole[] = [
  "product",
  "category",
  "quantity",
  "unitPrice",
  "cost",
  "unitCost",
  "tax",
  "gross",
  "currency",
  "channel",
  "line",
  "returnOf",
];

type Props = { flow: ImportFlow; preview: ImportPreview };

/** Which column means what: as guessed, to be confirmed or changed. */
export function MappingFields({ flow, preview }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className="kw-fieldset">
      <Title order={3} size="h5" component="legend">
        {t("import.mapping")}
      </Title>
      <div className="kw-fields">
        {MAIN.map((role) => (
          <RoleField key={role} role={role} flow={flow} preview={preview} />
        ))}
      </div>
      <details className="kw-more">
        <summary>{t("import.moreColumns")}</summary>
        <div className="kw-fields">
          {MORE.map((role) => (
            <RoleField key={role} role={role} flow={flow} preview={preview} />
          ))}
        </div>
      </details>
    </fieldset>
  );
}

function RoleField({ role, flow, preview }: Props & { role: ColumnRole }) {
  const { t } = useTranslation();
  const { reading, change } = flow;
  const said = reading.mapping?.[role];
  const value = said === undefined ? preview.mapping[role] : said;
  return (
    <NativeSelect
      label={t(`role.${role}`)}
      required={REQUIRED.includes(role)}
      value={value ?? ""}
      onChange={({ currentTarget }) => {
        const column = currentTarget.value || null;
        change({ ...reading, mapping: { ...reading.mapping, [role]: column } });
      }}
      data={[{ value: "", label: t("import.noColumn") }, ...preview.columns]}
    />
  );
}
