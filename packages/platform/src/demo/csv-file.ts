import { closeSync, openSync, writeSync } from "node:fs";

/** A text file written line by line through a buffer. */
export type LineFile = {
  /** Adds a line; the line break is added here. */
  add(line: string): void;
  /** Writes what is left and closes the file. */
  close(): void;
};

const bufferLength = 1 << 16;

/** @returns an empty file opened for writing. Errors are those of node:fs. */
export function openLineFile(path: string): LineFile {
  const file = openSync(path, "w");
  let buffer = "";
  const flush = () => {
    // writeSync may stop half-way on a full pipe or disk; what is left goes next.
    let bytes: Uint8Array = Buffer.from(buffer, "utf8");
    while (bytes.length > 0) bytes = bytes.subarray(writeSync(file, bytes));
    buffer = "";
  };
  return {
    add(line) {
      buffer += `${line}\n`;
      if (buffer.length >= bufferLength) flush();
    },
    close() {
      try {
        flush();
      } finally {
        closeSync(file);
      }
    },
  };
}
