// biome-ignore-all lint/style/noRestrictedImports: the build runs in Node

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(js|css|html|svg)$/;
/** Below this a file is one packet either way. */
const SMALL = 1024;
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** Puts a .br and a .gz beside every text of the build, so that the server compresses nothing. */
export function precompress(): Plugin {
  let directory = "dist";
  return {
    name: "precompress",
    apply: "build",
    configResolved: ({ root, build }) => {
      directory = resolve(root, build.outDir);
    },
    closeBundle: () => {
      const files = readdirSync(directory, { recursive: true, encoding: "utf8" });
      for (const file of files.filter((each) => TEXT.test(each))) {
        const path = join(directory, file);
        const content = readFileSync(path);
        if (content.length < SMALL) continue;
        writeFileSync(`${path}.br`, brotliCompressSync(content, BROTLI));
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}
