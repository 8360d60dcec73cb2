import type { Page } from "playwright-core";
import { de } from "../src/i18n/de.ts";

/** What a screen shows: its texts, and its tables row by row, each cell's text. */
export type Shown = {
  readonly texts: readonly string[];
  readonly tables: readonly { readonly name: string; readonly rows: readonly string[][] }[];
};

/** Turns every chart of the page into its table, and reads what stands there. */
export async function readScreen(page: Page): Promise<Shown> {
  const switches = page
    .locator("#main .kw-figure-head")
    .getByText(de["figure.table"], { exact: true });
  for (const each of await switches.all()) await each.click();
  const { tables, texts } = await page.evaluate(() => {
    const main = document.getElementById("main") as HTMLElement;
    const textOf = (element: HTMLElement) => element.innerText.trim();
    const cells = (row: HTMLElement) =>
      [...row.querySelectorAll<HTMLElement>("td, th")].map(textOf);
    const found = [...main.querySelectorAll("table")].map((table) => ({
      name: table.closest("section[aria-label]")?.getAttribute("aria-label") ?? "",
      rows: [...table.querySelectorAll<HTMLElement>("tbody tr")].map(cells),
    }));
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const holders = new Set<HTMLElement>();
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement as HTMLElement;
      const apart = parent.closest("table, svg, code, option") !== null;
      if (!apart && walker.currentNode.textContent?.trim()) holders.add(parent);
    }
    return { tables: found, texts: [...holders].map(textOf) };
  });
  const words = ({ name, rows }: Shown["tables"][number]) => ({
    name,
    rows: rows.map((row) => row.map(withoutFixedWords)),
  });
  return { tables: tables.map(words), texts: texts.map(withoutFixedWords) };
}

const NO_FIGURES = /berechnet am \S+ \S+|Darin lieg(t|en) .*Ereignis[\s\S]*|^E\d+: [\s\S]*/;

/** The pieces of our own texts that hold digits, such as “80 %” in “Mit 80 % Wahrscheinlichkeit”. */
const FIXED = Object.values(de)
  .flatMap((text) => text.split(/\{\{[^}]+\}\}/))
  .filter((piece) => /\d/.test(piece))
  .sort((one, other) => other.length - one.length);

function withoutFixedWords(text: string): string {
  // When it was worked out, and what people noted beside the figures, are none.
  const timeless = text.replace(NO_FIGURES, "");
  return FIXED.reduce((rest, piece) => rest.replaceAll(piece, " | "), timeless);
}
