import { useTranslation } from "react-i18next";

/** A, B or C: who holds the first 80 % of the value, the next 15 %, the rest. */
export function ClassBadge({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <span className={`kw-class kw-class-${name}`} title={t("customers.class.why")}>
      {name}
    </span>
  );
}
