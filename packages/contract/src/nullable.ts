import { type TSchema, Type } from "typebox";

/** The value or null, which stands for "not known", never for zero. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
