/** What a register of customers states beside its own table. */
import type { ReadPlan, Side } from "../ledger-target.ts";
import { MONEY, readRole } from "../read-column.ts";
import { normalizeName } from "../role-names.ts";
import { isMissing, literal } from "../sql-text.ts";
import { IDENTIFYING } from "./identifying.ts";

/** Names of what `sides` reads from the staged rows. */
const attributeColumn = (index: number) => `attribute_${index}`;
const identifyingColumn = (role: string) => `identifying_${normalizeName(role)}`;

/** Columns of customers that are more than one role, and what the sides are made of. */
export function deriveCustomer(plan: ReadPlan): Record<string, string | undefined> {
  const birth = plan.cells.birthDate && readRole(plan, "birthDate", "day");
  const year = readRole(plan, "birthYear", "whole");
  const attributes = plan.attributes.map(({ cell }, index) => [
    attributeColumn(index),
    `CASE WHEN NOT ${isMissing(cell)} THEN trim(${cell}) END`,
  ]);
  const names = Object.keys(IDENTIFYING).map((role) => [
    identifyingColumn(role),
    readRole(plan, role, "text"),
  ]);
  return {
    birth_year: year ?? (birth && `CAST(date_part('year', ${birth}) AS INTEGER)`),
    consent: readRole(plan, "consent", "flag"),
    consent_at: readRole(plan, "consentTime", "time"),
    attributes_since: readRole(plan, "attributesSince", "day"),
    ...Object.fromEntries(attributes),
    ...Object.fromEntries(names),
  };
}

/** The attributes of a file: their names in the ledger, and the staged columns that hold them. */
export function attributesOf({ attributes, cells }: ReadPlan): [name: string, column: string][] {
  const names = Object.keys(IDENTIFYING).filter((role) => cells[role]);
  return [
    ...attributes.map(({ name }, index) => [name, attributeColumn(index)] as [string, string]),
    ...names.map((role) => [normalizeName(role), identifyingColumn(role)] as [string, string]),
  ];
}

/** The tables that the rows of a register feed beside its own. */
export function customerSides(plan: ReadPlan): readonly Side[] {
  const attributes = attributesOf(plan);
  return [
    ...(attributes.length > 0 ? [attributeSide(plan, attributes)] : []),
    ...(plan.cells.consent ? [consentSide(plan)] : []),
    ...(plan.cells.referredBy ? [REFERRAL_SIDE] : []),
  ];
}

/** Attributes hold from the day the file names, else from the day of the import. */
export function attributeSide(plan: ReadPlan, attributes: readonly [string, string][]): Side {
  const today = `DATE ${literal(plan.today)}`;
  const since = plan.cells.attributesSince ? `coalesce(attributes_since, ${today})` : today;
  const columns = attributes.map(([, column]) => column);
  const named = attributes.map(([name, column]) => `WHEN ${literal(column)} THEN ${literal(name)}`);
  return {
    table: "customer_attributes",
    columns: ["customer_id", "attribute", "value", "valid_from"],
    select: (
      staged,
    ) => `SELECT line, customer_id, CASE staged_name ${named.join(" ")} END AS attribute,
        staged_value AS value, ${since} AS valid_from
      FROM ${staged} UNPIVOT INCLUDE NULLS (staged_value FOR staged_name IN (${columns.join(", ")}))`,
    subject: ["customer_id", "attribute"],
    value: "value",
    since: "valid_from",
  };
}

/** The first known decision holds from the registration on, another one from the import on. */
function consentSide(plan: ReadPlan): Side {
  const name = normalizeName(plan.names.consent ?? "consent");
  const told = plan.cells.consentTime ? "consent_at" : "CAST(NULL AS TIMESTAMP)";
  const today = `CAST(DATE ${literal(plan.today)} AS TIMESTAMP)`;
  return {
    table: "consents",
    columns: ["customer_id", "purpose", "channel", "granted", "decided_at", "basis"],
    select: (staged) => `SELECT line, customer_id, ${literal(purposeOf(name))} AS purpose,
        CAST(${channelOf(name)} AS VARCHAR) AS channel, consent AS granted,
        coalesce(${told}, CASE WHEN is_first THEN CAST(registered_on AS TIMESTAMP) END, ${today})
          AS decided_at,
        CAST(NULL AS VARCHAR) AS basis
      FROM (SELECT *, NOT EXISTS (SELECT 1 FROM consents
          WHERE consents.customer_id = staged.customer_id) AS is_first
        FROM ${staged} AS staged) AS decided
      WHERE consent IS NOT NULL`,
    subject: ["customer_id", "purpose", "channel"],
    value: "granted",
    since: "decided_at",
  };
}

function purposeOf(name: string): string {
  return name.includes("newsletter") ? "newsletter" : "marketing";
}

function channelOf(name: string): string {
  if (/mail|newsletter/.test(name)) return "'email'";
  if (name.includes("sms")) return "'sms'";
  return /phone|telefon/.test(name) ? "'phone'" : "NULL";
}

const REFERRAL_SIDE: Side = {
  table: "referrals",
  columns: ["referrer_id", "referred_id", "referred_on", "reward"],
  select: (staged) => `SELECT line, referred_by AS referrer_id, customer_id AS referred_id,
      registered_on AS referred_on, CAST(NULL AS ${MONEY}) AS reward
    FROM ${staged} WHERE referred_by IS NOT NULL`,
  subject: ["referred_id"],
  value: "referrer_id",
  since: "referred_on",
};
