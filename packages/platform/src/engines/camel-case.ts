/** `horizon_months` of SQL is `horizonMonths` in TypeScript. */
export function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
