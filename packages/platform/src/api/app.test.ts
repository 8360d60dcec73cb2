import type { CustomerPage, EquityList, Overview } from "@kundenwert/contract";
import { expect, test } from "vitest";
import { valuedApp } from "../../test/valued-app.ts";
import { createApp } from "./app.ts";
import { LOOPBACK_HOSTS } from "./security.ts";

const { get, inject, workspace } = valuedApp();

test("the head of every screen knows the state, the method and the freshness", async () => {
  const overview = await get<Overview>("/overview");
  expect(overview).toMatchObject({
    name: "probe",
    state: "valued",
    currency: "EUR",
    horizons: [12, 24, 36],
    customers: 300,
    contributionKnown: true,
    amountsKnown: true,
    isDemo: false,
    activeJob: null,
  });
  expect(Date.parse(overview.computedAt ?? "")).toBeGreaterThan(Date.now() - 600_000);
});

test("equity has one row a horizon, and its value lies inside its interval", async () => {
  const { items } = await get<EquityList>("/equity");
  expect(items.map(({ horizonMonths }) => horizonMonths)).toEqual([12, 24, 36]);
  for (const { revenueLow, revenueDiscounted, revenueHigh } of items) {
    expect(revenueDiscounted).toBeGreaterThan(Number(revenueLow));
    expect(revenueDiscounted).toBeLessThan(Number(revenueHigh));
  }
});

test("equity is the sum over all pages of customers, to the cent", async () => {
  const { items: equity } = await get<EquityList>("/equity");
  let sum = 0;
  let seen = 0;
  let after = "";
  for (;;) {
    const page = await get<CustomerPage>(`/customers?horizon=24&limit=70${after}`);
    seen += page.items.length;
    sum += page.items.reduce((total, each) => total + Number(each.revenueDiscounted), 0);
    if (page.next === null) break;
    after = `&after=${page.next}`;
  }
  expect(seen).toBe(300);
  // Sums of doubles in two orders differ by rounding only.
  expect(sum).toBeCloseTo(Number(equity[1]?.revenueDiscounted), 6);
});

test.each(["value", "historic", "purchases", "expected", "alive", "lastDay", "id"])(
  "pages sorted by %s hold every customer once",
  async (sort) => {
    const ids: string[] = [];
    let after = "";
    do {
      const page = await get<CustomerPage>(`/customers?sort=${sort}&limit=50${after}`);
      ids.push(...page.items.map(({ customerId }) => customerId));
      after = page.next === null ? "" : `&after=${page.next}`;
    } while (after);
    expect(new Set(ids).size).toBe(300);
    expect(ids).toHaveLength(300);
  },
);

test("a search finds by what the id begins with, and counts what it finds", async () => {
  const page = await get<CustomerPage>("/customers?search=k-100&limit=5");
  expect(page.total).toBe(10);
  expect(page.items).toHaveLength(5);
  expect(page.items.every(({ customerId }) => customerId.startsWith("K-100"))).toBe(true);
  expect((await get<CustomerPage>("/customers?search=%25")).total).toBe(0);
});

test("a customer has a value per horizon and the days of its purchases", async () => {
  const [first] = (await get<CustomerPage>("/customers?limit=1")).items;
  const detail = await get<{ values: unknown[]; history: { amount: number }[] }>(
    `/customers/${first?.customerId}`,
  );
  expect(detail.values).toHaveLength(3);
  const total = detail.history.reduce((sum, { amount }) => sum + amount, 0);
  expect(total).toBeCloseTo(Number(first?.revenueHistoric), 6);
});

test("the curve of value starts at nothing and ends at everything", async () => {
  const { lorenz, gini, deciles } = await get<{
    lorenz: { customers: number; value: number }[];
    gini: number;
    deciles: { customers: number }[];
  }>("/value-distribution?horizon=36");
  expect(lorenz[0]).toEqual({ customers: 0, value: 0 });
  expect(lorenz.at(-1)?.value).toBeCloseTo(1, 9);
  expect(gini).toBeGreaterThan(0);
  expect(gini).toBeLessThan(1);
  expect(deciles.reduce((sum, { customers }) => sum + customers, 0)).toBe(300);
});

