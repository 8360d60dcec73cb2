import type {
  AnnotationList,
  Backtest,
  ClvDrivers,
  CohortQuery,
  Cohorts,
  CustomerDetail,
  CustomerPage,
  CustomerQuery,
  Doctor,
  EquityBridge,
  EquityList,
  FigureCatalogue,
  FigureQuery,
  FigureValues,
  FormulaQuery,
  Formulas,
  GroupComparisons,
  ImportList,
  Job,
  NewCustomers,
  Overview,
  Preferences,
  SavedViewList,
  SettingHistory,
  SettingSheet,
  ValueDistribution,
} from "@kundenwert/contract";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "./client.ts";

/** Everything that a run changes is read under this key, so that one call renews all of it. */
export const VALUES = "values";

export const overviewQuery = queryOptions({
  queryKey: ["overview"],
  queryFn: ({ signal }) => get<Overview>("/overview", {}, signal),
  // A server that is away may come back; a running job moves; another window may start one.
  refetchInterval: ({ state }) => {
    if (state.error) return 3000;
    return state.data?.activeJob ? 1500 : 10_000;
  },
});

export const equityQuery = queryOptions({
  queryKey: [VALUES, "equity"],
  queryFn: ({ signal }) => get<EquityList>("/equity", {}, signal),
});

export const bridgeQuery = queryOptions({
  queryKey: [VALUES, "bridge"],
  queryFn: ({ signal }) => get<EquityBridge>("/equity/bridge", {}, signal),
});

export const newCustomersQuery = (horizon: number) =>
  queryOptions({
    queryKey: [VALUES, "new-customers", horizon],
    queryFn: ({ signal }) => get<NewCustomers>("/new-customers", { horizon }, signal),
    placeholderData: keepPreviousData,
  });

export const distributionQuery = (horizon: number | undefined) =>
  queryOptions({
    queryKey: [VALUES, "distribution", horizon],
    queryFn: ({ signal }) => get<ValueDistribution>("/value-distribution", { horizon }, signal),
    placeholderData: keepPreviousData,
  });

export const customersQuery = (query: CustomerQuery) =>
  queryOptions({
    queryKey: [VALUES, "customers", query],
    queryFn: ({ signal }) => get<CustomerPage>("/customers", query, signal),
    placeholderData: keepPreviousData,
  });

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: [VALUES, "customer", id],
    queryFn: ({ signal }) =>
      get<CustomerDetail>(`/customers/${encodeURIComponent(id)}`, {}, signal),
  });

export const backtestQuery = queryOptions({
  queryKey: [VALUES, "backtest"],
  queryFn: ({ signal }) => get<Backtest>("/backtest", {}, signal),
});

export const doctorQuery = queryOptions({
  queryKey: [VALUES, "doctor"],
  queryFn: ({ signal }) => get<Doctor>("/doctor", {}, signal),
});

export const importsQuery = queryOptions({
  queryKey: [VALUES, "imports"],
  queryFn: ({ signal }) => get<ImportList>("/imports", {}, signal),
});

export const figureCatalogueQuery = queryOptions({
  queryKey: ["figures"],
  queryFn: ({ signal }) => get<FigureCatalogue>("/figures", {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

export const figureValuesQuery = (query: FigureQuery) =>
  queryOptions({
    queryKey: [VALUES, "figures", query],
    queryFn: ({ signal }) => get<FigureValues>("/figures/values", query, signal),
    placeholderData: keepPreviousData,
  });

export const cohortsQuery = (query: CohortQuery) =>
  queryOptions({
    queryKey: [VALUES, "cohorts", query],
    queryFn: ({ signal }) => get<Cohorts>("/cohorts", query, signal),
    placeholderData: keepPreviousData,
  });

export const formulasQuery = (query: FormulaQuery) =>
  queryOptions({
    queryKey: ["formulas", query],
    queryFn: ({ signal }) => get<Formulas>("/formulas", query, signal),
    placeholderData: keepPreviousData,
  });

export const driversQuery = (dimension: string) =>
  queryOptions({
    queryKey: [VALUES, "drivers", dimension],
    queryFn: ({ signal }) => get<ClvDrivers>("/clv-drivers", { dimension }, signal),
    placeholderData: keepPreviousData,
  });

export const comparisonsQuery = queryOptions({
  queryKey: [VALUES, "comparisons"],
  queryFn: ({ signal }) => get<GroupComparisons>("/group-comparisons", {}, signal),
});

export const annotationsQuery = queryOptions({
  queryKey: [VALUES, "annotations"],
  queryFn: ({ signal }) => get<AnnotationList>("/annotations", {}, signal),
  staleTime: 60_000,
});

export const savedViewsQuery = queryOptions({
  queryKey: ["views"],
  queryFn: ({ signal }) => get<SavedViewList>("/views", {}, signal),
});

export const preferencesQuery = queryOptions({
  queryKey: ["preferences"],
  queryFn: ({ signal }) => get<Preferences>("/preferences", {}, signal),
  staleTime: 60_000,
});

/** Settings and their history. */
export const SETTINGS = "settings";

export const settingSheetQuery = queryOptions({
  queryKey: [SETTINGS, "sheet"],
  queryFn: ({ signal }) => get<SettingSheet>("/settings/sheet", {}, signal),
});

export const settingHistoryQuery = queryOptions({
  queryKey: [SETTINGS, "history"],
  queryFn: ({ signal }) => get<SettingHistory>("/settings/changes", {}, signal),
});

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ["job", id],
    queryFn: ({ signal }) => get<Job>(`/jobs/${encodeURIComponent(id)}`, {}, signal),
  });
