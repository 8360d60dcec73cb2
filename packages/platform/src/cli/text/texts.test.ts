import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeDemo } from "../../demo/index.ts";
import { METHODS, YARDSTICKS } from "../../pipeline/method.ts";
import { run } from "../../pipeline/run.ts";
import { importFile } from "../../sources/import-file.ts";
import { openWorkspace } from "../../workspace/workspace.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { errorsDe } from "./errors-de.ts";
import { errorsEn } from "./errors-en.ts";

const src = new URL("../../", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, src), "utf8");
/** The program without its texts and tests, by file. */
const program = globSync("**/*.ts", { cwd: src })
  .filter((file) => !file.startsWith("cli/text/") && !file.endsWith(".test.ts"))
  .map(read);

/** The members of a union of words, as its declaration lists them. */
function membersOf(file: string, declaration: RegExp): string[] {
  const [, union = ""] = declaration.exec(read(file)) ?? [];
  const members = [...union.matchAll(/"([A-Z_]+)"/g)].map(([, word]) => word as string);
  expect(members, `${file} declares no such union any more`).not.toHaveLength(0);
  return members;
}

const ERROR_CODES = [
  ...membersOf("sources/source-error.ts", /type SourceErrorCode =([^;]+);/),
  ...membersOf("sources/postgres/postgres-error.ts", /type PostgresErrorCode =([^;]+);/),
  ...membersOf("pipeline/pipeline-error.ts", /type PipelineErrorCode =([^;]+);/),
  ...membersOf("store/store-error.ts", /type CaseErrorCode =([^;]+);/),
  ...membersOf("workspace/workspace-error.ts", /type WorkspaceErrorCode =([^;]+);/),
  ...membersOf("engines/engine-error.ts", /type EngineErrorCode =([^;]+);/),
  ...membersOf("cli/cli-error.ts", /type CliErrorCode =([^;]+);/),
  ...membersOf("api/xlsx.ts", /readonly code = ([^;]+);/),
  ...membersOf("demo/demo-error.ts", /CodedError<("[^>]+)>/),
  ...membersOf("config.ts", /CodedError<("[^>]+)>/),
];
/** What a file system refuses, by the codes of Node; and what the state of the application does. */
const OTHERS = [
  ...["ENOENT", "ENOTDIR", "EISDIR", "EACCES", "EPERM", "EROFS", "ENOSPC"],
  ...["STORE_NEWER", "SETTING_CHANGE_UNKNOWN", "ANNOTATION_UNKNOWN"],
];
const REASONS = membersOf("sources/reject-reason.ts", /type RejectReason =([^;]+);/);
const WARNINGS = membersOf("sources/source-warning.ts", /type WarningCode =([^;]+);/);
const WHY = membersOf("pipeline/backtest/report.ts", /type Reason = \{\s+readonly code: ([^;]+);/);
const FINDINGS = [
  ...["findings", "domains"]
    .map((name) => read(`pipeline/doctor-${name}.ts`))
    .join()
    .matchAll(/\b(?:found|finding)\(\s*"([A-Z_]+)"/g),
].map(([, code]) => code as string);

const sorted = (words: Iterable<string>) => [...new Set(words)].sort();

/** Keys and kinds of everything in a catalogue, functions with the number of what they take. */
function shapeOf(value: unknown): unknown {
  if (typeof value === "function") return `function of ${value.length}`;
  if (value === null || typeof value !== "object") return typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, shapeOf(inner)]),
  );
}

type Text = (facts: Readonly<Record<string, string>>) => unknown;

/** What a text says where every fact is known, and which facts it asked for. */
function spoken(text: Text): { said: string; asked: string[] } {
  const asked = new Set<string>();
  const facts = new Proxy({} as Record<string, string>, {
    get: (_, name: string) => {
      asked.add(name);
      return `‹${name}›`;
    },
  });
  return { said: [text(facts)].flat().join(" "), asked: [...asked] };
}

/** The files that raise `code`; a fact they never name cannot reach its text. */
function raisedBy(code: string): string {
  return program.filter((text) => text.includes(`"${code}"`)).join("\n");
}

describe("the German and English texts", () => {
  test("have one shape", () => {
    expect(shapeOf(de)).toEqual(shapeOf(en));
    expect(Object.keys(errorsDe).sort()).toEqual(Object.keys(errorsEn).sort());
  });

  test("differ wherever there are words, so that nothing was left untranslated", () => {
    const same = Object.keys(errorsEn).filter((code) => {
      const key = code as keyof typeof errorsEn;
      return spoken(errorsDe[key]).said === spoken(errorsEn[key]).said;
    });
    expect(same).toEqual([]);
  });

  test.each([
    ["errors", ERROR_CODES.concat(OTHERS), errorsEn],
    ["reasons of refusal", REASONS, en.import.reasons],
    ["warnings", WARNINGS, en.import.warnings],
    ["findings of the doctor", FINDINGS, en.doctor.findings],
    ["methods", [...METHODS, ...YARDSTICKS], en.methods],
    ["reasons for a method", WHY, en.reasons],
  ])("name all %s there are, and none that there are not", (_, codes, texts) => {
    expect(sorted(Object.keys(texts))).toEqual(sorted(codes));
  });

  test("name every step that a run tells of, and no step that is gone", async () => {
    const directory = mkdtempSync(join(tmpdir(), "kundenwert-texts-"));
    const { files } = await writeDemo(directory, { customers: 200, months: 24 });
    const workspace = await openWorkspace(join(directory, "workspace"));
    await importFile(workspace, files.bestellungen);
    const { steps } = await run(workspace);
    await workspace.close();
    rmSync(directory, { recursive: true });
    expect(steps.length).toBeGreaterThan(15);
    const told = steps.map(({ name }) => name);
    for (const name of told) expect(Object.keys(en.steps)).toContain(name);
    const gone = Object.keys(en.steps).filter(
      (name) => !told.includes(name) && !program.some((text) => text.includes(`"${name}"`)),
    );
    expect(gone).toEqual([]);
  });

  const withFacts: [string, Text][] = [errorsDe, errorsEn]
    .flatMap((texts) => Object.entries<Text>(texts))
    .filter(([code]) => !OTHERS.includes(code))
    .concat(
      [de, en].flatMap((texts) => [
        ...Object.entries<Text>(texts.import.warnings),
        ...Object.entries<Text>(texts.doctor.findings),
      ]),
    );

  test("say nothing undefined where their facts are known", () => {
    for (const [code, text] of withFacts) {
      const { said, asked } = spoken(text);
      expect(said, code).not.toMatch(/undefined|\bnull\b|\[object/);
      for (const fact of asked) expect(said, code).toContain(`‹${fact}›`);
      // A question mark may end a question; alone it stands for a fact that is missing.
      expect(said, code).not.toMatch(/(^|[\s("„“])\?/);
    }
  });

  test("ask only for facts that the code behind them tells", () => {
    const missing = withFacts.flatMap(([code, text]) =>
      spoken(text)
        .asked.filter((fact) => fact !== "message")
        .filter((fact) => !new RegExp(`\\b${fact}\\b`).test(raisedBy(code)))
        .map((fact) => `${code}: ${fact}`),
    );
    expect(sorted(missing)).toEqual([]);
  });
});
