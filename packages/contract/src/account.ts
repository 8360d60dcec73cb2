import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Count, Day, Horizon, Money } from "./units.ts";

/** What an account or a group is worth over one horizon: the sums of its contacts. */
export const AccountValue = Type.Object({
  level: Type.Union([Type.Literal("account"), Type.Literal("group")]),
  memberId: Type.String(),
  horizonMonths: Horizon,
  contacts: Count,
  valued: Type.Integer({ description: "contacts with a value" }),
  accounts: Count,
  rolesKnown: Count,
  decisionMakers: Count,
  coveredAccounts: Type.Integer({ description: "accounts with a decision maker" }),
  purchases: Count,
  orders: Count,
  expectedPurchases: Nullable(Type.Number()),
  revenueHistoric: Nullable(Money),
  revenuePredicted: Nullable(Money),
  revenueDiscounted: Nullable(Money),
  revenueTotal: Nullable(Money),
  contributionHistoric: Nullable(Money),
  contributionDiscounted: Nullable(Money),
  contributionTotal: Nullable(Money),
  firstDay: Nullable(Day),
  lastDay: Nullable(Day),
});
export type AccountValue = Static<typeof AccountValue>;

export const AccountContact = Type.Object({
  customerId: Type.String(),
  accountId: Nullable(Type.String()),
  purchases: Nullable(Count),
  revenueHistoric: Nullable(Money),
  revenueDiscounted: Nullable(Money),
  lastDay: Nullable(Day),
});
export type AccountContact = Static<typeof AccountContact>;

export const AccountDetail = Type.Object({
  currency: Type.String(),
  accountId: Type.String(),
  groupId: Nullable(Type.String({ description: "the group of an account" })),
  accounts: Type.Array(Type.String(), { description: "the accounts of a group" }),
  values: Type.Array(AccountValue, { description: "one a level and horizon" }),
  contacts: Type.Array(AccountContact, { description: "most valuable first, at most 200" }),
});
export type AccountDetail = Static<typeof AccountDetail>;
