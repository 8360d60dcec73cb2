import { weekday } from "./days.ts";
import { cumulate, pick, type Random, whole } from "./random.ts";

const secondsADay = 86_400;

// Nobody acts between midnight and 5 o'clock: the hour that Berlin skips in March would be no
// local time, and a cancellation hours after midnight would fall into it.
const online = cumulate([
  0, 0, 0, 0, 0, 1, 2, 4, 5, 6, 6, 6, 7, 6, 6, 6, 6, 7, 8, 10, 12, 11, 7, 4,
]);
const openingHours = cumulate([0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 7, 8, 7, 6, 7, 8, 9, 9, 6, 2]);

/** @returns a moment of the day at which people are online. */
export function onlineMoment(random: Random, day: number): number {
  return momentAt(day, pick(random, online), random);
}

/** @returns a moment of the day between 9 and 20 o'clock, when shop and service are open. */
export function openMoment(random: Random, day: number): number {
  return momentAt(day, pick(random, openingHours), random);
}

/** @returns a moment of the day after `moment`, at most three hours later and before midnight. */
export function laterThatDay(random: Random, moment: number): number {
  const left = secondsADay - (moment % secondsADay) - 1;
  return moment + Math.min(left, whole(random, 60, 3 * 3600));
}

/** @returns the moment of an hour and minute of a day. */
export function momentOf(day: number, hour: number, minute: number): number {
  return day * secondsADay + hour * 3600 + minute * 60;
}

/** @returns the day itself, or Monday for a Sunday. */
export function workingDay(day: number): number {
  return weekday(day) === 0 ? day + 1 : day;
}

function momentAt(day: number, hour: number, random: Random): number {
  return momentOf(day, hour, 0) + whole(random, 0, 3599);
}
