import { expect, test } from "vitest";
import { isTrinoAddress, readTrinoAddress } from "./trino-options.ts";

const credentials = { user: "analyst" };

test("reads where the cluster is and where our tables lie in it", () => {
  expect(
    readTrinoAddress("trino://db.example.com:8443/lake/shop?query_priority=2", {
      ...credentials,
      token: "eyJ",
    }),
  ).toMatchObject({
    server: "https://db.example.com:8443",
    catalog: "lake",
    schema: "shop",
    user: "analyst",
    token: "eyJ",
    session: { query_priority: "2" },
  });
});

test("goes without TLS only if told", () => {
  expect(readTrinoAddress("trino+http://127.0.0.1:8080/lake/shop", credentials).server).toBe(
    "http://127.0.0.1:8080",
  );
});

test.each([
  ["trino://host/lake", credentials, "must be trino://HOST:PORT/CATALOG/SCHEMA"],
  ["trino://host/lake/shop/more", credentials, "must be trino://HOST:PORT/CATALOG/SCHEMA"],
  ["trino://host/lake/Shop", credentials, "must be trino://HOST:PORT/CATALOG/SCHEMA"],
  ["trino://", credentials, "must be trino://HOST:PORT/CATALOG/SCHEMA"],
  ["https://host/lake/shop", credentials, "is no address"],
  ["trino://me:secret@host/lake/shop", credentials, "must not name a user or password"],
  ["trino+http://host/lake/shop", { ...credentials, password: "x" }, "sends a secret without TLS"],
  ["trino+http://host/lake/shop", { ...credentials, token: "x" }, "sends a secret without TLS"],
  ["trino://host/lake/shop", {}, "needs a user: set KUNDENWERT_TRINO_USER"],
])("refuses %s", (address, given, problem) => {
  expect(() => readTrinoAddress(address, given)).toThrowError(
    expect.objectContaining({
      code: "ENGINE_ADDRESS_INVALID",
      details: { address: address.replace("me:secret", "…"), problem },
    }),
  );
});

test("knows an address of a cluster from a path", () => {
  expect(["trino://a/b/c", "trino+http://a/b/c", "data/trino"].map(isTrinoAddress)).toEqual([
    true,
    true,
    false,
  ]);
});
