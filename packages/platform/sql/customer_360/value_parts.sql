-- What the values of a customer are made of, beside the table of values itself.
-- reads:  customer_summary
-- writes: frequency, recency, age, spend_purchases, spend_mean
SELECT frequency, recency, age, spend_purchases, spend_mean
FROM customer_summary WHERE customer_id = $own
