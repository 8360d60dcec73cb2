import type { EditableSetting, SettingsChanged, SettingValue } from "@kundenwert/contract";
import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { post } from "../../api/client.ts";
import { asProblem, ProblemError } from "../../api/problem-error.ts";
import { overviewQuery, SETTINGS } from "../../api/queries.ts";
import { Notice } from "../../components/Notice.tsx";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";
import { textOf } from "../../i18n/loose.ts";
import { settingName, useSettingText } from "./setting-text.ts";
import { useTargetChange } from "./target-words.ts";

export type Drafts = Readonly<Record<string, SettingValue>>;

type Props = { settings: readonly EditableSetting[]; drafts: Drafts; onDone: () => void };

/** What would change, checked by the server; saved, saved and computed anew, or given up. */
export function Pending({ settings, drafts, onDone }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const refusal = useRefusal(settings);
  const trial = useQuery({
    queryKey: [SETTINGS, "trial", drafts],
    queryFn: () => post<SettingsChanged>("/settings/changes", { changes: drafts, isTrial: true }),
  });
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (isRun: boolean) => {
      await post<SettingsChanged>("/settings/changes", { changes: drafts });
      if (isRun) await post("/runs", {});
    },
    onSuccess: async () => {
      onDone();
      await client.invalidateQueries({ queryKey: [SETTINGS] });
      await client.invalidateQueries({ queryKey: overviewQuery.queryKey });
    },
  });
  const problem = error ?? trial.error;
  const changes = trial.data?.changes ?? [];
  if (!problem && trial.data && changes.length === 0) return null;
  return (
    <section className="kw-card kw-pending" aria-label={t("settings.pending")}>
      {problem ? (
        <ProblemNotice problem={refusal(problem)} />
      ) : (
        <Changes settings={settings} changes={changes} />
      )}
      <Group gap="sm" mt="sm">
        <Button
          disabled={trial.data === undefined}
          loading={isPending}
          onClick={() => mutate(true)}
        >
          {t("settings.saveAndRun")}
        </Button>
        <Button
          variant="default"
          disabled={trial.data === undefined}
          loading={isPending}
          onClick={() => mutate(false)}
        >
          {t("settings.save")}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t("settings.discard")}
        </Button>
      </Group>
    </section>
  );
}

type ChangesProps = {
  settings: readonly EditableSetting[];
  changes: SettingsChanged["changes"];
};

function Changes({ settings, changes }: ChangesProps) {
  const { t } = useTranslation();
  const told = useChangeText(settings);
  const areas = new Set(
    settings
      .filter(({ name }) => changes.some((change) => change.name === name))
      .map(({ area }) => textOf(`settings.touches.${area}`)),
  );
  return (
    <Notice severity="info" title={t("settings.pending")} role="status">
      <ul className="kw-changes">
        {changes.map((change) => (
          <li key={change.name}>{told(change)}</li>
        ))}
      </ul>
      <Text size="sm">{t("settings.effect", { areas: [...areas].join(" ") })}</Text>
    </Notice>
  );
}

/** Tells a change in a sentence. */
export function useChangeText(
  settings: readonly EditableSetting[],
): (change: SettingsChanged["changes"][number]) => string {
  const { t } = useTranslation();
  const told = useSettingText();
  const targets = useTargetChange();
  return ({ name, before, after }) => {
    if (name === "targets") return targets(before, after);
    const setting = settings.find((each) => each.name === name);
    const value = (of: SettingValue) => {
      if (!setting) return String(of);
      return of === null && setting.standard !== null
        ? t("setting.asStandard", { value: told(setting, setting.standard) })
        : told(setting, of);
    };
    return t("settings.change", {
      name: settingName(name),
      before: value(before),
      after: value(after),
    });
  };
}

/** A refusal names the setting and its value as the page does. */
function useRefusal(settings: readonly EditableSetting[]): (error: unknown) => ProblemError {
  const told = useSettingText();
  return (error) => {
    const { code, status, message, details } = asProblem(error);
    const setting = settings.find(({ name }) => name === details.setting);
    if (!setting) return asProblem(error);
    const value = told(setting, details.value as SettingValue);
    return new ProblemError({
      code,
      status,
      title: message,
      details: { setting: settingName(setting.name), value },
    });
  };
}
