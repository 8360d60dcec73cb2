/** A gateway before the real coordinator, as there are in companies: it may be too busy. */
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";

export async function overloadedGateway(coordinatorPort: number) {
  let refusals: number[] = [];
  const server = http.createServer((request, response) => {
    const status = refusals.shift();
    if (status !== undefined) {
      response.writeHead(status, status === 429 ? { "Retry-After": "1" } : {}).end("busy");
      return;
    }
    const { method, url, headers } = request;
    const forward = http.request({
      port: coordinatorPort,
      host: "127.0.0.1",
      method,
      path: url,
      headers,
    });
    forward.on("response", (reply) => {
      response.writeHead(reply.statusCode ?? 500, reply.headers);
      reply.pipe(response);
    });
    request.pipe(forward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The next requests get these answers. */
    turnAway(statuses: readonly number[]) {
      refusals = [...statuses];
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
