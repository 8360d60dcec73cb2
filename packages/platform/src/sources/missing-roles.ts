import type { LedgerTarget } from "./ledger-target.ts";
import type { Mapping, MappingOptions, Role } from "./roles.ts";

/** Roles without which a table cannot be filled and that nothing has, in the order of the roles. */
export function missingRoles(
  target: LedgerTarget,
  mapping: Mapping,
  given: MappingOptions,
): Role[] {
  const required = Object.entries(target.roles)
    .filter(([role, spec]) => {
      const left = spec.required === "unless said" && given[role] === null;
      return spec.required && !mapping[role] && !given[role] && !left;
    })
    .map(([role]) => role);
  return [...required, ...(target.missing?.(mapping, given) ?? [])];
}
