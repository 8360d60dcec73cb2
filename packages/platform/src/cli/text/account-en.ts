/** What the command line says of accounts and groups. */
export const accountTexts = {
  levels: { account: "Account", group: "Group" } as Readonly<Record<string, string>>,
  partOf: (group: string) => `belongs to the group ${group}`,
  accounts: (n: string, ids: string) => `${n} accounts: ${ids}`,
  contacts: (n: string, valued: string) => `${n} contacts, ${valued} with a value`,
  deciders: (n: string, known: string, covered: string, accounts: string) =>
    `${n} decision makers among ${known} contacts whose role is known; ${covered} of ${accounts} accounts have one`,
  rolesUnknown: "No contact's role is known.",
  purchases: (n: string, first: string, last: string) =>
    `${n} days with a purchase, ${first} to ${last}`,
  columns: {
    horizon: "horizon",
    historic: "revenue so far",
    discounted: "present value",
    contribution: "contribution",
    total: "total value",
  },
  contact: {
    customer: "contact",
    account: "account",
    purchases: "purchases",
    last: "last purchase",
  },
};
