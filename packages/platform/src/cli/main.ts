#!/usr/bin/env node
import { createProgram } from "./program.ts";
import { isClosedPipe } from "./session.ts";

// What a library will drop some day is no news for people at a terminal.
process.noDeprecation = true;
process.stdout.on("error", (error) => {
  if (!isClosedPipe(error)) throw error;
});
await createProgram(process.argv).parseAsync(process.argv);
