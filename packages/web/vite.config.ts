import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { precompress } from "./precompress.ts";

export default defineConfig({
  plugins: [react(), precompress()],
  resolve: { conditions: ["source", ...defaultClientConditions] },
  build: { chunkSizeWarningLimit: 700 },
  server: { proxy: { "/api": "http://127.0.0.1:4870" } },
});
