/** How far a number lies from another one, as a share of that. */
export const relative = (x: number, y: number): number => Math.abs(x / y - 1);
