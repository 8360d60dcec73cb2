import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type {
  EquityList,
  FigureValues,
  Job,
  SettingHistory,
  SettingSheet,
  SettingsChanged,
} from "@kundenwert/contract";
import { expect, test } from "vitest";
import { valuedApp } from "../../../test/valued-app.ts";

const { get, post, inject, workspace } = valuedApp();

const sheet = () => get<SettingSheet>("/settings/sheet");
const entry = async (name: string) => (await sheet()).items.find((each) => each.name === name);

test("a change counts from the next run on, and can be taken back", async () => {
  expect(await sheet()).toMatchObject({ isRunNeeded: false });
  const trial = await post("/settings/changes", { changes: { horizons: [6] }, isTrial: true });
  expect(trial.json<SettingsChanged>().changes).toHaveLength(1);
  expect(await sheet()).toMatchObject({ isRunNeeded: false });

  expect((await post("/settings/changes", { changes: { horizons: [6] } })).statusCode).toBe(200);
  const standard = [12, 24, 36];
  expect(await entry("horizons")).toMatchObject({ value: [6], inEffect: standard, standard });
  expect(await sheet()).toMatchObject({ isRunNeeded: true });

  const { id } = (await post("/runs", { backtest: false })).json<Job>();
  await expect
    .poll(() => get<Job>(`/jobs/${id}`), { timeout: 280_000 })
    .toMatchObject({
      state: "done",
    });
  expect(await sheet()).toMatchObject({ isRunNeeded: false });
  const { items } = await get<EquityList>("/equity");
  expect(items.map(({ horizonMonths }) => horizonMonths)).toEqual([6]);

  const [latest] = (await get<SettingHistory>("/settings/changes")).items;
  await post(`/settings/changes/${latest?.id}/undo`);
  expect(await entry("horizons")).toMatchObject({ written: null, value: standard });
  expect((await get<SettingHistory>("/settings/changes")).items[0]).toMatchObject({
    undoes: latest?.id,
    changes: [{ name: "horizons", before: [6], after: null }],
  });
});

test("a target holds at once, can be taken back, and must be of a figure there is", async () => {
  const target = { figure: "revenue", period: "quarter", atLeast: 1_000_000 } as const;
  const { isRunNeeded } = await sheet();
  const made = await post("/settings/changes", { changes: { targets: [target] } });
  expect(made.json<SettingsChanged>().changes).toEqual([
    { name: "targets", before: null, after: [target] },
  ]);
  expect(await sheet()).toMatchObject({ targets: [target], isRunNeeded });
  const latest = async () => {
    const { items } = await get<FigureValues>(
      "/figures/values?figure=revenue&period=quarter&last=1",
    );
    return items[0];
  };
  expect((await latest())?.target).toMatchObject({ target: 1_000_000, isMet: false });
  const refused = { targets: [{ figure: "happiness", atLeast: 1 }] };
  const answer = await post("/settings/changes", { changes: refused, isTrial: true });
  expect(answer.json()).toMatchObject({ details: { path: "/targets/0/figure" } });
  const [change] = (await get<SettingHistory>("/settings/changes")).items;
  await post(`/settings/changes/${change?.id}/undo`);
  expect(await sheet()).toMatchObject({ targets: [] });
  expect((await latest())?.target).toBeNull();
});

test("while a job is under way nothing is changed", async () => {
  const { id } = (await post("/runs", {})).json<Job>();
  const refused = await post("/settings/changes", { changes: { discountRate: 0.2 } });
  expect(refused.json()).toMatchObject({ code: "JOB_UNDER_WAY", status: 409, details: { id } });
  await post(`/jobs/${id}/cancel`);
  await expect.poll(async () => (await get<Job>(`/jobs/${id}`)).finishedAt).not.toBeNull();
});

test("passwords of sources never leave the file", async () => {
  const file = join(workspace().directory, "kundenwert.yaml");
  const before = readFileSync(file, "utf8");
  const secret = "postgres://shop:geheim@host/shop";
  writeFileSync(file, `${before}sources:\n  - name: shop\n    postgres: { url: "${secret}" }\n`);
  const answer = await inject("/api/settings/sheet");
  expect(answer.json()).toMatchObject({ isRunNeeded: true });
  expect(answer.body).not.toContain("geheim");
  writeFileSync(file, before);
});

test.each([
  ["/settings/changes", { changes: { discountRate: 7 } }, 422, "SETTING_REFUSED"],
  ["/settings/changes", { changes: { timeZone: "UTC" } }, 422, "SETTING_REFUSED"],
  ["/settings/changes", { changes: {} }, 400, "REQUEST_INVALID"],
  ["/settings/changes", { changes: { discountRate: { a: 1 } } }, 400, "REQUEST_INVALID"],
  ["/settings/changes/999/undo", {}, 404, "SETTING_CHANGE_UNKNOWN"],
])("POST %s with %j answers %i %s", async (url, payload, status, code) => {
  const answer = await post(url, payload);
  expect(answer.json()).toMatchObject({ code, status });
});
