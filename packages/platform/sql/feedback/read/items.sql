-- Answers as people read them, the latest first.
-- reads:  feedback_item, feedback_answer, feedback_customer, feedback_case
-- writes: one row an answer; case_state is what people decided, or how the case began
-- items_of_filter stands for the numbers of the answers that are wanted.
SELECT
  item.answer_no AS answer_no,
  answer.feedback_id AS feedback_id,
  item.customer_id AS customer_id,
  answer.given_at AS given_at,
  item.kind AS kind,
  item.score AS score,
  item.score_class AS score_class,
  item.sentiment AS sentiment,
  item.sentiment_from AS sentiment_from,
  answer.comment AS comment,
  answer.channel AS channel,
  answer.order_id AS order_id,
  answer.interaction_id AS interaction_id,
  person.macro AS macro,
  person.value_class AS value_class,
  person.worth AS worth,
  item.case_id AS case_id,
  coalesce(decided.state, item.case_begins) AS case_state
FROM items_of_filter AS wanted
JOIN feedback_item AS item ON wanted.answer_no = item.answer_no
JOIN feedback_answer AS answer ON wanted.answer_no = answer.answer_no
LEFT JOIN feedback_customer AS person ON item.customer_id = person.customer_id
LEFT JOIN feedback_case AS decided ON item.case_id = decided.case_id
ORDER BY item.answer_no DESC
