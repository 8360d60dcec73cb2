import type { EChartsType } from "echarts/core";

/** Pixels per unit of the drawing: sharp on print and on dense screens. */
const SCALE = 2;

/** The drawing as an SVG file. */
export function svgOf(drawing: EChartsType): Blob {
  const [, data = ""] = drawing.getDataURL({ type: "svg" }).split(",");
  return new Blob([decodeURIComponent(data)], { type: "image/svg+xml" });
}

/** The drawing as a PNG file on a ground of `background`. */
export async function pngOf(drawing: EChartsType, background: string): Promise<Blob> {
  const picture = new Image();
  picture.src = drawing.getDataURL({ type: "svg" });
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = drawing.getWidth() * SCALE;
  canvas.height = drawing.getHeight() * SCALE;
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  context.fillStyle = background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}
