-- Topics of one period, ranked within each group by how many answers speak of them, beside the period
-- before.
-- reads:  feedback_topic_cell ($grouping, $period_kind, $period_start), feedback_topic_name,
--         figure_period
-- writes: one row a group and topic: member, rank_place, topic, name_de, name_en, answers, told, share,
--         customers, nps, nps_n, stars, stars_n, and of the period before answers_before, share_change,
--         nps_change, stars_change (NULL where it is too small to be told, or nobody spoke then)
WITH cell AS (
  SELECT * FROM feedback_topic_cell
  WHERE grouping_kind = $grouping AND period_kind = $period_kind
),
before AS (
  SELECT * FROM cell WHERE period_start = (
    SELECT max(period_start) FROM figure_period
    WHERE period_kind = $period_kind AND period_start < CAST($period_start AS DATE)
  )
),
heard AS (SELECT member, max(told) AS told FROM before GROUP BY member)
SELECT
  cell.member AS member,
  CAST(row_number() OVER (PARTITION BY cell.member ORDER BY cell.answers DESC, cell.topic) AS INTEGER)
    AS rank_place,
  cell.topic AS topic,
  name.name_de AS name_de,
  name.name_en AS name_en,
  cell.answers AS answers,
  cell.told AS told,
  cell.answers / cell.told AS share,
  cell.customers AS customers,
  cell.nps AS nps,
  cell.nps_n AS nps_n,
  cell.stars AS stars,
  cell.stars_n AS stars_n,
  CASE WHEN before.is_hidden = 1 THEN NULL WHEN heard.told > 0 THEN coalesce(before.answers, 0) END
    AS answers_before,
  CASE
    WHEN before.is_hidden = 1 THEN NULL
    WHEN heard.told > 0 THEN cell.answers / cell.told - coalesce(before.answers, 0) / heard.told
  END AS share_change,
  CASE WHEN before.is_hidden = 0 THEN cell.nps - before.nps END AS nps_change,
  CASE WHEN before.is_hidden = 0 THEN cell.stars - before.stars END AS stars_change
FROM cell
JOIN feedback_topic_name AS name ON cell.topic = name.topic
LEFT JOIN before ON cell.member = before.member AND cell.topic = before.topic
LEFT JOIN heard ON cell.member = heard.member
WHERE cell.period_start = CAST($period_start AS DATE) AND cell.is_hidden = 0
ORDER BY cell.member, rank_place
