import type { Calendar } from "./calendar.ts";
import { campaignSeries, type Series } from "./campaign-series.ts";
import { dayNumber, isoDate } from "./days.ts";
import { parameters } from "./parameters.ts";
import type { CampaignRow } from "./tables.ts";

/** One campaign of a series. */
export type Campaign = {
  readonly id: string;
  readonly name: string;
  readonly series: number;
  readonly day: number;
  readonly lastDay: number;
  readonly discount: number;
};

/** @returns the campaigns of a history by date, those whose window ends within it. */
export function campaignsWithin({ startDay, endDay }: Calendar): readonly Campaign[] {
  const firstYear = Number(isoDate(startDay).slice(0, 4));
  const lastYear = Number(isoDate(endDay).slice(0, 4));
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);
  return years
    .flatMap((year) =>
      campaignSeries.flatMap(({ dates }, series) =>
        dates.map(([monthDay, name, discount]): Campaign => {
          const day = dayNumber(`${year}-${monthDay}`);
          const id = `A-${year}-${monthDay}`;
          const lastDay = day + parameters.campaigns.window;
          return { id, name: `${name} ${year}`, series, day, lastDay, discount };
        }),
      ),
    )
    .filter(({ day, lastDay }) => day > startDay && lastDay <= endDay)
    .sort((a, b) => a.day - b.day);
}

/** @returns the row of kampagnen.csv. */
export function campaignRow({ id, name, series, day, lastDay, discount }: Campaign): CampaignRow {
  const {
    name: seriesName,
    channel,
    audience,
    controlShare,
    contactCost,
    fixedCost,
  } = campaignSeries[series] as Series;
  return {
    campaign_id: id,
    name,
    series: seriesName,
    channel,
    target: audience.text,
    started_on: day,
    ended_on: lastDay,
    discount_percent: discount,
    control_share: controlShare,
    contact_cost: contactCost,
    fixed_cost: fixedCost,
  };
}
