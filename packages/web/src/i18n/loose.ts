import i18next from "i18next";

type LooseTranslate = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/**
 * The text of a key that is put together from a code the server sent, or undefined where the
 * catalogue has none: a later server may know codes that this page does not.
 */
export function textOf(
  key: string,
  values: Readonly<Record<string, unknown>> = {},
): string | undefined {
  return i18next.exists(key, values)
    ? (i18next.t as unknown as LooseTranslate)(key, values)
    : undefined;
}
