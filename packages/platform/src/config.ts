import { availableParallelism, totalmem } from "node:os";
import { type Static, Type } from "typebox";
import { Value } from "typebox/value";
import { CodedError } from "./coded-error.ts";
import type { TrinoCredentials } from "./engines/trino/trino-options.ts";

/** What the environment decides. Flags of the command line come before it. */
const Environment = Type.Object({
  KUNDENWERT_WORKSPACE: Type.String({ default: "workspace" }),
  KUNDENWERT_HOST: Type.String({ default: "127.0.0.1" }),
  KUNDENWERT_PORT: Type.Integer({ default: 4870, minimum: 0, maximum: 65535 }),
  KUNDENWERT_MEMORY: Type.Optional(Type.String({ pattern: "^\\d+(\\.\\d+)?(KB|MB|GB|TB)$" })),
  KUNDENWERT_THREADS: Type.Optional(Type.Integer({ minimum: 1, maximum: 512 })),
  KUNDENWERT_SPILL: Type.Optional(Type.String()),
  KUNDENWERT_TRINO_USER: Type.Optional(Type.String()),
  KUNDENWERT_TRINO_PASSWORD: Type.Optional(Type.String()),
  KUNDENWERT_TRINO_TOKEN: Type.Optional(Type.String()),
  KUNDENWERT_TRINO_CA: Type.Optional(Type.String()),
  LANG: Type.Optional(Type.String()),
  LC_ALL: Type.Optional(Type.String()),
  NO_COLOR: Type.Optional(Type.String()),
});

export type Config = {
  readonly workspace: string;
  readonly host: string;
  readonly port: number;
  /** What DuckDB may use before it spills. */
  readonly memoryLimit: string;
  readonly threads: number;
  readonly spillDirectory: string | undefined;
  readonly trino: TrinoCredentials;
  readonly language: "de" | "en";
};

class ConfigError extends CodedError<"CONFIG_INVALID"> {
  override readonly name = "ConfigError";

  constructor(variable: string, problem: string) {
    super("CONFIG_INVALID", `${variable} ${problem}`, { variable, problem });
  }
}

/** Reads the environment once. @throws ConfigError CONFIG_INVALID with the variable */
export function readConfig(): Config {
  const known = Object.keys(Environment.properties);
  const given = Object.fromEntries(
    Object.entries(process.env).filter(([name, value]) => known.includes(name) && value !== ""),
  );
  const values = Value.Convert(Environment, Value.Default(Environment, given));
  const [error] = Value.Errors(Environment, values);
  if (error) throw new ConfigError(error.instancePath.slice(1), error.message);
  const environment = values as Static<typeof Environment>;
  return {
    workspace: environment.KUNDENWERT_WORKSPACE,
    host: environment.KUNDENWERT_HOST,
    port: environment.KUNDENWERT_PORT,
    memoryLimit: environment.KUNDENWERT_MEMORY ?? defaultMemory(),
    threads: environment.KUNDENWERT_THREADS ?? availableParallelism(),
    spillDirectory: environment.KUNDENWERT_SPILL,
    trino: {
      user: environment.KUNDENWERT_TRINO_USER,
      password: environment.KUNDENWERT_TRINO_PASSWORD,
      token: environment.KUNDENWERT_TRINO_TOKEN,
      certificateFile: environment.KUNDENWERT_TRINO_CA,
    },
    language: (environment.LC_ALL ?? environment.LANG ?? "").startsWith("de") ? "de" : "en",
  };
}

/** Half of the machine, 2.5 GB at most: more only if told, since others live here too. */
function defaultMemory(): string {
  return `${Math.min(2560, Math.floor(totalmem() / 2 / 1024 ** 2))}MB`;
}
