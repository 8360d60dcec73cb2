import type { Answer } from "./worker.ts";

const find = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
const run = find<HTMLButtonElement>("run");
const state = find("state");
const rows = find<HTMLTableSectionElement>("fits");

run.addEventListener("click", () => {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const started = performance.now();
  rows.replaceChildren();
  run.disabled = true;
  state.textContent = "fitting …";
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    if (data.kind === "truth") find("truth").textContent = String(data.purchases);
    if (data.kind === "fit") rows.append(toRow(data));
    if (data.kind !== "done") return;
    state.textContent = `done in ${Math.round(performance.now() - started)} ms`;
    run.disabled = false;
    worker.terminate();
  };
  worker.onerror = ({ message }) => {
    state.textContent = message;
    run.disabled = false;
  };
  worker.postMessage(1);
});

function toRow({ model, params, logLikelihood, purchases, covered }: Answer & { kind: "fit" }) {
  const shown = Object.entries(params).map(([name, value]) => `${name} ${value.toFixed(3)}`);
  const row = document.createElement("tr");
  const cells = [model, shown.join(" "), logLikelihood.toFixed(1), purchases.toFixed(0)];
  for (const text of [...cells, `${(100 * covered).toFixed(0)} %`]) {
    row.insertCell().textContent = text;
  }
  return row;
}
