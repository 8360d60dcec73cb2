import { describe, expect, test } from "vitest";
import { distinctPairs, distinctValues } from "./distinct.ts";
import { mapSmoothPairs } from "./smooth-pairs.ts";

describe("distinctValues and distinctPairs", () => {
  test("rebuild the columns from distinct values, −0 and 0 being one", () => {
    const column = Float64Array.of(3, 0, 3, -0, 1e-300, 7, 3);
    const { index, values } = distinctValues(column);
    expect([...values]).toEqual([3, 0, 1e-300, 7]);
    expect([...index].map((k) => values[k])).toEqual([3, 0, 3, 0, 1e-300, 7, 3]);
  });

  test("find every distinct pair once", () => {
    const first = Int32Array.from({ length: 5000 }, (_, i) => i % 13);
    const second = Int32Array.from({ length: 5000 }, (_, i) => i % 17);
    const pairs = distinctPairs(first, second);
    expect(pairs.first.length).toBe(13 * 17);
    for (let i = 0; i < 5000; i++) {
      expect(pairs.first[pairs.index[i]]).toBe(first[i]);
      expect(pairs.second[pairs.index[i]]).toBe(second[i]);
    }
  });
});

describe("mapSmoothPairs", () => {
  const n = 3000;
  const count = Float64Array.from({ length: n }, (_, i) => i % 3);
  const time = Float64Array.from({ length: n }, (_, i) => Math.sqrt(i));

  test("interpolates a smooth function to 1e-12 from a few calls", () => {
    let calls = 0;
    const f = (x: number, t: number) => {
      calls += 1;
      return (x + 0.5) / (4 + t) ** (x + 1);
    };
    const mapped = mapSmoothPairs(count, time, 4, f);
    expect(calls).toBeLessThan(200);
    for (let i = 0; i < n; i += 7) {
      expect(Math.abs(mapped[i] / f(count[i], time[i]) - 1)).toBeLessThan(1e-12);
    }
  });

  test("computes directly what is not smooth", () => {
    const f = (_: number, t: number) => 1 + Math.abs(t - 20);
    const mapped = mapSmoothPairs(count, time, 4, f);
    for (let i = 0; i < n; i += 7) expect(mapped[i]).toBe(f(count[i], time[i]));
  });
});
