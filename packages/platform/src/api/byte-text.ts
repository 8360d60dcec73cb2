/** Text that is written as bytes from the start: joining strings costs more than the strings do. */
export type ByteText = {
  /** Text of ASCII. */
  ascii(text: string): void;
  utf8(text: string): void;
  /** A number as `String` writes it; `point` is the code of the decimal sign. */
  number(value: number, point?: number): void;
  /** @returns false, with nothing written, where a sign is none of `signs` (see `signSet`) */
  onlyOf(signs: Uint8Array, text: string): boolean;
  /** What was written since the last call. */
  take(): Buffer;
};

const FIRST_SIZE = 2 ** 20;
const LONGEST_NUMBER = 32;
const ZERO = 48;
const MINUS = 45;
const POINT = 46;

/** The ASCII signs that match, by their code. */
export function signSet(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) =>
    pattern.test(String.fromCharCode(code)) ? 1 : 0,
  );
}

/** An empty text. */
export function byteText(): ByteText {
  let bytes = Buffer.allocUnsafeSlow(FIRST_SIZE);
  let at = 0;
  const reserve = (more: number) => {
    if (at + more <= bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(bytes.length * 2, at + more));
    bytes.copy(larger, 0, 0, at);
    bytes = larger;
  };
  const ascii = (text: string) => {
    const { length } = text;
    reserve(length);
    for (let i = 0; i < length; i++) bytes[at++] = text.charCodeAt(i);
  };
  const digits = (whole: number) => {
    reserve(LONGEST_NUMBER);
    if (whole < 0) bytes[at++] = MINUS;
    let left = Math.abs(whole);
    let end = at + digitCount(left);
    at = end;
    do {
      const tenth = Math.trunc(left / 10);
      bytes[--end] = ZERO + left - tenth * 10;
      left = tenth;
    } while (left > 0);
  };
  return {
    ascii,
    utf8(text) {
      reserve(text.length * 3);
      at += bytes.write(text, at, "utf8");
    },
    number(value, point = POINT) {
      if (value === (value | 0)) return digits(value);
      const text = String(value);
      reserve(text.length);
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        bytes[at++] = code === POINT ? point : code;
      }
    },
    onlyOf(signs, text) {
      const { length } = text;
      reserve(length);
      for (let i = 0; i < length; i++) {
        const code = text.charCodeAt(i);
        if (signs[code] !== 1) return false;
        bytes[at + i] = code;
      }
      at += length;
      return true;
    },
    take() {
      const taken = bytes.subarray(0, at);
      bytes = Buffer.allocUnsafeSlow(bytes.length);
      at = 0;
      return taken;
    },
  };
}

function digitCount(whole: number): number {
  let count = 1;
  for (let power = 10; whole >= power; power *= 10) count++;
  return count;
}
