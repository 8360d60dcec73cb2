import { onceARun } from "../../platform/test/once-a-run.ts";
import { buildDashboard, type Dashboard } from "./site.ts";

/** The dashboard as it is now, built for production once for all files of tests. */
export async function builtDashboard(): Promise<Dashboard> {
  return { directory: await onceARun("dashboard", buildDashboard) };
}
