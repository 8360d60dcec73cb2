import { categories, categoryAt } from "./categories.ts";
import { power } from "./exact-math.ts";
import { parameters } from "./parameters.ts";
import { chance, cumulate, pick, type Random } from "./random.ts";
import type { ProductRow } from "./tables.ts";
import { taxRate, taxWithin } from "./taxes.ts";

/** A product; amounts in cents. */
export type Product = {
  readonly id: string;
  readonly name: string;
  readonly category: number;
  /** Gross list price by year of the history. */
  readonly prices: readonly number[];
  /** Variable cost of a piece by year of the history. */
  readonly unitCosts: readonly number[];
  /** -0.3 to 0.3: moves returns and reviews. */
  readonly quality: number;
};

const nouns: Readonly<Record<string, string>> = {
  Mode: "T-Shirt Bluse Hemd Strickpullover Hose Kleid Jacke",
  Schuhe: "Hausschuh Ballerina Sneaker Sandale Halbschuh Stiefelette Winterstiefel",
  Wohnen: "Kissenbezug Kerzenhalter Wohndecke Vase Tischleuchte Teppich Beistelltisch",
  Küche: "Küchenbrett Schüsselset Kaffeebereiter Messer Auflaufform Pfanne Topfset",
  Garten: "Saatgutset Pflanztopf Gießkanne Rosenschere Rankgitter Feuerschale Gartenstuhl",
  Elektronik: "Ladekabel Lautsprecher Kopfhörer Wetterstation Radiowecker Schreibtischlampe Tablet",
  Sport: "Trinkflasche Springseil Yogamatte Laufshirt Rucksack Hantelset Wanderstock",
  Bücher: "Taschenkalender Krimi Roman Kochbuch Reiseführer Gartenbuch Bildband",
  Kosmetik: "Handcreme Seife Shampoo Badesalz Gesichtsöl Tagescreme Pflegeset",
  Feinkost: "Gewürzmischung Honig Teeauswahl Nudelset Olivenöl Kaffeebohnen Präsentkorb",
  Spielwaren: "Kartenspiel Puzzle Malkasten Stofftier Bausteine Brettspiel Holzeisenbahn",
};
const series = ["Alster", "Isar"];
const priceEndings = [90, 95, 99];

/** @returns the catalogue, category by category, cheapest first; the same in every shop. */
export function catalogue(years: number): readonly Product[] {
  return categories.flatMap((category, number) => {
    const names = (nouns[category.name] as string).split(" ");
    const count = names.length * series.length;
    return Array.from({ length: count }, (_, rank) => {
      const name = `${names[rank >> 1]} ${series[rank & 1]}`;
      return product(number, rank, count, name, years);
    });
  });
}

function product(
  number: number,
  rank: number,
  count: number,
  name: string,
  years: number,
): Product {
  const category = categoryAt(number);
  const { lowPrice, highPrice, costShare } = category;
  const ideal = lowPrice * power(highPrice / lowPrice, rank / (count - 1));
  const prices: number[] = [];
  let price = ideal;
  for (let year = 0; year < years; year++) {
    prices.push(Math.floor(price / 100) * 100 + (priceEndings[(number + rank) % 3] as number));
    price *= 1 + parameters.purchase.yearlyPriceRise;
  }
  // Neighbouring products differ a little in margin and quality, without a pattern by price.
  const share = costShare + (((rank * 7) % 5) - 2) * 0.015;
  const rate = taxRate("DE", category);
  return {
    id: `P-${String(number * count + rank + 1).padStart(4, "0")}`,
    name,
    category: number,
    prices,
    unitCosts: prices.map((gross) => Math.round((gross - taxWithin(gross, rate)) * share)),
    quality: (((rank * 11) % 7) - 3) / 10,
  };
}

/** @returns the row of produkte.csv: the price list of the last year, tax and margin as in Germany. */
export function productRow(product: Product): ProductRow {
  const category = categoryAt(product.category);
  const price = product.prices.at(-1) as number;
  const netPrice = price - taxWithin(price, taxRate("DE", category));
  const unitCost = product.unitCosts.at(-1) as number;
  return {
    product_id: product.id,
    name: product.name,
    category: category.name,
    price,
    net_price: netPrice,
    unit_cost: unitCost,
    margin: (netPrice - unitCost) / netPrice,
    tax_class: category.reducedTax ? "ermäßigt" : "normal",
  };
}

/** The products of a category by popularity, for `chooseProduct`. */
export type Shelf = { readonly products: readonly Product[]; readonly popularity: Float64Array };

/** @returns one shelf a category. Popularity falls like 1 / rank, in an order unlike the prices'. */
export function shelves(products: readonly Product[]): readonly Shelf[] {
  return categories.map((_, number) => {
    const own = products.filter((product) => product.category === number);
    const weights = own.map((_product, rank) => 1 / (2 + ((rank * 5 + 3) % own.length)));
    return { products: own, popularity: cumulate(weights) };
  });
}

/** @returns a popular product; of two, whoever likes it expensive (`tier` near 1) takes the dearer. */
export function chooseProduct(random: Random, shelf: Shelf, tier: number): Product {
  const a = pick(random, shelf.popularity);
  const b = pick(random, shelf.popularity);
  const rank = chance(random, tier) ? Math.max(a, b) : Math.min(a, b);
  return shelf.products[rank] as Product;
}
