/** Why something about a file was decided as it was. Stable words; people read them translated. */
export type Because =
  | "given"
  | "magic-bytes"
  | "first-character"
  | "byte-order-mark"
  | "strict-utf8"
  | "mostly-utf8"
  | "zero-bytes"
  | "bytes-80-9f"
  | "no-bytes-80-9f"
  | "sep-line"
  | "field-counts"
  | "quotes-around-fields"
  | "no-quotes"
  | "names-over-values"
  | "values-in-first-row"
  | "typed"
  | "year-first"
  | "eight-digits"
  | "year-and-month"
  | "dots"
  | "day-over-12"
  | "decimal-digits"
  | "both-signs"
  | "whole-numbers"
  | "name"
  | "no-other-signs"
  | "name-and-content"
  | "content";

/** One thing decided about a file, with values that show why. */
export type Decision = {
  readonly decision:
    | "kind"
    | "table"
    | "preset"
    | "encoding"
    | "delimiter"
    | "quote"
    | "header"
    | "number"
    | "time"
    | "mapping";
  readonly column?: string;
  readonly role?: string;
  readonly value: string;
  readonly because: Because;
  readonly examples: readonly string[];
};
