-- What happened to some customers in each month.
-- reads:  the tables of the events there are, warning_member, warning_period
-- writes: customer and period (places), event, detail; once a customer, month and event
-- events_of_customers stands for a UNION ALL of them. $every-th customers from $first to $last.
SELECT DISTINCT
  warning_member.place AS customer,
  warning_period.place AS period,
  happened.event AS event,
  happened.detail AS detail
FROM (events_of_customers) AS happened
JOIN warning_member ON happened.customer_id = warning_member.customer_id
JOIN warning_period
  ON CAST(date_trunc('month', warning_period.period_end) AS DATE) = happened.activity_month
WHERE warning_period.place >= $from AND warning_period.place <= $until
  AND warning_member.place >= $first AND warning_member.place <= $last
  AND mod(CAST(warning_member.place AS BIGINT), CAST($every AS BIGINT)) = 0
