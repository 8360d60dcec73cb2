import type { EditableSetting, SettingValue } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";
import { type Format, useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";

type Kind = Pick<EditableSetting, "name" | "kind">;

/** The name of a setting in the reader's words; its own name where the page does not know it. */
export function settingName(name: string): string {
  return textOf(`setting.${name}`) ?? name;
}

/** A value as people write it; what it means to say nothing is told in words. */
export function useSettingText(): (setting: Kind, value: SettingValue) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (setting, value) =>
    value === null ? t("setting.nothing") : shown(setting, value, format);
}

function shown({ name, kind }: Kind, value: NonNullable<SettingValue>, format: Format): string {
  if (Array.isArray(value)) return value.map((each) => format.count(Number(each))).join(", ");
  if (typeof value === "string") return textOf(`setting.${name}.${value}`) ?? value;
  return kind === "share" ? format.rate(value) : format.precise(value);
}

/** What a field shows of a value: shares in percent, months as a list. */
export function writtenAs({ kind }: Pick<EditableSetting, "kind">, value: SettingValue): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.join(", ");
  // 7 % is 0.07, and 0.07 * 100 is 7.000000000000001.
  return kind === "share" ? String(Number((Number(value) * 100).toPrecision(12))) : String(value);
}

/** What was typed as a value; undefined where it is none. */
export function readAs(
  { kind, isOptional }: Pick<EditableSetting, "kind" | "isOptional">,
  text: string,
): SettingValue | undefined {
  const typed = text.trim();
  if (typed === "") return isOptional ? null : undefined;
  if (kind === "text" || kind === "choice") return typed;
  if (kind === "months") {
    const months = typed.split(/[\s,;]+/).map(Number);
    return months.every(Number.isInteger) ? months : undefined;
  }
  const number = Number(typed);
  if (!Number.isFinite(number)) return undefined;
  return kind === "share" ? Number((number / 100).toPrecision(12)) : number;
}
