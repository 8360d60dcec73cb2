import "i18next";
import type { Catalogue } from "./en.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: Catalogue };
    keySeparator: false;
    nsSeparator: false;
  }
}
