import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Value } from "typebox/value";
import { type Document, isMap, isNode, isSeq, type Node, parseDocument, type YAMLSeq } from "yaml";
import { EDITABLE_SETTINGS, LIST_SETTINGS, type SettingValue, settingAt } from "./setting-list.ts";
import { readSettings, SETTINGS_FILE, toSettings } from "./settings.ts";
import type { TargetSetting } from "./target-settings.ts";
import type { Workspace } from "./workspace.ts";
import { WorkspaceError } from "./workspace-error.ts";

/** New values by name; null leaves it to the default. */
export type SettingChanges = Readonly<Record<string, SettingValue>>;

/** One changed entry, as it was written before and after; null where the file says nothing. */
export type SettingChange = {
  readonly name: string;
  readonly before: SettingValue;
  readonly after: SettingValue;
};

/**
 * Checks changes and writes them into kundenwert.yaml, whose comments, order and other entries stay
 * as they are. They count from the next run on.
 *
 * @param isTrial nothing is written
 * @returns what changes, without what stays as it was
 * @throws WorkspaceError SETTING_REFUSED with the name and value; SETTINGS_INVALID if the file was
 *   wrong before
 */
export function changeSettings(
  directory: string,
  changes: SettingChanges,
  isTrial = false,
): SettingChange[] {
  readSettings(directory);
  const file = join(directory, SETTINGS_FILE);
  const document = parseDocument(existsSync(file) ? readFileSync(file, "utf8") : "");
  const written: unknown = document.toJS();
  const made = Object.entries(changes)
    .map(([name, after]) => ({ name, before: settingAt(written, name), after }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
  for (const { name, after } of made) {
    requireAllowed(name, after);
    write(document, name.split("."), after);
  }
  const settings = toSettings(file, document.toJS());
  for (const [low, high] of ORDERED) {
    const values = [settingAt(settings, low), settingAt(settings, high)].map(Number);
    if (Number(values[0]) > Number(values[1])) throw refused(low, values[0] as number);
  }
  // A file that says nothing any more is empty, so that people can write on in it.
  if (!isTrial && made.length > 0) replaceFile(file, document.toString().replace(/^\{\}\n/m, ""));
  return made;
}

/** From now on a workspace follows what its file says, as a new run does. */
export function adoptSettings({ directory, settings }: Workspace): void {
  const adopted = readSettings(directory);
  // The one object that all parts of a running server hold.
  for (const name of Object.keys(settings)) delete (settings as Record<string, unknown>)[name];
  Object.assign(settings, adopted);
}

/** Pairs of which the first may not exceed the second. */
const ORDERED = [
  ["intent.purchaseTo", "intent.churnFrom"],
  ["health.redBelow", "health.greenFrom"],
] as const;

/** @throws WorkspaceError SETTING_REFUSED */
function requireAllowed(name: string, value: SettingValue): void {
  const setting = EDITABLE_SETTINGS.find((each) => each.name === name);
  const schema = setting?.schema ?? LIST_SETTINGS[name];
  if (!schema) throw refused(name, value);
  if (value === null) return;
  const isRepeated = Array.isArray(value) && new Set(value).size < value.length;
  if (isRepeated || !Value.Check(schema, value)) throw refused(name, value);
}

function refused(setting: string, value: SettingValue): WorkspaceError {
  const message = `${setting} may not be ${JSON.stringify(value)}`;
  return new WorkspaceError("SETTING_REFUSED", message, { setting, value });
}

function write(document: Document, path: readonly string[], value: SettingValue): void {
  if (value !== null) {
    const old: unknown = document.getIn(path, true);
    const node = isEntries(value)
      ? entriesNode(document, value, old)
      : document.createNode(value, { flow: true });
    if (isNode(old)) node.comment = old.comment ?? null;
    document.setIn(path, node);
    return;
  }
  document.deleteIn(path);
  const parent = path.slice(0, -1);
  const left = parent.length > 0 ? document.getIn(parent) : undefined;
  if (isMap(left) && left.items.length === 0) document.deleteIn(parent);
}

function isEntries(value: SettingValue): value is readonly TargetSetting[] {
  return Array.isArray(value) && typeof value[0] === "object";
}

/** A list with an entry a line; those that stay keep what people wrote beside them. */
function entriesNode(document: Document, entries: readonly TargetSetting[], old: unknown): Node {
  const before = isSeq(old) ? old.items.filter(isNode) : [];
  const list = document.createNode([]) as YAMLSeq;
  list.items = entries.map(
    (entry) =>
      before.find((node) => isDeepStrictEqual(node.toJS(document), entry)) ??
      document.createNode(entry, { flow: true }),
  );
  return list;
}

/** What key figures shall reach is asked of the settings at each reading: it holds at once. */
export function adoptTargets({ directory, settings }: Workspace): void {
  Object.assign(settings, { targets: readSettings(directory).targets });
}

/** All of it or nothing, also where the machine stops in between. */
export function replaceFile(file: string, text: string): void {
  const aside = `${file}.new`;
  writeFileSync(aside, text);
  renameSync(aside, file);
}
