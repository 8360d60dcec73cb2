import type { EditableSetting, SettingValue } from "@kundenwert/contract";
import { Button, NativeSelect, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { textOf } from "../../i18n/loose.ts";
import { readAs, settingName, useSettingText, writtenAs } from "./setting-text.ts";

type Props = {
  setting: EditableSetting;
  /** What was typed and not yet saved; undefined for nothing. */
  draft: SettingValue | undefined;
  onChange: (value: SettingValue) => void;
};

/** One setting: what it means, what it is, what it may be, and the way back to its default. */
export function SettingField({ setting, draft, onChange }: Props) {
  const { t } = useTranslation();
  const told = useSettingText();
  const { name, standard, written, value, inEffect } = setting;
  const current = draft === undefined ? value : (draft ?? standard);
  const isOwn = draft === undefined ? written !== null : draft !== null;
  const isPending = JSON.stringify(value) !== JSON.stringify(inEffect);
  return (
    <div className="kw-setting">
      <Typed setting={setting} value={current} onChange={onChange} />
      <Text size="xs" c="dimmed" mt={4}>
        {t("setting.standard", { value: told(setting, standard) })}
        {isPending && ` · ${t("setting.inEffect", { value: told(setting, inEffect) })}`}
      </Text>
      {isOwn && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t("setting.reset.of", { name: settingName(name) })}
          onClick={() => onChange(null)}
        >
          {t("setting.reset")}
        </Button>
      )}
    </div>
  );
}

type TypedProps = {
  setting: EditableSetting;
  value: SettingValue;
  onChange: (value: SettingValue) => void;
};

/** Keeps what is typed until it is a value. */
function Typed({ setting, value, onChange }: TypedProps) {
  const { t } = useTranslation();
  const { name, kind, choices } = setting;
  const [text, setText] = useState<string>();
  const shown = writtenAs(setting, value);
  const said = { label: settingName(name), description: textOf(`setting.${name}.text`) };
  if (kind === "choice") {
    const data = choices.map((each) => ({
      value: each,
      label: textOf(`setting.${name}.${each}`) ?? each,
    }));
    return (
      <NativeSelect
        {...said}
        data={data}
        value={shown}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  }
  const type = (typed: string) => {
    const read = readAs(setting, typed);
    setText(read === undefined ? typed : undefined);
    if (read !== undefined) onChange(read);
  };
  const isNumber = kind === "number" || kind === "share";
  return (
    <TextInput
      {...said}
      type={isNumber ? "number" : "text"}
      step="any"
      rightSection={kind === "share" ? "%" : undefined}
      value={text ?? shown}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      onBlur={() => setText(undefined)}
      error={text !== undefined && t("setting.noValue")}
    />
  );
}
