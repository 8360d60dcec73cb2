import { createInterface } from "node:readline";

type Terminal = {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Asks a person until one of the answers comes; its first letter is enough.
 *
 * @param answers by the word that a person types
 * @returns what the answer stands for; undefined where there is none, such as at the end of input
 */
export async function ask<T>(
  question: string,
  answers: Readonly<Record<string, T>>,
  { input, output, signal }: Terminal,
): Promise<T | undefined> {
  const words = Object.keys(answers);
  const asked = `${question} [${words.join(" / ")}] `;
  output.write(asked);
  // Without a terminal of its own Ctrl-C stays what it is: the command ends.
  for await (const line of createInterface({ input, signal, terminal: false })) {
    const said = line.trim().toLowerCase();
    const word = said && words.find((each) => each.startsWith(said));
    if (word) return answers[word];
    output.write(asked);
  }
  return undefined;
}
