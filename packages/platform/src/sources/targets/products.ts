import { defineTarget } from "../define-target.ts";
import type { LedgerTarget } from "../ledger-target.ts";
import { MONEY } from "../read-column.ts";

const ID =
  /^(product|produkt|article|artikel|art|item|material|stock|sku)_?(id|no|nr|number|nummer|code|key)$/;
const SKU = /^(sku|matnr|ean|gtin|stock_code|product|produkt|artikel)$/;
const NAME =
  /^(product_|produkt_|artikel_?)?(name|bezeichnung|title|titel|description|beschreibung|product_type)$/;
const CATEGORY =
  /^(product_|produkt_|artikel_)?(category|kategorie|group|gruppe)$|^(warengruppe|produktgruppe|artikelgruppe)$/;
const DEPARTMENT = /^(sortiment|department|commodity)$/;
const PRICE =
  /^(net_?|netto_?|list_?|unit_?|verkaufs_?)?(price|preis)(_(net|netto))?$|^(vk|vk_(netto|brutto)|listenpreis|uvp)$/;
const COST =
  /^(unit|item|stueck)_?(cost|costs|kosten)$|^(einstandspreis|einkaufspreis|ek|ek_?(preis|netto)|cost_price|purchase_price|cost|cogs)$/;

/** Products with their latest price and cost. */
export const PRODUCTS: LedgerTarget = defineTarget({
  table: "products",
  mayNameCustomers: false,
  columns: {
    product_id: "VARCHAR",
    name: "VARCHAR",
    category: "VARCHAR",
    price: MONEY,
    unit_cost: MONEY,
    tax_class: "VARCHAR",
  },
  key: ["product_id"],
  keyed: { sure: true, by: ["product"] },
  clock: undefined,
  roles: {
    product: {
      kind: "id",
      required: true,
      needed: true,
      column: "product_id",
      names: [ID, SKU, /^id$/],
    },
    name: { kind: "text", column: "name", names: [NAME] },
    category: {
      kind: "text",
      column: "category",
      names: [CATEGORY, DEPARTMENT, /^(brand|marke)$/],
    },
    price: {
      kind: "money",
      column: "price",
      names: [/^(net_?|netto_?)(price|preis)$|^(price|preis)_(net|netto)$|^vk_netto$/, PRICE],
    },
    unitCost: { kind: "money", column: "unit_cost", names: [COST] },
    taxClass: {
      kind: "text",
      column: "tax_class",
      names: [/^(tax|vat|mwst|ust|steuer)_?(class|klasse|rate|satz|schluessel|code)$/],
    },
  },
  signs: [
    [ID, 2],
    [SKU, 2],
    [NAME, 1],
    [CATEGORY, 1],
    [DEPARTMENT, 1],
    [PRICE, 1],
    [COST, 2],
    [
      /^(brand|marke|manufacturer(_id)?|hersteller|package_size|tax_class|margin|gewicht|weight|stock|bestand)$/,
      1,
    ],
  ],
});
