import { randomUUID } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { MultipartFile } from "@fastify/multipart";
import type { Upload } from "@kundenwert/contract";
import { ApiError } from "./api-error.ts";

const KEPT_MS = 24 * 3600 * 1000;

/**
 * Writes an uploaded file to a directory of its own. Its name is kept, for people, without
 * anything that could lead elsewhere.
 *
 * @throws ApiError UPLOAD_TOO_LARGE; nothing is kept then
 */
export async function keepUpload(directory: string, part: MultipartFile): Promise<Upload> {
  const uploadId = randomUUID();
  const fileName = safeName(part.filename);
  const home = join(directory, uploadId);
  mkdirSync(home, { recursive: true });
  const path = join(home, fileName);
  try {
    await pipeline(part.file, createWriteStream(path));
    // A file over the limit ends early and without an error.
    if (part.file.truncated) throw new ApiError("UPLOAD_TOO_LARGE", "The file is too large");
    return { uploadId, fileName, bytes: statSync(path).size };
  } catch (error) {
    dropUpload(directory, uploadId);
    throw error;
  }
}

/**
 * The path of an uploaded file.
 *
 * @throws ApiError UPLOAD_UNKNOWN if there is none, or no longer
 */
export function findUpload(
  directory: string,
  uploadId: string,
): { path: string; fileName: string } {
  const home = join(directory, uploadId);
  const known = /^[0-9a-f-]{36}$/.test(uploadId) && existsSync(home);
  const [fileName] = known ? readdirSync(home) : [];
  if (!fileName) throw new ApiError("UPLOAD_UNKNOWN", "This file is no longer here: send it again");
  return { path: join(home, fileName), fileName };
}

export function dropUpload(directory: string, uploadId: string): void {
  rmSync(join(directory, uploadId), { recursive: true, force: true });
}

/** Removes what was sent and never imported. */
export function dropOldUploads(directory: string, now: number = Date.now()): void {
  mkdirSync(directory, { recursive: true });
  for (const name of readdirSync(directory)) {
    const path = join(directory, name);
    if (now - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { recursive: true, force: true });
  }
}

function safeName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? "";
  const safe = base
    .normalize("NFC")
    .replace(/[^\p{L}\p{N} ._()-]/gu, "_")
    .replace(/^[.\s]+/, "")
    .slice(-120);
  return safe || "upload";
}
