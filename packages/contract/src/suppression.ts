import { Type } from "typebox";
import { Count } from "./units.ts";

/** What every reply tells that cuts by groups: how much of it is not shown. */
export const Suppression = {
  smallestGroup: Type.Integer({ minimum: 1, description: "persons a group must have to be shown" }),
  suppressed: {
    ...Count,
    description: "rows that are left out: of groups too small, or from which such would follow",
  },
};
