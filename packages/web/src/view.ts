import type { BacktestTarget, Basis, CustomerSort } from "@kundenwert/contract";
import { useNavigate, useSearch } from "@tanstack/react-router";

/** What a page looks at; it stands in the address, so that a view can be sent. */
export type ViewSearch = { readonly horizon?: number; readonly basis?: Basis };
export type CustomersSearch = { readonly search?: string; readonly sort?: CustomerSort };
export type ImportSearch = { readonly job?: string | undefined };
/** A figure that is named goes before what is searched. */
export type GlossarySearch = { readonly search?: string; readonly figure?: string };
export type TargetSearch = { readonly target?: BacktestTarget; readonly method?: string };

export type Raw = Readonly<Record<string, unknown>>;

const SORTS: readonly CustomerSort[] = [
  "value",
  "historic",
  "purchases",
  "expected",
  "alive",
  "lastDay",
  "id",
];

/** Entries of an address that make no sense are left out, never an error. */
export function readViewSearch(raw: Raw): ViewSearch {
  const horizon = Number(raw.horizon);
  const known = Number.isInteger(horizon) && horizon >= 1 && horizon <= 120;
  return {
    ...(known ? { horizon } : {}),
    ...(raw.basis === "contribution" ? { basis: "contribution" as const } : {}),
  };
}

export function readCustomersSearch(raw: Raw): CustomersSearch {
  const sort = SORTS.find((each) => each === raw.sort);
  const search = String(raw.search ?? "").slice(0, 200);
  return { ...(search ? { search } : {}), ...(sort ? { sort } : {}) };
}

export function readTargetSearch(raw: Raw): TargetSearch {
  const method = typeof raw.method === "string" ? { method: raw.method } : {};
  const { target } = raw;
  return { ...method, ...(target === "purchases" || target === "revenue" ? { target } : {}) };
}

export function readGlossarySearch(raw: Raw): GlossarySearch {
  const search = String(raw.search ?? "").slice(0, 100);
  const figure = String(raw.figure ?? "").slice(0, 60);
  return { ...(search ? { search } : {}), ...(figure ? { figure } : {}) };
}

export function readImportSearch(raw: Raw): ImportSearch {
  const job = typeof raw.job === "string" ? raw.job.slice(0, 64) : "";
  return job ? { job } : {};
}

export type ViewsSearch = { readonly from?: string };

/** The address that is to be saved; only one of our own. */
export function readViewsSearch(raw: Raw): ViewsSearch {
  const from = String(raw.from ?? "").slice(0, 2000);
  return /^\/(?![/\\])\S*$/.test(from) ? { from } : {};
}

/** What is looked at, and how to look at something else. */
export function useView(): ViewSearch & { change(view: ViewSearch): void } {
  const { horizon, basis } = useSearch({ from: "__root__" });
  const navigate = useNavigate();
  return {
    ...(horizon ? { horizon } : {}),
    ...(basis ? { basis } : {}),
    change: (view) =>
      void navigate({
        to: ".",
        search: (before: object) => ({ ...before, ...view }) as never,
        replace: true,
        resetScroll: false,
      }),
  };
}