test("backtest and doctor are answered as their schemas say", async () => {
  const backtest = await get<{ methods: { method: string }[] }>("/backtest");
  expect(backtest.methods.map(({ method }) => method)).toContain("zero");
  const doctor = await get<{ findings: { code: string }[] }>("/doctor");
  expect(doctor.findings.map(({ code }) => code)).toContain("REJECTED_ROWS");
});

test("the export announces its rows, has all of them, and opens in German Excel", async () => {
  const response = await inject("/api/exports/customers.csv?preset=excel-de&horizon=12");
  expect(response.headers["x-row-count"]).toBe("300");
  expect(response.headers["content-disposition"]).toMatch(/^attachment; filename="kundenwert-/);
  expect(response.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const lines = response.body.trimEnd().split("\r\n");
  expect(lines).toHaveLength(301);
  expect(lines[0]).toContain("customer_id;horizon_months;as_of");
  expect(lines[1]).toMatch(/^K-\d+;12;2026-\d\d-\d\d;/);
  expect(lines[1]).toMatch(/;\d+,\d+;/);
});

test.each([
  ["/customers/nobody", 404, "CUSTOMER_UNKNOWN"],
  ["/customers?limit=0", 400, "REQUEST_INVALID"],
  ["/customers?after=nonsense", 400, "CURSOR_INVALID"],
  ["/customers?surprise=1", 400, "REQUEST_INVALID"],
  ["/value-distribution?horizon=7", 404, "HORIZON_UNKNOWN"],
  ["/jobs/nobody", 404, "JOB_UNKNOWN"],
  ["/jobs/nobody/events", 404, "JOB_UNKNOWN"],
  ["/imports/99/rejects.csv", 404, "IMPORT_UNKNOWN"],
  ["/nothing", 404, "ROUTE_UNKNOWN"],
])("GET %s answers %i %s", async (url, status, code) => {
  const response = await inject(`/api${url}`);
  expect(response.json()).toMatchObject({ code, status });
  expect(response.statusCode).toBe(status);
  expect(response.headers["content-type"]).toContain("application/problem+json");
  expect(response.body).not.toContain("node_modules");
});

test("answers are not cached, may not be framed, and ask for no upgrade to https", async () => {
  const { headers } = await inject("/api/health");
  expect(headers["cache-control"]).toBe("no-store");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["content-security-policy"]).toContain("script-src 'self';");
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["content-security-policy"]).not.toContain("upgrade-insecure-requests");
  expect(headers["strict-transport-security"]).toBeUndefined();
});

test("another site may not start anything", async () => {
  const post = (headers: Record<string, string>) =>
    inject({ method: "POST", url: "/api/runs", payload: {}, headers });
  const foreign = await post({ "sec-fetch-site": "cross-site" });
  expect(foreign.json()).toMatchObject({ code: "CROSS_SITE_REFUSED", status: 403 });
  expect((await post({ origin: "http://evil.example" })).statusCode).toBe(403);
  expect((await post({ origin: "null" })).statusCode).toBe(403);
});

test("a server of this machine does not answer to another name", async () => {
  const local = await createApp(workspace(), { allowedHosts: LOOPBACK_HOSTS });
  const ask = (host: string) => local.inject({ url: "/api/health", headers: { host } });
  expect((await ask("evil.example:4870")).json()).toMatchObject({ code: "HOST_REFUSED" });
  expect((await ask("127.0.0.1:4870")).statusCode).toBe(200);
  expect((await ask("localhost:4870")).statusCode).toBe(200);
  await local.close();
});

test("docs/openapi.json is the document the server answers", async () => {
  const document = await get<object>("/openapi.json");
  const text = `${JSON.stringify(document, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot("../../../../docs/openapi.json");
});
