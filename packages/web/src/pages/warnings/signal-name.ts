import { textOf } from "../../i18n/loose.ts";

/** What is unusual about a month of a segment, in words. */
export function signalName(signal: string): string {
  return textOf(`control.is.${signal}`) ?? signal;
}
