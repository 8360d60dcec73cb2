import type { TargetSetting } from "../workspace/target-settings.ts";

/** What the demo shop wants to reach: one target is met, one nearly, one is far away. */
export const DEMO_TARGETS: readonly TargetSetting[] = [
  { figure: "nps", atLeast: 45, from: "2026-01-01" },
  { figure: "csat", atLeast: 0.7 },
  { figure: "churn_rate", atMost: 0.45, from: "2026-01-01" },
];
