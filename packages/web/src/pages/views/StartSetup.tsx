import type { Preferences } from "@kundenwert/contract";
import { Group, NativeSelect, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { put } from "../../api/client.ts";
import { asProblem } from "../../api/problem-error.ts";
import { overviewQuery, preferencesQuery } from "../../api/queries.ts";
import { Panel } from "../../components/Panel.tsx";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { chooseLanguage, LANGUAGES, type Language } from "../../i18n/language.ts";
import { START_TILES, USUAL_TILES } from "../start/tiles.ts";

/** Which tiles the start page has, what they show first, and the language. */
export function StartSetup() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const query = useQuery(preferencesQuery);
  const { mutate, error, isSuccess } = useMutation({
    mutationFn: (preferences: Preferences) => put<Preferences>("/preferences", preferences),
    // One after another, so that the last choice stays.
    scope: { id: "preferences" },
    onError: () => client.invalidateQueries({ queryKey: preferencesQuery.queryKey }),
  });
  // Shown at once: the next choice builds on it.
  const [chosen, setChosen] = useState<Preferences>();
  const choose = (preferences: Preferences) => {
    setChosen(preferences);
    client.setQueryData(preferencesQuery.queryKey, preferences);
    mutate(preferences);
  };
  return (
    <Panel title={t("startSetup.title")}>
      <Text size="sm" mb="sm">
        {t("startSetup.text")}
      </Text>
      {error && <ProblemNotice problem={asProblem(error)} />}
      <QueryView query={query} height={160}>
        {(saved) => (
          <>
            <Tiles preferences={chosen ?? saved} onChange={choose} />
            <Filters preferences={chosen ?? saved} onChange={choose} />
          </>
        )}
      </QueryView>
      <Text size="xs" c="dimmed" mt="sm" role="status">
        {isSuccess && t("startSetup.saved")}
      </Text>
    </Panel>
  );
}

type PartProps = { preferences: Preferences; onChange: (preferences: Preferences) => void };

function Tiles({ preferences, onChange }: PartProps) {
  const { t } = useTranslation();
  const shown = preferences.tiles ?? USUAL_TILES;
  const toggle = (tile: (typeof START_TILES)[number], isOn: boolean) =>
    onChange({
      ...preferences,
      tiles: START_TILES.filter((each) => (each === tile ? isOn : shown.includes(each))),
    });
  return (
    <fieldset className="kw-checks">
      <legend>{t("startSetup.tiles")}</legend>
      {START_TILES.map((tile) => (
        <label key={tile}>
          <input
            type="checkbox"
            checked={shown.includes(tile)}
            onChange={({ currentTarget }) => toggle(tile, currentTarget.checked)}
          />
          {t(`startSetup.tile.${tile}`)}
        </label>
      ))}
    </fieldset>
  );
}

function Filters({ preferences, onChange }: PartProps) {
  const { t } = useTranslation();
  const { data } = useQuery(overviewQuery);
  const { horizon, basis, language } = preferences;
  const asIs = { value: "", label: t("startSetup.asIs") };
  const spoken = (chosen: string) => {
    onChange({ ...preferences, language: chosen === "" ? null : (chosen as Language) });
    if (chosen !== "") void chooseLanguage(chosen as Language);
  };
  return (
    <Group gap="md" mt="sm" align="flex-end">
      <NativeSelect
        label={t("view.horizon")}
        value={horizon === null ? "" : String(horizon)}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...preferences, horizon: value === "" ? null : Number(value) })
        }
        data={[
          asIs,
          ...(data?.horizons ?? []).map((each) => ({
            value: String(each),
            label: t("view.months", { count: each }),
          })),
        ]}
      />
      <NativeSelect
        label={t("view.basis")}
        value={basis ?? ""}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...preferences, basis: value === "" ? null : (value as "revenue") })
        }
        data={[
          asIs,
          { value: "revenue", label: t("basis.revenue") },
          { value: "contribution", label: t("basis.contribution") },
        ]}
      />
      <NativeSelect
        label={t("shell.language")}
        value={language ?? ""}
        onChange={({ currentTarget }) => spoken(currentTarget.value)}
        data={[
          asIs,
          ...LANGUAGES.map((each) => ({ value: each, label: t(`startSetup.language.${each}`) })),
        ]}
      />
    </Group>
  );
}
