import type { Texts } from "../text/en.ts";

/** A method in words; contracts and orders may be valued by one each: `sbg+mbg-nbd`. */
export function methodName(text: Texts, method: string): string {
  return method
    .split("+")
    .map((part) => text.methods[part] ?? text.contract.methods[part] ?? part)
    .join(" + ");
}
