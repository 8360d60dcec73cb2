import { type Static, Type } from "typebox";
import { PeriodKind } from "./figure.ts";
import { Nullable } from "./nullable.ts";
import { Day, Horizon, Instant } from "./units.ts";

/** What a workspace has decided; read from its file kundenwert.yaml. */
export const SettingsView = Type.Object({
  timeZone: Type.String({ description: "IANA name; days begin here" }),
  currency: Type.String({ description: "ISO 4217" }),
  basis: Type.Union([Type.Literal("net"), Type.Literal("gross")], {
    description: "Whether amounts are before or after value added tax",
  }),
  discountRate: Type.Number({ description: "a year" }),
  horizons: Type.Array(Horizon),
  marginRate: Type.Optional(Type.Number({ description: "where order lines carry no cost" })),
  spend: Type.Union([Type.Literal("all"), Type.Literal("repeat")], {
    description: "Purchases the spend model is fitted on",
  }),
});
export type SettingsView = Static<typeof SettingsView>;

export const Health = Type.Object({ status: Type.Literal("ok"), version: Type.String() });
export type Health = Static<typeof Health>;

/** What a key figure shall reach, as kundenwert.yaml has it. */
export const TargetSetting = Type.Object(
  {
    figure: Type.String({ minLength: 1, maxLength: 60 }),
    dimension: Type.Optional(Type.String({ maxLength: 200, description: "everybody if absent" })),
    member: Type.Optional(Type.String({ maxLength: 200 })),
    period: Type.Optional(PeriodKind),
    atLeast: Type.Optional(Type.Number()),
    atMost: Type.Optional(Type.Number({ description: "there is one of the two" })),
    from: Type.Optional(Day),
    until: Type.Optional(Day),
  },
  { additionalProperties: false },
);
export type TargetSetting = Static<typeof TargetSetting>;

/** A value of a single setting; null where it is left to the default, or where nothing is set. */
const SingleValue = Type.Union([
  Type.Number(),
  Type.String({ maxLength: 100 }),
  Type.Array(Type.Integer(), { maxItems: 24 }),
  Type.Null(),
]);

/** The same, or all targets. */
const SettingValue = Type.Union([
  ...SingleValue.anyOf,
  Type.Array(TargetSetting, { minItems: 1, maxItems: 200 }),
]);
export type SettingValue = Static<typeof SettingValue>;

/** A setting that can be changed here. */
export const EditableSetting = Type.Object({
  name: Type.String({ description: "the path in kundenwert.yaml, with dots" }),
  area: Type.Union([
    Type.Literal("value"),
    Type.Literal("figures"),
    Type.Literal("segments"),
    Type.Literal("warnings"),
    Type.Literal("health"),
    Type.Literal("feedback"),
  ]),
  kind: Type.Union([
    Type.Literal("share"),
    Type.Literal("number"),
    Type.Literal("choice"),
    Type.Literal("text"),
    Type.Literal("months"),
  ]),
  minimum: Nullable(Type.Number()),
  maximum: Nullable(Type.Number()),
  choices: Type.Array(Type.String()),
  isOptional: Type.Boolean({ description: "whether nothing may be said" }),
  standard: Type.Union(SingleValue.anyOf, { description: "what holds if nothing is written" }),
  written: Type.Union(SingleValue.anyOf, { description: "in the file; null for nothing" }),
  value: Type.Union(SingleValue.anyOf, { description: "what the next run takes" }),
  inEffect: Type.Union(SingleValue.anyOf, { description: "what the figures were made with" }),
});
export type EditableSetting = Static<typeof EditableSetting>;

export const SettingSheet = Type.Object({
  items: Type.Array(EditableSetting),
  targets: Type.Array(TargetSetting, { description: "changed as a whole, as the setting targets" }),
  isRunNeeded: Type.Boolean({
    description: "whether the file says another thing than the figures",
  }),
  inFile: Type.Array(
    Type.Object({
      name: Type.String(),
      isWritten: Type.Boolean({ description: "whether the file says anything of it" }),
    }),
    { description: "what only the file can say" },
  ),
});
export type SettingSheet = Static<typeof SettingSheet>;

export const SettingChangeRequest = Type.Object(
  {
    changes: Type.Record(Type.String({ maxLength: 60 }), SettingValue, { minProperties: 1 }),
    isTrial: Type.Optional(Type.Boolean({ description: "check only, write nothing" })),
  },
  { additionalProperties: false },
);
export type SettingChangeRequest = Static<typeof SettingChangeRequest>;

const SettingChange = Type.Object({
  name: Type.String(),
  before: SettingValue,
  after: SettingValue,
});

export const SettingsChanged = Type.Object({ changes: Type.Array(SettingChange) });
export type SettingsChanged = Static<typeof SettingsChanged>;

/** What was changed in one go. */
export const SettingHistory = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.Integer(),
      changedAt: Instant,
      changes: Type.Array(SettingChange),
      undoes: Nullable(Type.Integer({ description: "the change that this one took back" })),
    }),
    { description: "latest first" },
  ),
});
export type SettingHistory = Static<typeof SettingHistory>;

export const SettingChangeParams = Type.Object({ id: Type.Integer({ minimum: 1 }) });
