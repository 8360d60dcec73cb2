/** What a piece of SQL is; the pieces together are the text, to the letter. */
export type SqlToken = {
  readonly kind: "text" | "quoted" | "comment" | "parameter" | "number" | "word" | "other";
  readonly text: string;
};

const PIECES =
  /(?<text>'(?:[^']|'')*')|(?<quoted>"(?:[^"]|"")*")|(?<comment>--[^\n]*|\/\*[\s\S]*?\*\/)|(?<parameter>\$[a-z_]\w*)|(?<number>(?:\d+\.\d*|\.\d+|\d+)(?:[eE][+-]?\d+)?)|(?<word>[A-Za-z_]\w*)|(?<other>[\s\S])/g;

/** Parts SQL into tokens, so that nothing inside of quotes or comments is taken for SQL. */
export function sqlTokens(sql: string): SqlToken[] {
  return [...sql.matchAll(PIECES)].map(({ 0: text, groups = {} }) => {
    const [kind] = Object.entries(groups).find(([, found]) => found !== undefined) as [
      string,
      string,
    ];
    return { kind: kind as SqlToken["kind"], text };
  });
}
