import { textOf } from "./loose.ts";

/** The name of a method; of a business with contracts and orders, the names of both methods. */
export function methodName(method: string): string {
  return method
    .split("+")
    .map((part) => textOf(`method.${part}`) ?? part)
    .join(" + ");
}
