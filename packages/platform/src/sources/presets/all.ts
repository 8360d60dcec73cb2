import { normalizeName } from "../role-names.ts";
import { BUSINESS_CENTRAL } from "./business-central.ts";
import { DATEV } from "./datev.ts";
import { ECB } from "./ecb.ts";
import { EMARSYS } from "./emarsys.ts";
import { JTL_WAWI } from "./jtl-wawi.ts";
import type { Preset } from "./preset.ts";
import { SAP_SD } from "./sap-sd.ts";
import { SHOPIFY } from "./shopify.ts";
import { SHOPWARE_5, SHOPWARE_6 } from "./shopware.ts";
import { STRIPE_CSV, STRIPE_JSON } from "./stripe.ts";
import { WOOCOMMERCE_CSV, WOOCOMMERCE_JSON } from "./woocommerce.ts";

/** Every system whose exports are known. */
export const PRESETS: readonly Preset[] = [
  SHOPIFY,
  SHOPWARE_5,
  SHOPWARE_6,
  JTL_WAWI,
  WOOCOMMERCE_JSON,
  WOOCOMMERCE_CSV,
  STRIPE_JSON,
  STRIPE_CSV,
  SAP_SD,
  BUSINESS_CENTRAL,
  DATEV,
  EMARSYS,
  ECB,
];

export const PRESET_NAMES: readonly string[] = ["none", ...PRESETS.map(({ name }) => name)];

/** The columns that a preset needs and a file has not. */
export function missingColumns({ header, oneOf }: Preset, names: readonly string[]): string[] {
  const there = new Set(names.map(normalizeName));
  const missing = header.filter((name) => !there.has(name));
  const some = !oneOf || oneOf.some((name) => there.has(name));
  return some ? missing : [...missing, oneOf.join(" | ")];
}

/** The system that wrote a file, by its columns. */
export function recognise(kind: string, names: readonly string[]): Preset | undefined {
  return PRESETS.find(
    (preset) => preset.kind === kind && missingColumns(preset, names).length === 0,
  );
}
