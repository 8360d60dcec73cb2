import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Day } from "./units.ts";

const AnnotationKind = Type.Union([
  Type.Literal("price"),
  Type.Literal("campaign"),
  Type.Literal("outage"),
  Type.Literal("other"),
]);

/** Something that happened on a day and may explain figures. */
export const Annotation = Type.Object({
  id: Nullable(Type.Integer({ description: "null for a campaign of the data" })),
  day: Day,
  kind: AnnotationKind,
  text: Type.String(),
});
export type Annotation = Static<typeof Annotation>;

export const AnnotationList = Type.Object({
  items: Type.Array(Annotation, { description: "earliest first, with the campaigns of the data" }),
});
export type AnnotationList = Static<typeof AnnotationList>;

export const AnnotationRequest = Type.Object(
  {
    day: Day,
    kind: AnnotationKind,
    text: Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" }),
  },
  { additionalProperties: false },
);
export type AnnotationRequest = Static<typeof AnnotationRequest>;

export const AnnotationParams = Type.Object({ id: Type.Integer({ minimum: 1 }) });
