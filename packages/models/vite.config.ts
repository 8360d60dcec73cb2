import { defaultClientConditions, defineConfig } from "vite";

/** `npm run bundle`: the library as one file for browsers; with `--mode example`, the page that uses it. */
export default defineConfig(({ mode }) => ({
  base: "./",
  resolve: { conditions: ["source", ...defaultClientConditions] },
  ...(mode === "example"
    ? { root: "example", build: { outDir: "../dist/example", emptyOutDir: true } }
    : {
        build: {
          outDir: "dist/browser",
          lib: { entry: "src/index.ts", formats: ["es"], fileName: "kundenwert-models" },
        },
      }),
  worker: { format: "es" },
}));
