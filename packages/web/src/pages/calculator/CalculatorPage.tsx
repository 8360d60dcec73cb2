import type { FormulaQuery } from "@kundenwert/contract";
import { Button, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { formulasQuery, overviewQuery } from "../../api/queries.ts";
import { Page } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { Difference } from "./Difference.tsx";
import { Drivers } from "./Drivers.tsx";
import { FormulaCard } from "./FormulaCard.tsx";
import { amountOf, FORMULAS, readFormulaSearch } from "./formula-inputs.ts";

/** What each formula gives, why they differ, and which lever moves most. */
export function CalculatorPage() {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: "/calculator" });
  const isValued = useQuery(overviewQuery).data?.state === "valued";
  const reset = (
    <Button variant="default" size="sm" onClick={() => void navigate({ search: {} })}>
      {t("calculator.reset")}
    </Button>
  );
  return (
    <Page title={t("nav.calculator")} intro={t("calculator.intro")} actions={reset}>
      <Formulas />
      {isValued && <Drivers />}
    </Page>
  );
}

function Formulas() {
  const { t } = useTranslation();
  const given = readFormulaSearch(useSearch({ from: "/calculator" }));
  const navigate = useNavigate({ from: "/calculator" });
  const query = useQuery(formulasQuery(given));
  const change = (changes: FormulaQuery) =>
    void navigate({
      search: (before) => ({ ...before, ...changes }),
      replace: true,
      resetScroll: false,
    });
  const hundred = (
    <Button
      variant="subtle"
      size="compact-xs"
      onClick={() => change({ fee: 100, months: 12, customers: 100 })}
    >
      {t("calculator.hundred")}
    </Button>
  );
  return (
    <QueryView query={query}>
      {(formulas) => (
        <>
          <div className="kw-formulas">
            {FORMULAS.map(({ name, inputs }) => (
              <FormulaCard
                key={name}
                name={name}
                inputs={inputs}
                given={formulas.inputs}
                value={amountOf(formulas, name)}
                onChange={change}
                example={name === "subscription" && <Group>{hundred}</Group>}
              />
            ))}
          </div>
          <Difference formulas={formulas} />
        </>
      )}
    </QueryView>
  );
}
