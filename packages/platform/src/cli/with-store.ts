import { openStore, type Store } from "../store/store.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Session } from "./session.ts";

/** Opens the workspace of a session with what the application remembers, for one piece of work. */
export async function withStore<T>(
  session: Session,
  work: (workspace: Workspace, store: Store) => Promise<T>,
): Promise<T> {
  const workspace = await session.open();
  const store = openStore(workspace.directory);
  try {
    return await work(workspace, store);
  } finally {
    store.close();
  }
}
