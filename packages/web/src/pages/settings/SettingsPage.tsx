import type { EditableSetting, SettingSheet } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { overviewQuery, settingSheetQuery } from "../../api/queries.ts";
import { StartRun } from "../../app/StartRun.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { Panel } from "../../components/Panel.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { textOf } from "../../i18n/loose.ts";
import { History } from "./History.tsx";
import { type Drafts, Pending } from "./Pending.tsx";
import { SettingField } from "./SettingField.tsx";
import { Targets } from "./Targets.tsx";

const AREAS = ["value", "figures", "segments", "warnings", "health", "feedback"] as const;

/** What the workspace has decided: explained, changed, and taken back. */
export function SettingsPage() {
  const { t } = useTranslation();
  const query = useQuery(settingSheetQuery);
  return (
    <Page title={t("nav.settings")} intro={t("settings.intro")}>
      <QueryView query={query} height={600}>
        {(sheet) => <Sheet sheet={sheet} />}
      </QueryView>
    </Page>
  );
}

function Sheet({ sheet }: { sheet: SettingSheet }) {
  const { t } = useTranslation();
  const [drafts, setDrafts] = useState<Drafts>({});
  const { items, targets, isRunNeeded, inFile } = sheet;
  return (
    <>
      {isRunNeeded && <RunNeeded />}
      {AREAS.map((area) => (
        <div key={area} className="kw-above">
          <Panel title={t(`settings.area.${area}`)}>
            <div className="kw-settings">
              {ofArea(items, area).map((setting) => (
                <SettingField
                  key={setting.name}
                  setting={setting}
                  draft={drafts[setting.name]}
                  onChange={(value) => setDrafts({ ...drafts, [setting.name]: value })}
                />
              ))}
            </div>
          </Panel>
        </div>
      ))}
      {Object.keys(drafts).length > 0 && (
        <Pending settings={items} drafts={drafts} onDone={() => setDrafts({})} />
      )}
      <Targets targets={targets} />
      <InFile names={inFile} />
      <div className="kw-below">
        <History settings={items} />
      </div>
    </>
  );
}

function ofArea(items: readonly EditableSetting[], area: EditableSetting["area"]) {
  return items.filter((each) => each.area === area);
}

/** The figures still rest on what was set before. */
function RunNeeded() {
  const { t } = useTranslation();
  const { data } = useQuery(overviewQuery);
  if (!data || data.activeJob || data.state === "empty") return null;
  return (
    <Notice severity="info" title={t("settings.runNeeded")}>
      <StartRun label={t("status.recompute")} />
    </Notice>
  );
}

/** What is not changed here, and why. */
function InFile({ names }: { names: SettingSheet["inFile"] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("settings.inFile")}>
      <Text size="sm" mb="xs">
        {t("settings.inFile.text")}
      </Text>
      <ul className="kw-changes">
        {names.map(({ name, isWritten }) => (
          <li key={name}>
            {textOf(`inFile.${name}`)} <code>{name}</code>:{" "}
            {t(isWritten ? "settings.isWritten" : "settings.isNotWritten")}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
