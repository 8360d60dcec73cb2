export { DemoError } from "./demo-error.ts";
export type { DemoOptions } from "./options.ts";
export { type DemoParameters, simulateShop } from "./simulate-shop.ts";
export { DEMO_SOURCES } from "./sources.ts";
export type { DemoRecord } from "./tables.ts";
export { DEMO_TARGETS } from "./targets.ts";
export { type DemoControl, type DemoFiles, type DemoProgress, writeDemo } from "./write-demo.ts";
