import type { Basis, Equity } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";
import { Switch } from "../../components/Switch.tsx";
import { useView } from "../../view.ts";

/** How far to look ahead, and in what. */
export function ViewSwitches({ items }: { items: readonly Equity[] }) {
  const { t } = useTranslation();
  const { horizon, basis = "revenue", change } = useView();
  const months = items.map(({ horizonMonths }) => horizonMonths);
  const chosen = months.find((each) => each === horizon) ?? months[0];
  const bases: readonly Basis[] = ["revenue", "contribution"];
  return (
    <>
      <Switch
        label={t("view.horizon")}
        value={String(chosen)}
        options={months.map((each) => ({
          value: String(each),
          label: t("view.months", { count: each }),
        }))}
        onChange={(value) => change({ horizon: Number(value) })}
      />
      {items.some(({ contributionDiscounted }) => contributionDiscounted !== null) && (
        <Switch
          label={t("view.basis")}
          value={basis}
          options={bases.map((each) => ({ value: each, label: t(`basis.${each}`) }))}
          onChange={(value) => change({ basis: value })}
        />
      )}
    </>
  );
}
