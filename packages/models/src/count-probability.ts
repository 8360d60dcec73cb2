/**
 * P(`count` purchases ahead) where it is unknown whether the customer is still active: who has left
 * makes none.
 *
 * @param active n probabilities of that count given that the customer is active
 * @param alive n probabilities of being active
 */
export function countWhetherActiveOrNot(
  active: Float64Array,
  alive: Float64Array,
  count: number,
): Float64Array {
  return active.map((p, i) => alive[i] * p + (count === 0 ? 1 - alive[i] : 0));
}
