import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  type EditableSetting,
  Problem,
  SettingChangeParams,
  SettingChangeRequest,
  SettingHistory,
  SettingSheet,
  SettingsChanged,
  SettingsView,
  type TargetSetting,
} from "@kundenwert/contract";
import { checkTargets } from "../../pipeline/figures/targets.ts";
import { adoptTargets, changeSettings } from "../../workspace/change-settings.ts";
import { keepSettings, undoSettings } from "../../workspace/keep-settings.ts";
import { EDITABLE_SETTINGS, FILE_SETTINGS, settingAt } from "../../workspace/setting-list.ts";
import { readSettings, readWritten, SETTINGS_FILE } from "../../workspace/settings.ts";
import type { AppContext } from "../app-context.ts";
import { requireRest } from "../at-rest.ts";
import { instant } from "../message.ts";

/** What the workspace has decided: told, changed in its file, and taken back. */
export const settingRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, context) => {
  await app.register(readRoutes, context);
  await app.register(changeRoutes, context);
};

const readRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, context) => {
  const { store, workspace } = context;
  app.get(
    "/settings",
    { schema: { operationId: "getSettings", response: { 200: SettingsView } } },
    async () => workspace.settings,
  );
  app.get(
    "/settings/sheet",
    {
      schema: {
        operationId: "getSettingSheet",
        description:
          "Every setting that can be changed here, as the file and as the figures have it.",
        response: { 200: SettingSheet, 409: Problem },
      },
    },
    async () => sheetOf(context),
  );
  app.get(
    "/settings/changes",
    { schema: { operationId: "listSettingChanges", response: { 200: SettingHistory } } },
    async () => ({
      items: store.settingChanges
        .list(50)
        .map((item) => ({ ...item, changes: item.changes as Changes })),
    }),
  );
};

const changeRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, context) => {
  const { store, workspace } = context;
  const { directory } = workspace;
  app.post(
    "/settings/changes",
    {
      schema: {
        operationId: "changeSettings",
        description:
          "Writes into kundenwert.yaml; comments and other entries stay. Targets hold at once, all else from the next run on.",
        body: SettingChangeRequest,
        response: { 200: SettingsChanged, 400: Problem, 409: Problem, 422: Problem },
      },
    },
    async ({ body: { changes, isTrial = false } }) => {
      if (changes.targets) checkTargets(changes.targets as TargetSetting[]);
      if (isTrial) return { changes: changeSettings(directory, changes, true) as Changes };
      requireRest(store);
      const made = keepSettings(directory, store.settingChanges, changes);
      adoptTargets(workspace);
      return { changes: made as Changes };
    },
  );
  app.post(
    "/settings/changes/:id/undo",
    {
      schema: {
        operationId: "undoSettingChange",
        description: "Writes what stood in the file before a change.",
        params: SettingChangeParams,
        response: { 200: SettingsChanged, 404: Problem, 409: Problem, 422: Problem },
      },
    },
    async ({ params: { id } }) => {
      requireRest(store);
      const made = undoSettings(directory, store.settingChanges, id);
      adoptTargets(workspace);
      return { changes: made as Changes };
    },
  );
};

type Changes = SettingsChanged["changes"];
type Single = EditableSetting["standard"];

async function sheetOf({ workspace }: AppContext): Promise<SettingSheet> {
  const { directory, settings } = workspace;
  const written = readWritten(directory);
  const next = readSettings(directory);
  const items = EDITABLE_SETTINGS.map(({ name, area, range, standard }) => ({
    name,
    area,
    ...range,
    choices: [...range.choices],
    standard: standard as Single,
    written: settingAt(written, name) as Single,
    value: settingAt(next, name) as Single,
    inEffect: settingAt(settings, name) as Single,
  }));
  return {
    items,
    targets: [...next.targets],
    isRunNeeded: !isDeepStrictEqual(next, settings) || (await isFileNewer(workspace)),
    inFile: FILE_SETTINGS.map((name) => ({ name, isWritten: Object.hasOwn(written, name) })),
  };
}

/** Whether the file was changed after the last run, and before this server read it. */
async function isFileNewer({ directory, engine }: AppContext["workspace"]): Promise<boolean> {
  const file = join(directory, SETTINGS_FILE);
  if (!existsSync(file) || !(await engine.hasTable("report"))) return false;
  const [run] = await engine.rows("SELECT MAX(created_at) AS created_at FROM report");
  const { mtimeMs } = statSync(file);
  const isReadSince = mtimeMs < Date.now() - 1000 * process.uptime();
  return isReadSince && mtimeMs > Date.parse(instant(run?.created_at) ?? "");
}
