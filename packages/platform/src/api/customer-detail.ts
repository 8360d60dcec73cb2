import type {
  CustomerDetail,
  CustomerHealth,
  CustomerValue,
  MasterData,
  PurchaseDay,
} from "@kundenwert/contract";
import type { Cell, Row } from "../engines/engine.ts";
import { readSql } from "../engines/sql-file.ts";
import { type Customer360, readCustomer360 } from "../pipeline/customer-360/customer-360.ts";
import { ofPerson, readPerson } from "../pipeline/customer-360/person.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { message } from "./message.ts";

/**
 * One customer as a message.
 *
 * @param customers how many there are in all
 * @throws PipelineError CUSTOMER_UNKNOWN
 */
export async function customerDetail(
  workspace: Workspace,
  id: string,
  customers: number,
): Promise<CustomerDetail> {
  const { engine, settings } = workspace;
  const { currency } = settings;
  const person = await readPerson(engine, id);
  const { sql, parameters } = ofPerson(readSql("read/customer-history"), person);
  const [view, history] = await Promise.all([
    readCustomer360(workspace, id),
    engine.rows(sql, { ...parameters, currency }),
  ]);
  const { stages, ranks, intent } = view.stages;
  return {
    currency,
    customerId: view.person.customerId,
    customers,
    members: view.person.members.map((member) => ({ ...member, since: moment(member.since) })),
    master: view.master ? message<MasterData>(view.master) : null,
    values: messages<CustomerValue>(view.values),
    reasons: view.reasons.map((reasons) => ({ ...reasons, lines: [...reasons.lines] })),
    nextOrder: view.nextOrder ? { ...view.nextOrder, chances: [...view.nextOrder.chances] } : null,
    stages: messages(stages),
    ranks: messages(ranks),
    intent: intent ? message(intent) : null,
    potential: view.potential ?? null,
    health: (view.health as CustomerHealth | undefined) ?? null,
    history: messages<PurchaseDay>(history),
    ...facts(view),
  };
}

type Facts =
  | "attributes"
  | "identifiers"
  | "feedback"
  | "consents"
  | "referred"
  | "referredBy"
  | "counts";

function facts(view: Customer360): Pick<CustomerDetail, Facts> {
  return {
    attributes: messages(view.attributes),
    identifiers: messages(view.identifiers),
    feedback: view.feedback.map((row) => ({
      ...message<CustomerDetail["feedback"][number]>(row),
      givenAt: moment(row.given_at),
      isCase: row.is_case === 1,
      closedAt: row.closed_at === null ? null : moment(row.closed_at),
    })),
    consents: view.consents.map((row) => ({
      ...message<CustomerDetail["consents"][number]>(row),
      granted: row.granted === 1,
      decidedAt: moment(row.decided_at),
      refusedAt: row.refused_at === null ? null : moment(row.refused_at),
    })),
    referred: messages(view.referred),
    referredBy: view.referredBy,
    counts: messages(view.counts),
  };
}

function messages<T>(rows: readonly Row[]): T[] {
  return rows.map((row) => message<T>(row));
}

/** A time stamp of the ledger, in the workspace's time zone, without a zone. */
export function moment(cell: Cell | undefined): string {
  return String(cell).slice(0, 19).replace(" ", "T");
}
