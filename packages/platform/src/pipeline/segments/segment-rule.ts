import type { RegressionTree, segments } from "@kundenwert/models";
import type { Feature } from "../features/feature.ts";
import { MACROS, type Macro } from "./macro.ts";
import type { MicroVersion, ModelColumn } from "./micro-version.ts";

/** One condition on a customer of a segment. */
export type Condition = {
  readonly feature: string;
  /** The word of a category that has to be the value, or must not be. */
  readonly word?: string;
  readonly isWord?: boolean;
  /** Above this. */
  readonly above?: number;
  /** Up to and with this. */
  readonly upTo?: number;
  /** Whether customers of whom it is not known belong to the segment too. */
  readonly orUnknown: boolean;
  /** True where it only has to be known. */
  readonly isKnown?: boolean;
};

/** A micro-segment of one version: what it is called and who belongs to it. */
export type SegmentDefinition = {
  /** Place among all segments of the version. */
  readonly micro: number;
  /** Macro segment and number in it, the most valuable first: active_high.1. */
  readonly segment: string;
  readonly macro: Macro;
  readonly conditions: readonly Condition[];
  /** Customers × month ends of the sample. */
  readonly rows: number;
};

/** Every micro-segment of a version, by its place. */
export function definitionsOf({ micro, columns }: MicroVersion): SegmentDefinition[] {
  return micro.trees.flatMap(({ first, tree }, place) => {
    const macro = MACROS[place] as Macro;
    const leaves = tree.nodes.flatMap((node) =>
      node.leaf === null ? [] : [{ leaf: node.leaf, worth: node.value.at(-1) ?? 0, rows: node.n }],
    );
    // The last output of the tree is the long-run value.
    const ranked = [...leaves].sort(
      (one, other) => other.worth - one.worth || one.leaf - other.leaf,
    );
    return leaves
      .map(({ leaf, rows }) => ({
        micro: first + leaf,
        segment: `${macro}.${ranked.findIndex((one) => one.leaf === leaf) + 1}`,
        macro,
        conditions: conditionsOf(tree, leaf, columns),
        rows,
      }))
      .sort((one, other) => one.micro - other.micro);
  });
}

/** Where nothing was learned yet, every macro segment is one micro-segment. */
export function plainDefinitions(): SegmentDefinition[] {
  return MACROS.map((macro, micro) => ({
    micro,
    segment: `${macro}.1`,
    macro,
    conditions: [],
    rows: 0,
  }));
}

/** What is asked on the way to a leaf, each feature once. */
export function conditionsOf(
  tree: RegressionTree,
  leaf: number,
  columns: readonly ModelColumn[] = [],
): Condition[] {
  const merged = new Map<string, Condition>();
  for (const { node, isLeft } of pathTo(tree, leaf)) {
    const column = columns.find(({ name }) => name === node.feature);
    const before = merged.get(node.feature);
    merged.set(node.feature, {
      feature: column?.feature ?? node.feature,
      ...before,
      ...answer(node, isLeft, column?.word),
      orUnknown:
        (before?.orUnknown ?? node.hasUnknown) && node.unknown === (isLeft ? "left" : "right"),
    });
  }
  return [...merged.values()];
}

type Question = Extract<RegressionTree["nodes"][number], { leaf: null }>;

function answer(
  { threshold }: Question,
  isLeft: boolean,
  word: string | undefined,
): Partial<Condition> {
  if (threshold === null) return { isKnown: isLeft };
  // A word is 1 where it is the value: any threshold below asks for it.
  if (word !== undefined) return { word, isWord: !isLeft };
  return isLeft ? { upTo: threshold } : { above: threshold };
}

function pathTo(tree: RegressionTree, leaf: number): { node: Question; isLeft: boolean }[] {
  const path: { node: Question; isLeft: boolean }[] = [];
  let place = tree.nodes.findIndex((node) => node.leaf === leaf);
  while (place > 0) {
    const { parent } = tree.nodes[place] as segments.MicroSegments["trees"][0]["tree"]["nodes"][0];
    const node = tree.nodes[parent] as Question;
    path.unshift({ node, isLeft: node.left === place });
    place = parent;
  }
  return path;
}

type Language = "de" | "en";

const WORDS = {
  en: {
    range: (what: string, above: string, upTo: string) => `${what} over ${above} up to ${upTo}`,
    above: (what: string, above: string) => `${what} over ${above}`,
    upTo: (what: string, upTo: string) => `${what} up to ${upTo}`,
    unknown: " or unknown",
    isKnown: (what: string) => `${what} known`,
    isUnknown: (what: string) => `${what} unknown`,
    yes: (what: string) => what,
    no: (what: string) => `not: ${what}`,
    all: "everyone",
    and: " and ",
  },
  de: {
    range: (what: string, above: string, upTo: string) => `${what} über ${above} bis ${upTo}`,
    above: (what: string, above: string) => `${what} über ${above}`,
    upTo: (what: string, upTo: string) => `${what} bis ${upTo}`,
    unknown: " oder unbekannt",
    isKnown: (what: string) => `${what} bekannt`,
    isUnknown: (what: string) => `${what} unbekannt`,
    yes: (what: string) => what,
    no: (what: string) => `nicht: ${what}`,
    all: "alle",
    and: " und ",
  },
} as const;

/** How people read and pay. */
export type Audience = { readonly language: Language; readonly currency: string };

/** What a rule tells of a feature it asks about. */
export type RuleWord = Pick<Feature, "name" | "meaning" | "type" | "unit">;

/** The conditions of a segment as people say them. */
export function ruleText(
  conditions: readonly Condition[],
  features: readonly RuleWord[],
  audience: Audience,
): string {
  const { language } = audience;
  const words = WORDS[language];
  const texts = conditions.map((condition) => {
    const feature = features.find(({ name }) => name === condition.feature);
    // What follows a comma explains; the rule needs the name only.
    const [what = ""] = (feature?.meaning[language] ?? condition.feature).split(", ");
    return conditionText(condition, what, feature, audience);
  });
  return texts.length > 0 ? texts.join(words.and) : words.all;
}

function conditionText(
  { word, isWord, above, upTo, isKnown, orUnknown }: Condition,
  what: string,
  feature: RuleWord | undefined,
  { language, currency }: Audience,
): string {
  const words = WORDS[language];
  const form: Intl.NumberFormatOptions =
    feature?.unit === "currency" ? { style: "currency", currency } : { maximumFractionDigits: 4 };
  const number = (value: number) => value.toLocaleString(language, form);
  const ends = orUnknown ? words.unknown : "";
  if (word !== undefined) return `${what} ${isWord ? "=" : "≠"} ${word}${ends}`;
  if (above === undefined && upTo === undefined) {
    return isKnown === false ? words.isUnknown(what) : words.isKnown(what);
  }
  if (feature?.type === "yes/no")
    return (above === undefined ? words.no(what) : words.yes(what)) + ends;
  if (above !== undefined && upTo !== undefined)
    return words.range(what, number(above), number(upTo)) + ends;
  return above === undefined
    ? words.upTo(what, number(upTo as number)) + ends
    : words.above(what, number(above)) + ends;
}
