import type { RoleSpec } from "../roles.ts";

/** What names a person; kept as attributes under these names, so that features can leave it out. */
export const IDENTIFYING_ATTRIBUTES: readonly string[] = [
  "name",
  "first_name",
  "last_name",
  "company_name",
  "email",
  "phone",
  "street",
];

/** The roles of columns that do. */
export const IDENTIFYING: Readonly<Record<string, RoleSpec>> = {
  email: { kind: "text", names: [/^(customer_|kunden_)?e_?mail(_address|_adresse)?$/] },
  phone: {
    kind: "text",
    names: [
      /^(customer_|kunden_)?(phone|telephone|mobile|telefon|handy|mobil)(_?(number|nummer|nr|no))?$/,
    ],
  },
  firstName: { kind: "text", names: [/^(first_?name|given_?name|vorname)$/] },
  lastName: { kind: "text", names: [/^(last_?name|family_?name|surname|nachname|familienname)$/] },
  name: {
    kind: "text",
    names: [/^(customer_?|client_?|kunden_?)?(name|full_?name|name1)$/, /^primary_poc$/],
  },
  companyName: { kind: "text", names: [/^(company|account|firmen?)_?(name)?$/] },
  street: {
    kind: "text",
    names: [/^(street(_address)?|address(_1|_line_1)?|strasse|anschrift|adresse|stras)$/],
  },
};
