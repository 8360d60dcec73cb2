import type { AddressInfo } from "node:net";
import type { Workspace } from "../workspace/workspace.ts";
import { createApp } from "./app.ts";
import { LOOPBACK_HOSTS } from "./security.ts";

export type ServeOptions = {
  /** 127.0.0.1 if absent: there is no login yet, so only this machine may come in. */
  readonly host?: string | undefined;
  /** 4870 if absent; 0 takes a free one. */
  readonly port?: number | undefined;
  /** Closes the server when aborted. */
  readonly signal?: AbortSignal | undefined;
};

export type Server = { readonly url: string; close(): Promise<void> };

/**
 * Serves the API and the dashboard of a workspace. Closing stops the running job and leaves the
 * workspace open.
 *
 * @throws Error EADDRINUSE if the port is taken
 */
export async function serve(workspace: Workspace, options: ServeOptions = {}): Promise<Server> {
  const { host = "127.0.0.1", port = 4870, signal } = options;
  const loopback = ["127.0.0.1", "localhost", "::1"].includes(host);
  const app = await createApp(workspace, {
    allowedHosts: loopback ? LOOPBACK_HOSTS : undefined,
    logger: { level: "error", stream: process.stderr },
  });
  await app.listen({ host, port }).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  const close = () => app.close();
  signal?.addEventListener("abort", () => void close(), { once: true });
  const address = app.server.address() as AddressInfo;
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return { url: `http://${name}:${address.port}`, close };
}
