-- The words of the dictionary that each text holds: what it is about, and in which mood.
-- reads:  feedback_answer, feedback_word
-- writes: one row an answer and word: answer_no, topic ('' for words of mood), word, polarity
-- A text is read as its words between single spaces, in small letters, without marks, and without
-- words that only strengthen others; of longer texts the first 4,000 letters. A glad word after
-- "not" is not glad; an unhappy one after "not" says nothing.
WITH said AS (
  SELECT
    answer_no,
    replace(replace(replace(replace(replace(replace(replace(concat(' ', translate(
      lower(substr(comment, 1, 4000)),
      concat('.,;:!?()[]"/-–—„“”«»…*', chr(9), chr(10), chr(13), '''', '’'),
      rpad(' ', 25, ' ')
    ), ' '), '  ', ' '), '  ', ' '), ' sehr ', ' '), ' very ', ' '), ' so ', ' '), ' really ', ' '),
      ' wirklich ', ' ') AS words
  FROM feedback_answer
  WHERE comment IS NOT NULL
),
found AS (
  SELECT
    said.answer_no AS answer_no,
    said.words AS words,
    dictionary.topic AS topic,
    dictionary.word AS word,
    dictionary.pattern AS pattern,
    dictionary.polarity AS own_polarity
  FROM said JOIN feedback_word AS dictionary ON strpos(said.words, dictionary.pattern) > 0
),
judged AS (
  SELECT
    found.*,
    CASE WHEN own_polarity = 0 THEN 0
      WHEN strpos(words, concat(' nicht', pattern)) > 0 OR strpos(words, concat(' kein', pattern)) > 0
        OR strpos(words, concat(' keine', pattern)) > 0 OR strpos(words, concat(' keinen', pattern)) > 0
        OR strpos(words, concat(' nie', pattern)) > 0 OR strpos(words, concat(' not', pattern)) > 0
        OR strpos(words, concat(' no', pattern)) > 0 OR strpos(words, concat(' never', pattern)) > 0
        OR strpos(words, concat(' isnt', pattern)) > 0 OR strpos(words, concat(' wasnt', pattern)) > 0
        OR strpos(words, concat(' dont', pattern)) > 0 OR strpos(words, concat(' wont', pattern)) > 0
      THEN 1 ELSE 0 END AS is_denied
  FROM found
)
SELECT
  answer_no,
  topic,
  word,
  CASE WHEN is_denied = 1 THEN -1 ELSE own_polarity END AS polarity
FROM judged
WHERE is_denied = 0 OR own_polarity > 0
ORDER BY answer_no, topic, word
