-- Everybody who ever bought, numbered: what samples and parts of customers are drawn by.
-- reads:  purchase_activity
-- writes: customer_id, place (from 1, without gaps)
SELECT customer_id, CAST(row_number() OVER (ORDER BY customer_id) AS DOUBLE) AS place
FROM (SELECT DISTINCT customer_id FROM purchase_activity WHERE purchases > 0) AS buyers
