/** Who may ask the tests' Trino, and how it knows them. */
import { execFileSync } from "node:child_process";
import { createHmac, pbkdf2Sync } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const USER = "analyst";
export const PASSWORD = "Größe: 12 kg";
const JWT_SECRET = Buffer.from("a secret of the tests, 32 bytes!");

/** Writes certificate, password file and key of tokens; returns the coordinator's settings. */
export function prepareAuthentication(directory: string): Record<string, string | boolean> {
  const key = join(directory, "server.key");
  const certificate = certificateOf(directory);
  const subject = ["-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1"];
  const kind = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"];
  execFileSync(
    "/usr/bin/openssl",
    ["req", ...kind, "-keyout", key, "-out", certificate, ...subject],
    {
      stdio: "pipe",
    },
  );
  const keystore = join(directory, "server.pem");
  writeFileSync(keystore, readFileSync(key, "utf8") + readFileSync(certificate, "utf8"));
  writeFileSync(join(directory, "jwt.key"), JWT_SECRET.toString("base64"));
  changePassword(directory, PASSWORD);
  return {
    "http-server.https.enabled": true,
    "http-server.https.keystore.path": keystore,
    "http-server.authentication.type": "PASSWORD,JWT",
    "http-server.authentication.jwt.key-file": join(directory, "jwt.key"),
    "http-server.authentication.allow-insecure-over-http": true,
  };
}

export const certificateOf = (directory: string) => join(directory, "server.crt");
export const passwordFile = (directory: string) => join(directory, "passwords");

/** Has the coordinator take another password within a second or two. */
export function changePassword(directory: string, password: string): void {
  writeFileSync(passwordFile(directory), `${USER}:${hashOf(password)}\n`);
}

function hashOf(password: string): string {
  const salt = Buffer.from("salt of the tests");
  const hash = pbkdf2Sync(password, salt, 1000, 32, "sha1");
  return `1000:${salt.toString("hex")}:${hash.toString("hex")}`;
}

/** A token for `USER` that ends so many seconds from now. */
export function tokenFor(seconds: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const expires = Math.floor(Date.now() / 1000) + seconds;
  const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part({ sub: USER, exp: expires })}`;
  return `${signed}.${createHmac("sha256", JWT_SECRET).update(signed).digest("base64url")}`;
}
