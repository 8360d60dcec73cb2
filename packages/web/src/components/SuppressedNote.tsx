import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format.ts";

type Props = { of: { readonly smallestGroup: number; readonly suppressed: number } };

/** That values of small groups are left out, and how many. */
export function SuppressedNote({ of: { smallestGroup, suppressed } }: Props) {
  const { t } = useTranslation();
  const { count } = useFormat();
  if (suppressed === 0) return null;
  return (
    <Text size="sm" mt={8}>
      {t("suppressed", { count: suppressed, n: count(suppressed), least: smallestGroup })}
    </Text>
  );
}
