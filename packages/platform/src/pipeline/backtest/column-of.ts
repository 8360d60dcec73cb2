import type { Method, Yardstick } from "../method.ts";

/** What a method is called in SQL: `bg-nbd` is `bg_nbd`. */
export function columnOf(method: Method | Yardstick): string {
  return method.replaceAll("-", "_");
}
