import type { JobRunner } from "../store/job-runner.ts";
import type { Store } from "../store/store.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What routes work with; passed to each as its plugin options. */
export type AppContext = {
  readonly workspace: Workspace;
  readonly store: Store;
  readonly jobs: JobRunner;
  /** Where uploaded files wait for their import. */
  readonly uploadDirectory: string;
  readonly uploadLimit: number;
};
