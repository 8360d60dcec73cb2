import type { ImportPreview } from "@kundenwert/contract";
import { NativeSelect, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { textOf } from "../../i18n/loose.ts";
import type { ImportFlow } from "./use-import-flow.ts";

/** What nearly every file of orders has, and what is asked for first. */
const FIRST: readonly string[] = ["customer", "time", "amount", "order"];

type Props = { flow: ImportFlow; preview: ImportPreview };
type Role = ImportPreview["roles"][number];

/** Which column means what: as guessed, to be confirmed or changed. */
export function MappingFields({ flow, preview }: Props) {
  const { t } = useTranslation();
  const isFirst = ({ role, required }: Role) =>
    required ||
    preview.mapping[role] != null ||
    (preview.table === "orders" && FIRST.includes(role));
  const first = preview.roles.filter(isFirst);
  const more = preview.roles.filter((each) => !isFirst(each));
  return (
    <fieldset className="kw-fieldset">
      <Title order={3} size="h5" component="legend">
        {t("import.mapping")}
      </Title>
      <div className="kw-fields">
        {first.map((each) => (
          <RoleField key={each.role} {...each} flow={flow} preview={preview} />
        ))}
      </div>
      <details className="kw-more">
        <summary>{t("import.moreRoles", { n: more.length })}</summary>
        <div className="kw-fields">
          {more.map((each) => (
            <RoleField key={each.role} {...each} flow={flow} preview={preview} />
          ))}
        </div>
      </details>
    </fieldset>
  );
}

function RoleField({ role, required, flow, preview }: Props & Role) {
  const { t } = useTranslation();
  const { reading, change } = flow;
  const said = reading.mapping?.[role];
  const value = said === undefined ? preview.mapping[role] : said;
  return (
    <NativeSelect
      label={textOf(`role.${role}`) ?? role}
      required={required}
      value={value ?? ""}
      onChange={({ currentTarget }) => {
        const column = currentTarget.value || null;
        change({ ...reading, mapping: { ...reading.mapping, [role]: column } });
      }}
      data={[{ value: "", label: t("import.noColumn") }, ...preview.columns]}
    />
  );
}
