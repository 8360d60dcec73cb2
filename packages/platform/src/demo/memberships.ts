import { type Audience, campaignSeries, type Series } from "./campaign-series.ts";
import type { Campaign } from "./campaigns.ts";
import { momentOf } from "./clock.ts";
import type { Journey, Member } from "./journey.ts";
import type { Voucher } from "./orders.ts";
import { parameters } from "./parameters.ts";
import { chance, exponential, fixedShare } from "./random.ts";
import { purposes } from "./shop.ts";
import type { Membership } from "./tables.ts";

/** An order a campaign brings about. */
export type Answer = { readonly day: number; readonly member: Member; readonly revives: boolean };

/**
 * Starts a campaign for one customer: in or out of the audience, treated or control. The group
 * belongs to customer and series, so it stays the same in every campaign of the series.
 *
 * @returns the additional order, if the campaign brings one about.
 */
export function startCampaign(journey: Journey, index: number): Answer | undefined {
  const { shop, customer, random, leavesOn } = journey;
  const campaign = shop.campaigns[index] as Campaign;
  const series = campaignSeries[campaign.series] as Series;
  if (!isAddressed(journey, series.audience, campaign.day)) return undefined;
  const share = fixedShare(shop.scope.seed, purposes.series + campaign.series, customer.index);
  const hasLeft = leavesOn !== undefined && leavesOn <= campaign.day;
  const member: Member = {
    campaign: index,
    treated: share >= series.controlShare,
    sentAt: momentOf(campaign.day, 9, 0),
    uplift: personalUplift(journey, series, campaign.day, hasLeft),
    responded: false,
  };
  journey.members.push(member);
  if (!member.treated || !chance(random, member.uplift)) return undefined;
  const delay = 1 + Math.floor(exponential(random, parameters.campaigns.meanAnswerDelay - 1));
  const day = Math.min(campaign.lastDay, campaign.day + delay);
  return { day, member, revives: hasLeft && series.revives };
}

function isAddressed(journey: Journey, audience: Audience, day: number): boolean {
  const { orders, lastOrderDay, customer, bought } = journey;
  const quiet = day - lastOrderDay;
  return (
    quiet >= audience.quietFrom &&
    quiet <= audience.quietTo &&
    orders >= audience.fewestOrders &&
    orders <= audience.mostOrders &&
    (customer.consent || !audience.needsConsent) &&
    (audience.categories.length === 0 ||
      audience.categories.some((category) => (bought & (1 << category)) !== 0))
  );
}

function personalUplift(
  { customer, lastOrderDay }: Journey,
  { uplift, leftFactor }: Series,
  day: number,
  hasLeft: boolean,
): number {
  const { sensitiveFactor, insensitiveFactor, lapsingAfter, lapsingFactor } = parameters.campaigns;
  const person = customer.priceSensitive ? sensitiveFactor : insensitiveFactor;
  if (hasLeft) return uplift * person * leftFactor;
  return uplift * person * (day - lastOrderDay > lapsingAfter ? lapsingFactor : 1);
}

/** @returns the voucher of a campaign; the member has now responded. */
export function redeem({ shop }: Journey, member: Member): Voucher {
  const campaign = shop.campaigns[member.campaign] as Campaign;
  member.responded = true;
  return { percent: campaign.discount, campaignId: campaign.id };
}

/** @returns the voucher that an order anyway placed on this day takes along, if it does. */
export function windfall(journey: Journey, day: number): Voucher | undefined {
  const { members, shop, random } = journey;
  const open = members.findLast(({ campaign, treated }) => {
    const { day: start, lastDay } = shop.campaigns[campaign] as Campaign;
    return treated && day > start && day <= lastDay;
  });
  if (!open || !chance(random, parameters.campaigns.windfall)) return undefined;
  return redeem(journey, open);
}

/** @returns the row of kampagnen_mitglieder.csv. */
export function membershipRow({ shop, customerId }: Journey, member: Member): Membership {
  return {
    customer_id: customerId,
    campaign_id: (shop.campaigns[member.campaign] as Campaign).id,
    group: member.treated ? "treatment" : "control",
    sent_at: member.treated ? member.sentAt : undefined,
    responded: member.responded,
  };
}
