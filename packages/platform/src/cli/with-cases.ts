import type { CaseTable } from "../store/case-table.ts";
import type { TopicTable } from "../store/topic-table.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type Speech, speechOf } from "./language.ts";
import type { Session } from "./session.ts";
import { withStore } from "./with-store.ts";

/** What commands on feedback work with: the workspace, and what people decided about cases and topics. */
type WithCases = {
  readonly workspace: Workspace;
  readonly cases: CaseTable;
  readonly topics: TopicTable;
  /** With the workspace's currency. */
  readonly speech: Speech;
};

/** Opens the workspace of a session with its cases, for one piece of work. */
export async function withCases(
  session: Session,
  work: (opened: WithCases) => Promise<void>,
): Promise<void> {
  await withStore(session, async (workspace, { cases, topics }) => {
    const speech = speechOf(session.speech.language, workspace.settings.currency);
    await work({ workspace, cases, topics, speech });
  });
}
