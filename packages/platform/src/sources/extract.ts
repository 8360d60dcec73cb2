import type { Statements } from "../engines/engine.ts";
import type { Counts } from "./import-record.ts";
import type { Prepared } from "./prepare-import.ts";

/**
 * A file that was just read out of a source which lives on: the same bytes may come again after
 * others and then mean what is true now, so its rows are compared with the ledger each time.
 */
export type Extract = {
  /** Imports to take back before its rows are written. */
  readonly replaces: readonly number[];
  /** Inside the import's transaction, after its rows are in: what this throws undoes the import. */
  conclude(inside: Statements, written: Written): Promise<void>;
};

type Written = {
  readonly importId: number;
  readonly counts: Counts;
  readonly prepared: Prepared;
};
