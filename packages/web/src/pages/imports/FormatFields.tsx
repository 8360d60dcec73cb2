import type { FormatOptions, ImportPreview } from "@kundenwert/contract";
import { NativeSelect, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { textOf } from "../../i18n/loose.ts";
import type { ImportFlow } from "./use-import-flow.ts";

const CHOICES = {
  encoding: ["utf-8", "windows-1252", "iso-8859-1", "utf-16le", "utf-16be"],
  delimiter: [";", ",", "\t", "|", "whitespace"],
  decimal: ["comma", "point"],
  dateFormat: ["dmy", "mdy", "ymd"],
} as const;
type Choice = keyof typeof CHOICES;

type Props = { flow: ImportFlow; preview: ImportPreview };

/** How the file is written: what was found, to be changed where it is wrong. */
export function FormatFields({ flow, preview }: Props) {
  const { t } = useTranslation();
  const { reading, change } = flow;
  if (preview.format && preview.format.kind !== "csv") return null;
  const choose = (name: Choice, value: string) => {
    const { [name]: _, ...others } = reading.format ?? {};
    const format = value === "" ? others : { ...others, [name]: value as never };
    change({ ...reading, format });
  };
  return (
    <fieldset className="kw-fieldset">
      <Title order={3} size="h5" component="legend">
        {t("import.format")}
      </Title>
      <div className="kw-fields">
        {(Object.keys(CHOICES) as Choice[]).map((name) => (
          <NativeSelect
            key={name}
            label={t(`format.${name}`)}
            value={reading.format?.[name] ?? ""}
            onChange={({ currentTarget }) => choose(name, currentTarget.value)}
            data={[
              { value: "", label: detected(t("format.detected"), name, preview) },
              ...CHOICES[name].map((value) => ({ value, label: nameOf(name, value) })),
            ]}
          />
        ))}
      </div>
    </fieldset>
  );
}

function nameOf(name: Choice, value: string): string {
  return textOf(`format.${name}.${value === "\t" ? "tab" : value}`) ?? value;
}

/** "found: Windows-1252"; only "found automatically" where the file did not tell. */
function detected(word: string, name: Choice, { format, decisions }: ImportPreview): string {
  const found = name === "decimal" || name === "dateFormat" ? formOf(name, format) : format?.[name];
  const decided = decisions.find(({ decision }) => decision === name)?.value;
  const value = (found ?? decided) as FormatOptions[Choice];
  return typeof value === "string" && value ? `${word}: ${nameOf(name, value)}` : word;
}

/** Numbers and days are found by column; the first that tells is shown. */
function formOf(name: "decimal" | "dateFormat", format: ImportPreview["format"]): unknown {
  const forms = Object.values(format?.[name === "decimal" ? "numbers" : "times"] ?? {});
  const key = name === "decimal" ? "decimal" : "order";
  return forms.map((form: Record<string, unknown>) => form[key]).find((each) => each !== "none");
}
