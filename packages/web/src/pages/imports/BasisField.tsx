import type { ImportPreview } from "@kundenwert/contract";
import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ImportFlow } from "./use-import-flow.ts";

/** Net or gross, where the system that wrote the file does not say. */
export function BasisField({ flow, preview }: { flow: ImportFlow; preview: ImportPreview }) {
  const { t } = useTranslation();
  const { basis, ...others } = flow.reading;
  const isOpen = preview.warnings.some(({ code }) => code === "BASIS_ASSUMED");
  if (!isOpen && basis === undefined) return null;
  const choose = (value: string) =>
    flow.change(value ? { ...others, basis: value as "net" | "gross" } : others);
  return (
    <NativeSelect
      label={t("import.basis")}
      value={basis ?? ""}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      data={[
        { value: "", label: t("import.basis.open") },
        { value: "net", label: t("import.basis.net") },
        { value: "gross", label: t("import.basis.gross") },
      ]}
    />
  );
}
