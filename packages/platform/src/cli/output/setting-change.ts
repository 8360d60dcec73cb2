import type { SettingChange } from "../../workspace/change-settings.ts";
import type { SettingValue } from "../../workspace/setting-list.ts";
import type { TargetSetting } from "../../workspace/target-settings.ts";
import type { Speech } from "../language.ts";
import type { Session } from "../session.ts";
import { targetText } from "./target-text.ts";

/** Says what was changed, or would be, and from when on it counts. */
export function tellChange(
  session: Session,
  made: readonly SettingChange[],
  isTrial: boolean,
): void {
  const t = session.speech.text.settings;
  if (made.length === 0) {
    session.print(t.asItWas);
    return;
  }
  session.print(linesOf(made, session.speech).join("\n"));
  const isAtOnce = made.every(({ name }) => name === "targets");
  session.remark(isTrial ? t.onlyTried : isAtOnce ? t.atOnce : t.fromNextRun);
}

/** Each change in a line: what it was and what it is. */
export const linesOf = (changes: readonly SettingChange[], speech: Speech) =>
  changes.map(
    ({ name, before, after }) =>
      `${name}: ${settingText(before, speech)} → ${settingText(after, speech)}`,
  );

/** A value of a setting as people read it; a dash for nothing. */
export function settingText(value: SettingValue, speech: Speech): string {
  if (value === null) return speech.text.settings.nothing;
  if (!Array.isArray(value)) return String(value);
  const entries = value as readonly (number | TargetSetting)[];
  return entries
    .map((each) => (typeof each === "number" ? each : targetText(each, speech)))
    .join(", ");
}
