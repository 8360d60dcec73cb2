/** What a zip file holds, and how large it would be, without trusting what it says of itself. */
import { inflateRawSync } from "node:zlib";

export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  /** Where its local header stands. */
  readonly at: number;
  readonly packed: number;
};

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/** The entries of a zip file; undefined where its directory cannot be read. */
export function zipEntries(bytes: Buffer): ZipEntry[] | undefined {
  const end = endOfDirectory(bytes);
  if (end === -1) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) return undefined;
    const name = bytes.readUInt16LE(at + 28);
    const rest = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    entries.push({
      name: bytes.toString("utf8", at + 46, at + 46 + name),
      method: bytes.readUInt16LE(at + 10),
      at: bytes.readUInt32LE(at + 42),
      packed: bytes.readUInt32LE(at + 20),
    });
    at += 46 + name + rest;
  }
  return entries;
}

/** The end of the directory is the last thing in the file but for a comment. */
function endOfDirectory(bytes: Buffer): number {
  const least = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= least; at--) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  return -1;
}

/**
 * The content of an entry.
 *
 * @throws RangeError ERR_BUFFER_TOO_LARGE if it is larger than `limit`; errors of zlib
 */
export function unpack(bytes: Buffer, { at, packed, method }: ZipEntry, limit: number): Buffer {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw new Error("no entry");
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const content = bytes.subarray(start, start + packed);
  if (method === DEFLATED) return inflateRawSync(content, { maxOutputLength: Math.max(1, limit) });
  if (method !== STORED) throw new Error(`packed by method ${method}`);
  return content;
}
