import { isAscii, isUtf8 } from "node:buffer";
import type { Because } from "./decision.ts";
import type { Encoding } from "./file-format.ts";

/** A UTF-8 file with this share of broken characters or fewer is UTF-8 with faults, not Windows-1252. */
const FAULT_SHARE = 0.1;

export type EncodingFound = {
  readonly encoding: Encoding;
  readonly because: Because;
  /** Bytes of the byte order mark. */
  readonly mark: number;
  /** Characters of a UTF-8 file that are no UTF-8. */
  readonly faults: number;
};

/** Looks at all bytes of a file, piece by piece, and says how its characters are encoded. */
export class EncodingProbe {
  #marked: EncodingFound | undefined;
  #started = false;
  #carry: Buffer = Buffer.alloc(0);
  #faults = 0;
  #characters = 0;
  #control = false;
  /** Zero bytes at even and at odd places of the first piece. */
  #zeros: readonly [even: number, odd: number] = [0, 0];
  #firstLength = 0;

  add(chunk: Buffer): void {
    if (!this.#started) this.#start(chunk);
    if (this.#marked && this.#marked.encoding !== "utf-8") return;
    if (this.#carry.length === 0 && isAscii(chunk)) return;
    this.#addText(this.#carry.length === 0 ? chunk : Buffer.concat([this.#carry, chunk]));
  }

  finish(): EncodingFound {
    if (this.#carry.length > 0) this.#count(this.#carry);
    if (this.#marked && this.#marked.encoding !== "utf-8") return this.#marked;
    const wide = this.#wide();
    if (wide) return { encoding: wide, because: "zero-bytes", mark: 0, faults: 0 };
    if (this.#marked) return { ...this.#marked, faults: this.#faults };
    const found = (encoding: Encoding, because: Because, faults = 0) => {
      return { encoding, because, mark: 0, faults };
    };
    if (this.#faults === 0) return found("utf-8", "strict-utf8");
    if (this.#faults <= FAULT_SHARE * this.#characters) {
      return found("utf-8", "mostly-utf8", this.#faults);
    }
    return this.#control
      ? found("windows-1252", "bytes-80-9f")
      : found("iso-8859-1", "no-bytes-80-9f");
  }

  #start(chunk: Buffer): void {
    this.#started = true;
    this.#marked = byteOrderMark(chunk);
    this.#zeros = countZeros(chunk);
    this.#firstLength = chunk.length;
  }

  /** Without a mark, UTF-16 shows by a zero in every second byte of western text. */
  #wide(): Encoding | undefined {
    const [even, odd] = this.#zeros;
    const half = this.#firstLength / 2;
    if (odd > 0.4 * half && even < 0.05 * half) return "utf-16le";
    if (even > 0.4 * half && odd < 0.05 * half) return "utf-16be";
    return undefined;
  }

  #addText(bytes: Buffer): void {
    const end = bytes.length - unfinished(bytes);
    const whole = bytes.subarray(0, end);
    this.#carry = Buffer.from(bytes.subarray(end));
    this.#count(whole);
  }

  #count(bytes: Buffer): void {
    if (isAscii(bytes)) return;
    this.#control ||= hasControl(bytes);
    if (isUtf8(bytes)) {
      // Only whether it is more than nothing matters beside faults; a lower bound will do.
      this.#characters += bytes.length / 64;
      return;
    }
    for (const character of bytes.toString("utf8")) {
      if (character === "\uFFFD") this.#faults++;
      else if (character > "\u007F") this.#characters++;
    }
  }
}

function byteOrderMark(chunk: Buffer): EncodingFound | undefined {
  const because = "byte-order-mark";
  const [a, b, c] = chunk;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    return { encoding: "utf-8", because, mark: 3, faults: 0 };
  }
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", because, mark: 2, faults: 0 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", because, mark: 2, faults: 0 };
  return undefined;
}

function countZeros(chunk: Buffer): [even: number, odd: number] {
  const counts: [number, number] = [0, 0];
  for (let at = chunk.indexOf(0); at !== -1; at = chunk.indexOf(0, at + 1))
    counts[at & 1 ? 1 : 0]++;
  return counts;
}

/** Bytes 0x80 to 0x9F are letters and signs in Windows-1252 and nothing in ISO-8859-1. */
function hasControl(bytes: Buffer): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte >= 0x80 && byte <= 0x9f) return true;
  }
  return false;
}

/** Bytes at the end that may be the beginning of a character. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? back : 0;
    }
  }
  return 0;
}
