import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from "@tanstack/react-router";
import { overviewQuery } from "./api/queries.ts";
import { Shell } from "./app/Shell.tsx";
import {
  readCohortsSearch,
  readCut,
  readFiguresSearch,
  readRecurringSearch,
} from "./figures/figures-search.ts";
import { loadAllTexts } from "./i18n/language.ts";
import { readFormulaSearch } from "./pages/calculator/formula-inputs.ts";
import { readFeedbackSearch } from "./pages/feedback/feedback-search.ts";
import { readFlowsSearch } from "./pages/flows/flows-search.ts";
import { NotFoundPage } from "./pages/NotFoundPage.tsx";
import { readTransitionsSearch } from "./pages/transitions/transitions-search.ts";
import { readWarningsSearch } from "./pages/warnings/warnings-search.ts";
import { readSegmentSearch, readSegmentsSearch } from "./segments/segment-search.ts";
import {
  readCustomersSearch,
  readGlossarySearch,
  readImportSearch,
  readTargetSearch,
  readViewSearch,
  readViewsSearch,
} from "./view.ts";

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  validateSearch: readViewSearch,
  // What is being looked at stays from page to page, so that a link shows the same to a colleague.
  search: { middlewares: [retainSearchParams(["horizon", "basis"])] },
});

/** A page that is not the first one: its code, and the texts that the start page does without. */
const otherPage: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(async () => {
    const [page] = await Promise.all([load(), loadAllTexts()]);
    return page;
  }, name);

const start = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => import("./pages/start/StartPage.tsx"), "StartPage"),
});

const equity = createRoute({
  getParentRoute: () => root,
  path: "/equity",
  component: otherPage(() => import("./pages/equity/EquityPage.tsx"), "EquityPage"),
});

const customers = createRoute({
  getParentRoute: () => root,
  path: "/customers",
  validateSearch: readCustomersSearch,
  component: otherPage(() => import("./pages/customers/CustomersPage.tsx"), "CustomersPage"),
});

const customer = createRoute({
  getParentRoute: () => root,
  path: "/customers/$customerId",
  component: otherPage(() => import("./pages/customer/CustomerPage.tsx"), "CustomerPage"),
});

const backtest = createRoute({
  getParentRoute: () => root,
  path: "/backtest",
  validateSearch: readTargetSearch,
  component: otherPage(() => import("./pages/backtest/BacktestPage.tsx"), "BacktestPage"),
});

const doctor = createRoute({
  getParentRoute: () => root,
  path: "/doctor",
  component: otherPage(() => import("./pages/doctor/DoctorPage.tsx"), "DoctorPage"),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: "/import",
  validateSearch: readImportSearch,
  component: otherPage(() => import("./pages/imports/ImportPage.tsx"), "ImportPage"),
});

const figures = createRoute({
  getParentRoute: () => root,
  path: "/figures",
  validateSearch: readFiguresSearch,
  component: otherPage(() => import("./pages/figures/FiguresPage.tsx"), "FiguresPage"),
});

const cohorts = createRoute({
  getParentRoute: () => root,
  path: "/cohorts",
  validateSearch: readCohortsSearch,
  component: otherPage(() => import("./pages/cohorts/CohortsPage.tsx"), "CohortsPage"),
});

const recurring = createRoute({
  getParentRoute: () => root,
  path: "/recurring",
  validateSearch: readRecurringSearch,
  component: otherPage(() => import("./pages/recurring/RecurringPage.tsx"), "RecurringPage"),
});

const feedback = createRoute({
  getParentRoute: () => root,
  path: "/feedback",
  validateSearch: readFeedbackSearch,
  component: otherPage(() => import("./pages/feedback/FeedbackPage.tsx"), "FeedbackPage"),
});

const calculator = createRoute({
  getParentRoute: () => root,
  path: "/calculator",
  validateSearch: (raw: Record<string, unknown>) => ({
    ...readFormulaSearch(raw),
    ...readCut(raw),
  }),
  component: otherPage(() => import("./pages/calculator/CalculatorPage.tsx"), "CalculatorPage"),
});

const glossary = createRoute({
  getParentRoute: () => root,
  path: "/glossary",
  validateSearch: readGlossarySearch,
  component: otherPage(() => import("./pages/glossary/GlossaryPage.tsx"), "GlossaryPage"),
});

const warnings = createRoute({
  getParentRoute: () => root,
  path: "/warnings",
  validateSearch: readWarningsSearch,
  component: otherPage(() => import("./pages/warnings/WarningsPage.tsx"), "WarningsPage"),
});

const segments = createRoute({
  getParentRoute: () => root,
  path: "/segments",
  validateSearch: readSegmentsSearch,
  component: otherPage(() => import("./pages/segments/SegmentsPage.tsx"), "SegmentsPage"),
});

const segment = createRoute({
  getParentRoute: () => root,
  path: "/segments/$segment",
  validateSearch: readSegmentSearch,
  component: otherPage(() => import("./pages/segments/SegmentPage.tsx"), "SegmentPage"),
});

const flows = createRoute({
  getParentRoute: () => root,
  path: "/flows",
  validateSearch: readFlowsSearch,
  component: otherPage(() => import("./pages/flows/FlowsPage.tsx"), "FlowsPage"),
});

const transitions = createRoute({
  getParentRoute: () => root,
  path: "/transitions",
  validateSearch: readTransitionsSearch,
  component: otherPage(() => import("./pages/transitions/TransitionsPage.tsx"), "TransitionsPage"),
});

const events = createRoute({
  getParentRoute: () => root,
  path: "/events",
  component: otherPage(() => import("./pages/events/EventsPage.tsx"), "EventsPage"),
});

const views = createRoute({
  getParentRoute: () => root,
  path: "/views",
  validateSearch: readViewsSearch,
  component: otherPage(() => import("./pages/views/ViewsPage.tsx"), "ViewsPage"),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: otherPage(() => import("./pages/settings/SettingsPage.tsx"), "SettingsPage"),
});

const routeTree = root.addChildren([
  start,
  equity,
  customers,
  customer,
  figures,
  cohorts,
  calculator,
  recurring,
  feedback,
  glossary,
  warnings,
  segments,
  segment,
  flows,
  transitions,
  backtest,
  doctor,
  imports,
  events,
  settings,
  views,
]);

export function createAppRouter(client: QueryClient) {
  void client.prefetchQuery(overviewQuery);
  return createRouter({ routeTree, defaultPreload: "intent", scrollRestoration: true });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
