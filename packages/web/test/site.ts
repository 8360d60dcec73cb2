import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createApp } from "../../platform/src/api/app.ts";
import type { Workspace } from "../../platform/src/workspace/workspace.ts";

const WEB = fileURLToPath(new URL("..", import.meta.url));
const VITE = fileURLToPath(new URL("../../../node_modules/vite/bin/vite.js", import.meta.url));

export type Dashboard = { readonly directory: string };

/** Builds the dashboard as it is now, for production, into a folder. */
export function buildDashboard(directory: string): void {
  execFileSync(process.execPath, [VITE, "build", "--logLevel", "error", "--outDir", directory], {
    cwd: WEB,
    env: { NODE_ENV: "production" },
  });
}

export type Site = { readonly url: string; readonly port: number; close(): Promise<void> };

/** The real server on a workspace, with that dashboard. */
export async function openSite(
  workspace: Workspace,
  dashboard: Dashboard,
  port = 0,
): Promise<Site> {
  const app = await createApp(workspace, { dashboard: dashboard.directory });
  const url = await app.listen({ host: "127.0.0.1", port });
  return { url, port: Number(new URL(url).port), close: () => app.close() };
}
