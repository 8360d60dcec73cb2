import type { ChangeTable } from "../store/change-table.ts";
import { changeSettings, type SettingChange, type SettingChanges } from "./change-settings.ts";

type History = ChangeTable<SettingChange>;

/**
 * Changes settings, and keeps in the history what they were before.
 *
 * @param undoes the change that this one takes back
 * @returns what changed, without what stays as it was
 * @throws WorkspaceError as `changeSettings`
 */
export function keepSettings(
  directory: string,
  history: History,
  changes: SettingChanges,
  undoes?: number,
): SettingChange[] {
  const made = changeSettings(directory, changes);
  if (made.length > 0) history.insert(made, undoes);
  return made;
}

/** The same, or with `isTrial` only what would change: nothing is written or kept. */
export function keepOrTry(
  directory: string,
  history: History,
  changes: SettingChanges,
  isTrial: boolean,
): SettingChange[] {
  return isTrial
    ? changeSettings(directory, changes, true)
    : keepSettings(directory, history, changes);
}

/**
 * Writes what stood in the file before a change, and keeps that, too.
 *
 * @throws StoreError SETTING_CHANGE_UNKNOWN; WorkspaceError as `changeSettings`
 */
export function undoSettings(directory: string, history: History, id: number): SettingChange[] {
  const { changes } = history.get(id);
  const before = Object.fromEntries(changes.map((each) => [each.name, each.before]));
  return keepSettings(directory, history, before, id);
}
