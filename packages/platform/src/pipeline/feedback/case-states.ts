import type { Engine } from "../../engines/engine.ts";
import type { CaseTable } from "../../store/case-table.ts";

const DECLARATION = `CREATE TABLE IF NOT EXISTS feedback_case (
  case_id VARCHAR, state VARCHAR, owner VARCHAR, due_on DATE, outcome VARCHAR, revision DOUBLE)`;

type Shown = { readonly event: number; readonly done: Promise<void> };
const shown = new WeakMap<Engine, Shown>();

/**
 * Puts what people decided about cases beside the cases of the ledger, as the small table
 * feedback_case, so that one query can ask for both; notes stay where they are. Does nothing where
 * nobody has changed anything since the last call.
 */
export function showCaseStates(engine: Engine, cases: CaseTable): Promise<void> {
  const event = cases.lastEvent();
  const before = shown.get(engine);
  if (before?.event === event) return before.done;
  // One after another: two that write the same table at once would be in each other's way.
  const waited = before?.done.catch(() => undefined) ?? Promise.resolve();
  const done = waited.then(() => write(engine, cases));
  shown.set(engine, { event, done });
  done.catch(() => shown.delete(engine));
  return done;
}

async function write(engine: Engine, cases: CaseTable): Promise<void> {
  const all = cases.all();
  const day = ({ dueOn }: (typeof all)[number]) =>
    dueOn === null ? Number.NaN : Date.parse(dueOn) / 86_400_000;
  await engine.transaction(async (statements) => {
    await statements.run(DECLARATION);
    await statements.run("DELETE FROM feedback_case");
    if (all.length === 0) return;
    await statements.append("feedback_case", {
      case_id: all.map(({ id }) => id),
      state: all.map(({ state }) => state),
      owner: all.map(({ owner }) => owner),
      due_on: Float64Array.from(all, day),
      outcome: all.map(({ outcome }) => outcome),
      revision: Float64Array.from(all, ({ revision }) => revision),
    });
  });
}
