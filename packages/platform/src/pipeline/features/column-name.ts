const LETTERS: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
const LONGEST = 40;

/**
 * A name for a column of ours from words that a source chose, such as `attribute_groesse` from
 * “Größe”; numbered where it is taken.
 *
 * @param taken the names given so far; the new one is added
 */
export function columnName(prefix: string, words: string, taken: Set<string>, suffix = ""): string {
  const plain = words
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => LETTERS[letter] as string)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, LONGEST);
  const stem = `${prefix}_${plain || "other"}`;
  for (let number = 1; ; number++) {
    const name = `${stem}${number > 1 ? `_${number}` : ""}${suffix}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
