import { stderr } from "node:process";

/** Long work on the terminal: one line that is drawn anew; elsewhere a line a finished step. */
export type Progress = {
  update(label: string, share: number): void;
  done(label: string): void;
};

const WIDTH = 24;
const CLEAR_LINE = "\r\u001b[2K";

export function progressOf(quiet: boolean): Progress {
  if (quiet) return { update: () => {}, done: () => {} };
  return stderr.isTTY ? bar() : lines();
}

function bar(): Progress {
  return {
    update: (label, share) => {
      const full = Math.round(WIDTH * Math.min(1, Math.max(0, share)));
      const drawn = "█".repeat(full) + "░".repeat(WIDTH - full);
      const percent = `${Math.round(share * 100)}`.padStart(3);
      const line = `${drawn} ${percent} %  ${label}`;
      stderr.write(CLEAR_LINE + line.slice(0, (stderr.columns ?? 80) - 1));
    },
    done: (label) => {
      stderr.write(`${CLEAR_LINE}✓ ${label}\n`);
    },
  };
}

function lines(): Progress {
  return {
    update: () => {},
    done: (label) => {
      stderr.write(`${label}\n`);
    },
  };
}
