export { DemoError } from "./demo-error.ts";
export type { ChannelValue, HorizonValue } from "./expected-values.ts";
export type { DemoOptions } from "./options.ts";
export { type CampaignTruth, type DemoParameters, simulateShop } from "./simulate-shop.ts";
export type { DemoRecord, Row, TableName } from "./tables.ts";
export { type DemoControl, type DemoFiles, type DemoProgress, writeDemo } from "./write-demo.ts";
