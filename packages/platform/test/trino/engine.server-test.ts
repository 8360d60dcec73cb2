import { inject } from "vitest";
import { openTrino } from "../../src/engines/trino/trino.ts";
import { engineSuite } from "../engine-suite.ts";
import { emptySchema } from "./schema.ts";

const cluster = inject("cluster");

engineSuite("trino", () => openTrino(emptySchema(cluster)));
