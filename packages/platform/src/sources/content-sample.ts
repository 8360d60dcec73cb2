const HEAD_BYTES = 128 << 10;
const BLOCK_BYTES = 8 << 10;
const MAX_BLOCKS = 32;

/** Pieces of a file's content: its beginning, and blocks spread evenly over the rest. */
export class ContentSample {
  #head: Buffer = Buffer.alloc(0);
  #blocks: { readonly at: number; readonly bytes: Buffer }[] = [];
  #stride = BLOCK_BYTES * 2;
  #length = 0;

  add(chunk: Buffer): void {
    const start = this.#length;
    this.#length += chunk.length;
    if (this.#head.length < HEAD_BYTES) {
      this.#head = Buffer.concat([this.#head, chunk.subarray(0, HEAD_BYTES - this.#head.length)]);
    }
    const first = Math.ceil(Math.max(start, HEAD_BYTES) / this.#stride) * this.#stride;
    for (let at = first; at < this.#length; at += this.#stride) {
      const bytes = chunk.subarray(at - start, at - start + BLOCK_BYTES);
      this.#blocks.push({ at, bytes: Buffer.from(bytes) });
      if (this.#blocks.length > MAX_BLOCKS) this.#thin();
    }
  }

  /** Whether the beginning is complete, so that a dialect can be told from it. */
  get hasHead(): boolean {
    return this.#head.length >= HEAD_BYTES;
  }

  get head(): Buffer {
    return this.#head;
  }

  /** Whether the beginning is the whole of it. */
  get isComplete(): boolean {
    return this.#length <= HEAD_BYTES;
  }

  /** Bytes from the middle of the file: each begins and ends anywhere in a row. */
  get blocks(): readonly Buffer[] {
    return this.#blocks.map(({ bytes }) => bytes);
  }

  #thin(): void {
    this.#stride *= 2;
    this.#blocks = this.#blocks.filter(({ at }) => at % this.#stride === 0);
  }
}
