const NUMBER = /^[+-]?[\d.,'’ ]*\d[\d.,]*$/;
const DATE = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}([ T].*)?$/;

/** Whether a cell is a number or a date, in any notation; then it is no column's name. */
export function looksLikeValue(cell: string): boolean {
  const text = cell.trim();
  return NUMBER.test(text) || DATE.test(text);
}
