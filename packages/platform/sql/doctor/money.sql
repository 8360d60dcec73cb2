-- Which amounts were converted before they count, and which could not be.
-- reads:  order_money, subscription_money, imports
SELECT
  (SELECT CAST(count(*) AS DOUBLE) FROM order_money WHERE own_currency IS NOT NULL) AS currency_converted,
  (SELECT CAST(sum(amount) AS DOUBLE) FROM order_money WHERE own_currency IS NOT NULL)
    AS currency_converted_amount,
  (SELECT CAST(count(*) AS DOUBLE) FROM order_money
    JOIN imports ON order_money.import_id = imports.import_id
    WHERE imports.basis <> $basis AND basis_unknown = 0) AS basis_converted,
  (SELECT CAST(sum(order_money.amount) AS DOUBLE) FROM order_money
    JOIN imports ON order_money.import_id = imports.import_id
    WHERE imports.basis <> $basis AND basis_unknown = 0) AS basis_converted_amount,
  (SELECT CAST(sum(basis_unknown) AS DOUBLE) FROM order_money) AS basis_unknown,
  (SELECT CAST(sum(amount) AS DOUBLE) FROM order_money WHERE basis_unknown = 1)
    AS basis_unknown_amount,
  (SELECT CAST(sum(basis_unknown) AS DOUBLE) FROM subscription_money) AS fees_basis_unknown
