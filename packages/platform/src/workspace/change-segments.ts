import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type Document, isMap, isNode, isSeq, parseDocument } from "yaml";
import { replaceFile } from "./change-settings.ts";
import type { OwnRule, OwnSegment, SegmentSettings, TransitionMark } from "./segment-settings.ts";
import { readSettings, SETTINGS_FILE, toSettings } from "./settings.ts";
import type { Workspace } from "./workspace.ts";

/** What is decided: a name, whether rules are pinned, the rule of an own segment, or a mark. */
type Decided = string | boolean | OwnRule | null;

/** A decision about a segment, or about the move from it to another one. */
export type SegmentWish = {
  readonly kind: "name" | "pin" | "own" | "mark";
  readonly segment: string;
  /** Where the move leads; null but for marks. */
  readonly to: string | null;
  /** Null takes the decision back; so does false of a pin. */
  readonly value: Decided;
};

/** One decision as the file said it before and after. */
export type SegmentChange = Omit<SegmentWish, "value"> & {
  readonly before: Decided;
  readonly after: Decided;
};

/**
 * Writes decisions about segments into the part `segments` of kundenwert.yaml, entry by entry, so
 * that comments and everything else stay. Which segments there are is not looked at here.
 *
 * @param isTrial nothing is written
 * @returns what changes, without what stays as it was
 * @throws WorkspaceError SETTINGS_INVALID if the file was wrong before, or a value is of no kind
 */
export function changeSegments(
  directory: string,
  wishes: readonly SegmentWish[],
  isTrial = false,
): SegmentChange[] {
  const { segments } = readSettings(directory);
  const file = join(directory, SETTINGS_FILE);
  const document = parseDocument(existsSync(file) ? readFileSync(file, "utf8") : "");
  const made: SegmentChange[] = wishes
    .map(({ value, ...wish }) => ({
      ...wish,
      before: decidedOf(segments, wish),
      after: wish.kind === "pin" ? value === true : value,
    }))
    .filter(({ before, after }) => !isDeepStrictEqual(before, after));
  for (const change of made) write(document, change);
  dropEmpty(document);
  toSettings(file, document.toJS());
  if (!isTrial && made.length > 0) replaceFile(file, document.toString().replace(/^\{\}\n/m, ""));
  return made;
}

/** Takes changes back: writes what stood before them. */
export function undoSegments(
  directory: string,
  changes: readonly SegmentChange[],
): SegmentChange[] {
  const wishes = changes.map(({ before, after: _, ...change }) => ({ ...change, value: before }));
  return changeSegments(directory, wishes);
}

/**
 * Names and marks hold at once; pinned and own segments from the next run on, which makes them.
 *
 * @returns whether a run is needed for the rest
 */
export function adoptSegments({ directory, settings }: Workspace): boolean {
  const { names, marks, pinned, own } = readSettings(directory).segments;
  Object.assign(settings.segments, { names, marks });
  const inEffect = { pinned: settings.segments.pinned, own: settings.segments.own };
  return !isDeepStrictEqual(inEffect, { pinned, own });
}

function decidedOf(
  { names, pinned, own, marks }: SegmentSettings,
  { kind, segment, to }: Omit<SegmentWish, "value">,
): Decided {
  if (kind === "name") return names[segment] ?? null;
  if (kind === "pin") return pinned.includes(segment);
  if (kind === "own") return own.find((one) => one.segment === segment)?.when ?? null;
  return marks.find((mark) => mark.from === segment && mark.to === to)?.mark ?? null;
}

/** The list of the file that holds each kind, and which of its entries a decision is about. */
const LISTS = {
  pin: { name: "pinned", isOf: (entry: unknown, { segment }: SegmentChange) => entry === segment },
  own: {
    name: "own",
    isOf: (entry: unknown, { segment }: SegmentChange) => (entry as OwnSegment).segment === segment,
  },
  mark: {
    name: "marks",
    isOf: (entry: unknown, { segment, to }: SegmentChange) =>
      (entry as TransitionMark).from === segment && (entry as TransitionMark).to === to,
  },
} as const;

function write(document: Document, change: SegmentChange): void {
  const { kind, segment, after } = change;
  if (kind !== "name") writeEntry(document, kind, change);
  else if (after === null) document.deleteIn(["segments", "names", segment]);
  else document.setIn(["segments", "names", segment], after);
}

function writeEntry(document: Document, kind: keyof typeof LISTS, change: SegmentChange): void {
  const { segment, to, after } = change;
  const { name, isOf } = LISTS[kind];
  const list: unknown = document.getIn(["segments", name], true);
  const entries = isSeq(list) ? (list.toJS(document) as unknown[]) : [];
  const at = entries.findIndex((entry) => isOf(entry, change));
  const place = at < 0 ? entries.length : at;
  const path = ["segments", name, place];
  if (after === null || after === false) document.deleteIn(path);
  else if (at >= 0 && kind === "own") document.setIn([...path, "when"], after);
  else if (at >= 0) document.setIn([...path, "mark"], after);
  else {
    const entry = {
      pin: segment,
      own: { segment, when: after },
      mark: { from: segment, to, mark: after },
    }[kind];
    const node = document.createNode(entry, { flow: kind === "mark" });
    if (isSeq(list)) list.add(node);
    else document.setIn(["segments", name], document.createNode([node]));
  }
}

/** What says nothing any more goes, but for what people wrote beside it. */
function dropEmpty(document: Document): void {
  const emptyAt = (path: readonly string[]) => {
    const node: unknown = document.getIn(path, true);
    const isEmpty = (isMap(node) || isSeq(node)) && node.items.length === 0;
    if (isEmpty && isNode(node) && !node.comment) document.deleteIn(path);
  };
  for (const name of ["names", "pinned", "own", "marks"]) emptyAt(["segments", name]);
  emptyAt(["segments"]);
}
