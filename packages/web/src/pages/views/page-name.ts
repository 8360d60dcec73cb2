import { textOf } from "../../i18n/loose.ts";

/** The page that an address leads to, as the menu calls it. */
export function pageName(path: string): string {
  const [, page = ""] = path.split(/[/?#]/);
  const name = textOf(`nav.${page === "" ? "start" : page}`);
  return name ?? page;
}
