-- Cases as they stand, with what their customers are worth.
-- reads:  feedback_item, feedback_customer, feedback_case
-- writes: one row a case: case_id, answer_no, customer_id, given_on, kind, score, case_state, owner,
--         due_on (what was agreed, else what the settings lead to), outcome, revision, begins,
--         settled_at (the contact that settled it, if any), macro, value_class, worth, at_stake
SELECT
  item.case_id AS case_id,
  item.answer_no AS answer_no,
  item.customer_id AS customer_id,
  item.given_on AS given_on,
  item.kind AS kind,
  item.score AS score,
  coalesce(decided.state, item.case_begins) AS case_state,
  decided.owner AS owner,
  coalesce(decided.due_on, item.due_on) AS due_on,
  decided.outcome AS outcome,
  CAST(coalesce(decided.revision, 0) AS DOUBLE) AS revision,
  item.case_begins AS begins,
  item.settled_at AS settled_at,
  person.macro AS macro,
  person.value_class AS value_class,
  person.worth AS worth,
  person.at_stake AS at_stake
FROM feedback_item AS item
LEFT JOIN feedback_customer AS person ON item.customer_id = person.customer_id
LEFT JOIN feedback_case AS decided ON item.case_id = decided.case_id
WHERE item.case_id IS NOT NULL
