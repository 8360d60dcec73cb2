#!/usr/bin/env node
import { createProgram } from "./program.ts";
import { isClosedPipe } from "./session.ts";

process.stdout.on("error", (error) => {
  if (!isClosedPipe(error)) throw error;
});
await createProgram(process.argv).parseAsync(process.argv);
