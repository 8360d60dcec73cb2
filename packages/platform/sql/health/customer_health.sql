-- The health of each customer with something to lose, at the end of a month.
-- reads:  snapshot
-- writes: customer_id, period_end, kind, score (0 to 100; NULL where too little is known), coverage
--         (share of the weights whose parts are known), band (red, yellow, green, none)
-- A customer whose contract runs is of kind contract; one who bought within the months after which
-- customers count as lost, of kind shop; nobody else has anything to lose. The score is the mean of
-- the known parts by weight: what is missing hands its weight on to the rest. What ends in
-- …_of_settings stands for the parts of the settings.
SELECT
  customer_id,
  CAST($period_end AS DATE) AS period_end,
  kind,
  score,
  coverage,
  CASE
    WHEN score IS NULL THEN 'none'
    WHEN score < $red_below THEN 'red'
    WHEN score < $green_from THEN 'yellow'
    ELSE 'green'
  END AS band
FROM (
  SELECT
    customer_id,
    kind,
    CASE WHEN known > 0 AND known >= CAST($least_coverage AS DOUBLE) * whole
      THEN CAST(round(points / known, 1) AS DOUBLE) END AS score,
    CASE WHEN whole > 0 THEN CAST(round(known / whole, 4) AS DOUBLE) ELSE CAST(0 AS DOUBLE) END
      AS coverage
  FROM (
    SELECT
      customer_id,
      kind,
      CAST(sum_of_settings AS DOUBLE) AS points,
      CAST(known_of_settings AS DOUBLE) AS known,
      CAST(whole_of_settings AS DOUBLE) AS whole
    FROM (
      SELECT
        customer_id,
        kind_of_settings AS kind,
        points_of_settings
      FROM snapshot
      WHERE period_end = $period_end
    ) AS pointed
    WHERE kind IS NOT NULL
  ) AS weighed
) AS scored
