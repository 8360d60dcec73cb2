import type { segments } from "@kundenwert/models";
import type { Engine, Statements } from "../../engines/engine.ts";
import { isoDay } from "../calendar.ts";

/** A column of the model, as it is kept: its SQL is made anew. */
export type ModelColumn = {
  readonly feature: string;
  readonly name: string;
  readonly word?: string;
};

/** Micro-segments as they were learned once, and valid until the next version is. */
export type MicroVersion = {
  readonly version: number;
  /** The first month end it holds for, as ISO day; earlier ones too where it is the first. */
  readonly validFrom: string;
  readonly learntAt: string;
  /** Pairs of month ends it was learned from. */
  readonly pairs: number;
  /** Customers × pairs. */
  readonly rows: number;
  readonly columns: readonly ModelColumn[];
  readonly micro: segments.MicroSegments;
  /** Adjusted Rand index of segments learned from resampled customers, against these; mean of a few. */
  readonly agreement: number | null;
};

const COLUMNS = "version INTEGER, valid_from DATE, learnt_at DATE, body VARCHAR";

/** All versions, oldest first; none before one could be learned. */
export async function readMicroVersions(engine: Engine): Promise<MicroVersion[]> {
  if (!(await engine.hasTable("segment_model"))) return [];
  const rows = await engine.rows("SELECT body FROM segment_model ORDER BY version");
  return rows.map(({ body }) => JSON.parse(String(body)) as MicroVersion);
}

/** Puts versions into a table that is made anew. */
export async function writeMicroVersions(
  statements: Statements,
  table: string,
  versions: readonly MicroVersion[],
): Promise<void> {
  await statements.run(`DROP TABLE IF EXISTS ${table}`);
  await statements.run(`CREATE TABLE ${table} (${COLUMNS})`);
  for (const version of versions) {
    await statements.run(
      `INSERT INTO ${table} SELECT $version, CAST($valid_from AS DATE), CAST($learnt_at AS DATE), $body`,
      {
        version: version.version,
        valid_from: version.validFrom,
        learnt_at: version.learntAt,
        body: JSON.stringify(version),
      },
    );
  }
}

/** The version that holds at a month's end; undefined where none was learned yet. */
export function microVersionAt(
  versions: readonly MicroVersion[],
  end: Date,
): MicroVersion | undefined {
  const day = isoDay(end);
  return versions.findLast(({ validFrom }) => validFrom <= day) ?? versions[0];
}
