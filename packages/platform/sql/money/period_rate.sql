-- What a unit of each other currency was worth in a period.
-- reads:  currency_rate, figure_period
-- writes: period_kind, period_start, currency, month (the last of the period, months since January
--         1970), closing_rate and closing_before (the last quote by the end of the period and of the
--         one before), mean_rate and mean_before (of the quotes of the period and of the one before)
-- Before the first quote the first one stands in for the closing rate; a period without quotes has no
-- mean. closing_before is that of the period itself in the first one.
WITH period AS (
  SELECT period_kind, period_start, period_end, last_month FROM figure_period
  WHERE period_kind IN ('month', 'quarter', 'year')
),
first_quote AS (
  SELECT currency, min_by(rate, day) AS rate FROM currency_rate GROUP BY currency
),
rated AS (
  SELECT
    period.period_kind AS period_kind,
    period.period_start AS period_start,
    period.last_month AS month,
    first_quote.currency AS currency,
    coalesce(closing.rate, first_quote.rate) AS closing_rate,
    mean.rate AS mean_rate
  FROM period
  CROSS JOIN first_quote
  LEFT JOIN currency_rate AS closing
    ON first_quote.currency = closing.currency
    AND period.period_end >= closing.day AND period.period_end < closing.until_day
  LEFT JOIN (
    SELECT period.period_kind, period.period_start, currency_rate.currency, avg(rate) AS rate
    FROM period
    JOIN currency_rate
      ON currency_rate.day >= period.period_start AND currency_rate.day <= period.period_end
    GROUP BY period.period_kind, period.period_start, currency_rate.currency
  ) AS mean
    ON period.period_kind = mean.period_kind AND period.period_start = mean.period_start
    AND first_quote.currency = mean.currency
)
SELECT
  period_kind,
  period_start,
  currency,
  month,
  closing_rate,
  coalesce(lag(closing_rate) OVER w, closing_rate) AS closing_before,
  mean_rate,
  lag(mean_rate) OVER w AS mean_before
FROM rated
WINDOW w AS (PARTITION BY period_kind, currency ORDER BY period_start)
