import { promisify } from "node:util";
import { constants, crc32, deflateRaw, type ZlibOptions } from "node:zlib";

export type ZipEntry = {
  readonly name: string;
  readonly content: Iterable<string> | AsyncIterable<string | Buffer>;
};

type Written = {
  readonly name: Buffer;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly start: number;
};

/** Beyond it a zip needs the longer form of its numbers, which not every program reads. */
const LARGEST = 0xffff_ffff;
const VERSION = 20;
/** Names are UTF-8; sizes and checksum follow the content. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const deflatePiece: (bytes: Buffer, options: ZlibOptions) => Promise<Buffer> =
  promisify(deflateRaw);
/** 1980-01-01: the same rows give the same file. */
const DATE = 0x0021;

/**
 * A zip file of these entries, in their order, while they come: nothing is held but what is being
 * compressed. The same entries give the same bytes.
 *
 * @throws RangeError if an entry or the file exceeds 4 GiB
 * @see PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16
 */
export async function* zipStream(entries: Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  for (const { name, content } of entries) {
    const sum = { checksum: 0, packed: 0, size: 0 };
    const bytes = Buffer.from(name);
    const head = localHeader(bytes);
    yield head;
    for await (const chunk of deflated(content, sum)) {
      sum.packed += chunk.length;
      yield chunk;
    }
    if (sum.size > LARGEST) throw new RangeError(`${name} is larger than a zip may hold`);
    yield descriptor(sum);
    written.push({ name: bytes, ...sum, start: at });
    at += head.length + sum.packed + DESCRIPTOR_LENGTH;
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  if (at + directory.length > LARGEST) throw new RangeError("The file is larger than a zip may be");
  yield directory;
  yield end(written.length, directory.length, at);
}

/** Pieces that wait behind the one whose end is awaited, so that another core has something to do. */
const BEHIND = 2;
/** An empty block that is the last: pieces end in none, so that another may follow (RFC 1951, 3.2.3). */
const LAST_BLOCK = Buffer.of(3, 0);

async function* deflated(
  content: ZipEntry["content"],
  sum: { checksum: number; size: number },
): AsyncGenerator<Buffer> {
  const waiting: Promise<Buffer>[] = [];
  for await (const piece of content) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
    sum.checksum = crc32(bytes, sum.checksum);
    sum.size += bytes.length;
    // Rows compress to a tenth at the fastest level already.
    waiting.push(deflatePiece(bytes, { level: 1, finishFlush: constants.Z_SYNC_FLUSH }));
    if (waiting.length > BEHIND) yield (await waiting.shift()) as Buffer;
  }
  for (const packed of waiting) yield await packed;
  yield LAST_BLOCK;
}

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.write("PK\u0003\u0004", "latin1");
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DEFLATED, 8);
  head.writeUInt16LE(DATE, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

const DESCRIPTOR_LENGTH = 16;

function descriptor({ checksum, packed, size }: Omit<Written, "name" | "start">): Buffer {
  const bytes = Buffer.alloc(DESCRIPTOR_LENGTH);
  bytes.write("PK\u0007\u0008", "latin1");
  bytes.writeUInt32LE(checksum, 4);
  bytes.writeUInt32LE(packed, 8);
  bytes.writeUInt32LE(size, 12);
  return bytes;
}

function directoryEntry({ name, checksum, packed, size, start }: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.write("PK\u0001\u0002", "latin1");
  entry.writeUInt16LE(VERSION, 4);
  entry.writeUInt16LE(VERSION, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATED, 10);
  entry.writeUInt16LE(DATE, 14);
  entry.writeUInt32LE(checksum, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(start, 42);
  return Buffer.concat([entry, name]);
}

function end(entries: number, length: number, start: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.write("PK\u0005\u0006", "latin1");
  bytes.writeUInt16LE(entries, 8);
  bytes.writeUInt16LE(entries, 10);
  bytes.writeUInt32LE(length, 12);
  bytes.writeUInt32LE(start, 16);
  return bytes;
}
