import type { ClvDriver } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Panel } from "../../components/Panel.tsx";
import { useFormat } from "../../i18n/format.ts";

/** CLV as the product it is taken for: order value × orders a year × margin × lifetime. */
export function DriverTree({ drivers }: { drivers: readonly ClvDriver[] }) {
  const { t } = useTranslation();
  const { money, percent, number } = useFormat();
  const value = (driver: ClvDriver["driver"]) =>
    drivers.find((each) => each.driver === driver)?.value ?? null;
  const factors = [
    { name: t("driver.order_value"), value: money(value("order_value")) },
    { name: t("driver.frequency"), value: number(value("frequency")) },
    { name: t("driver.margin"), value: percent(value("margin")) },
    {
      name: t("driver.lifetime"),
      value: t("driver.years", { value: number(value("lifetime")) }),
      from: t("driver.fromChurn", { rate: percent(value("churn_rate")) }),
    },
  ];
  return (
    <Panel title={t("driver.tree")}>
      <Text size="sm" c="dimmed">
        {t("driver.clv")}
      </Text>
      <Text fz={28} fw={600}>
        {money(drivers[0]?.clv ?? null)}
      </Text>
      <ul className="kw-tree">
        {factors.map(({ name, value: shown, from }, i) => (
          <li key={name}>
            <span aria-hidden className="kw-tree-sign">
              {i === 0 ? "=" : "×"}
            </span>
            <div>
              <Text size="sm" c="dimmed">
                {name}
              </Text>
              <Text fw={600}>{shown}</Text>
              {from && (
                <Text size="xs" c="dimmed">
                  {from}
                </Text>
              )}
            </div>
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {t("driver.rule")}
      </Text>
    </Panel>
  );
}
