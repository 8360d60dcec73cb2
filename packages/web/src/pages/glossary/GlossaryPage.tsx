import type { FigureCatalogue, FigureDefinition } from "@kundenwert/contract";
import { Group, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { figureCatalogueQuery } from "../../api/queries.ts";
import { Page } from "../../components/Page.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { TableFiles } from "../../components/TableFiles.tsx";
import { useBasisText, useFigureText } from "../../figures/use-catalogue.ts";
import { useFormat } from "../../i18n/format.ts";
import { Entry } from "./Entry.tsx";

/** What every key figure means: formula, basis, worked example. */
export function GlossaryPage() {
  const { t } = useTranslation();
  const query = useQuery(figureCatalogueQuery);
  return (
    <Page title={t("nav.glossary")} intro={t("glossary.intro")}>
      <QueryView query={query}>{(catalogue) => <Entries catalogue={catalogue} />}</QueryView>
    </Page>
  );
}

function Entries({ catalogue }: { catalogue: FigureCatalogue }) {
  const { t } = useTranslation();
  const { count } = useFormat();
  const { search = "", figure } = useSearch({ from: "/glossary" });
  const navigate = useNavigate({ from: "/glossary" });
  const text = useFigureText();
  const found = catalogue.items.filter((each) => matches(each, figure, search));
  const change = (value: string) =>
    void navigate({ search: value ? { search: value } : {}, replace: true });
  return (
    <>
      <Group mb="md" align="flex-end">
        <TextInput
          label={t("glossary.search")}
          type="search"
          value={figure ? (text(found[0] ?? (catalogue.items[0] as never))?.label ?? "") : search}
          onChange={({ currentTarget }) => change(currentTarget.value)}
          leftSection={<IconSearch size={16} aria-hidden />}
          maxLength={100}
          className="kw-grow"
        />
        <Text size="sm" c="dimmed" role="status">
          {t("glossary.found", { n: count(found.length), all: count(catalogue.items.length) })}
        </Text>
        <TableFiles table={useTable(found, catalogue)} fileName="kundenwert-glossary" />
      </Group>
      {found.length === 0 && <Text>{t("glossary.none", { search })}</Text>}
      <div className="kw-entries">
        {found.map((definition) => (
          <Entry key={definition.name} definition={definition} catalogue={catalogue} />
        ))}
      </div>
    </>
  );
}

/** Whether a figure is the one that is named, or says what is searched in either language. */
function matches(definition: FigureDefinition, figure: string | undefined, search: string) {
  if (figure) return definition.name === figure;
  const { name, de, en } = definition;
  const said = [name, de.label, de.meaning, de.formula, en.label, en.meaning, en.formula];
  const wanted = search.trim().toLocaleLowerCase();
  return said.join(" ").toLocaleLowerCase().includes(wanted);
}

function useTable(found: readonly FigureDefinition[], catalogue: FigureCatalogue) {
  const { t } = useTranslation();
  const text = useFigureText();
  const basis = useBasisText();
  const names = ["name", "label", "meaning", "formula", "example", "basis"] as const;
  return {
    columns: names.map((name) => ({ label: t(`glossary.${name}`) })),
    rows: found.map((definition) => {
      const { label, meaning, formula, example } = text(definition);
      return [definition.name, label, meaning, formula, example, basis(definition, catalogue)];
    }),
  };
}
