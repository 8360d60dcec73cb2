import { useTranslation } from "react-i18next";
import { textOf } from "../i18n/loose.ts";

/** Members of a dimension in words: what is not known, the rest, and codes of our own. */
export function useMemberName(dimension: string): (member: string) => string {
  const { t } = useTranslation();
  return (member) => {
    if (member === "") return t("member.unknown");
    return textOf(`member.${dimension}.${member}`) ?? textOf(`member.${member}`) ?? member;
  };
}
