import { type Language, speechOf } from "./language.ts";
import { errorsDe } from "./text/errors-de.ts";
import { type ErrorText, errorsEn, type Facts } from "./text/errors-en.ts";

const catalogues: Readonly<Record<Language, Readonly<Record<string, ErrorText>>>> = {
  de: errorsDe,
  en: errorsEn,
};

/** Exit codes: the shell learns what kind of end it was. */
export const EXIT = { ok: 0, failed: 1, usage: 2, busy: 3, cancelled: 130 } as const;

/** An error in the user's words: what happened and what to do. */
export function describeError(error: unknown, language: Language): readonly [string, string?] {
  const { code, details, message, path, dest } = error as Partial<
    Record<"code" | "message" | "path" | "dest", string>
  > & { details?: Readonly<Record<string, unknown>> };
  const text = code ? catalogues[language][code] : undefined;
  if (!text) return [code ? `${code}: ${message}` : String(message ?? error)];
  // A file system names the file itself; of a copy it is the goal that people chose.
  const file = dest ?? path;
  return text(toFacts({ message: firstLine(message ?? ""), ...(file && { file }), ...details }));
}

/** Says an error on stderr, in two lines. */
export function tellError(error: unknown, language: Language): void {
  const { text } = speechOf(language);
  const [what, wayOut] = describeError(error, language);
  console.error(`${text.error}: ${what}`);
  if (wayOut) console.error(`${text.wayOut}: ${wayOut}`);
}

/** The details of an error or a warning as text; a detail that is missing reads as "?". */
export function toFacts(details: Readonly<Record<string, unknown>>): Facts {
  const facts = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, toText(value)]),
  );
  return new Proxy(facts, { get: (target, name: string) => target[name] ?? "?" });
}

export function exitCodeOf(error: unknown): number {
  const code = String((error as { code?: unknown }).code ?? "");
  if (code === "WORKSPACE_BUSY" || code === "ENGINE_BUSY") return EXIT.busy;
  if (code.endsWith("_CANCELLED")) return EXIT.cancelled;
  return USAGE_CODES.includes(code) ? EXIT.usage : EXIT.failed;
}

/** The command line itself is wrong, whatever the data. */
const USAGE_CODES: readonly string[] = [
  "OPTION_INVALID",
  "METHOD_UNKNOWN",
  "HORIZON_UNKNOWN",
  "FORMULA_INPUT_INVALID",
  "FILES_MISSING",
  "OUTPUT_MISSING",
  "DEMO_OPTION_INVALID",
];

/** Lists with commas, readings as "31.12. or 12.31.", days without their time. */
function toText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(toText).join(", ");
  if (value !== null && typeof value === "object") {
    return Object.values(value).map(toText).join(" = ");
  }
  return String(value);
}

/** The engine's messages go on with the SQL and a caret; the first line says it. */
function firstLine(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/[.!]$/, "");
}
