import type { Problem, Upload } from "@kundenwert/contract";
import { ProblemError } from "./problem-error.ts";

/**
 * Sends a file and tells how much of it has gone, which `fetch` cannot.
 *
 * @throws ProblemError
 */
export function uploadFile(file: File, onProgress: (share: number) => void): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (problem: Problem) => reject(new ProblemError(problem));
    request.open("POST", "/api/uploads");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => fail({ code: "OFFLINE", title: "The connection broke", status: 0 });
    request.onload = () => {
      const { response, status } = request;
      if (status === 201) resolve(response as Upload);
      else fail(response ?? { code: "INTERNAL", title: `HTTP ${status}`, status });
    };
    const body = new FormData();
    body.append("file", file);
    request.send(body);
  });
}
