import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Horizon, Instant } from "./units.ts";

const Name = Type.String({ minLength: 1, maxLength: 80, pattern: "\\S" });

/** A page of the dashboard with its filters, under a name. */
export const SavedView = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  path: Type.String({ description: "path and query, such as /customers?sort=alive" }),
  savedAt: Instant,
});
export type SavedView = Static<typeof SavedView>;

export const SavedViewList = Type.Object({ items: Type.Array(SavedView) });
export type SavedViewList = Static<typeof SavedViewList>;

export const SavedViewRequest = Type.Object(
  {
    name: Name,
    path: Type.String({
      // Two slashes would lead to another site.
      pattern: "^/(?![/\\\\])[^\\s]*$",
      maxLength: 2000,
    }),
  },
  { additionalProperties: false },
);
export type SavedViewRequest = Static<typeof SavedViewRequest>;

export const SavedViewRename = Type.Object({ name: Name }, { additionalProperties: false });

export const SavedViewParams = Type.Object({ id: Type.Integer({ minimum: 1 }) });

const StartTile = Type.Union([
  Type.Literal("views"),
  Type.Literal("equity"),
  Type.Literal("figures"),
  Type.Literal("distribution"),
  Type.Literal("customers"),
  Type.Literal("trust"),
]);

/** How the start page looks; null for what the page decides by itself. */
export const Preferences = Type.Object(
  {
    tiles: Nullable(Type.Array(StartTile, { maxItems: 6, uniqueItems: true })),
    horizon: Nullable(Horizon),
    basis: Nullable(Type.Union([Type.Literal("revenue"), Type.Literal("contribution")])),
    language: Nullable(Type.Union([Type.Literal("de"), Type.Literal("en")])),
  },
  { additionalProperties: false },
);
export type Preferences = Static<typeof Preferences>;
