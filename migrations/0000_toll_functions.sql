-- A toll is jsonb: {party: {measure: {low, best?, high}}}. These two functions keep its arithmetic inside the database, so that a
-- row's totals can never disagree with its parts, whoever writes it.

-- Sum of one bound of one measure over the parties; null where no party has the measure. An open upper bound (high null) leaves the
-- total open; without a best the low stands for it ("at least").
CREATE FUNCTION toll_total(tolls jsonb, measure text, bound text) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN bound = 'high' THEN
      CASE WHEN bool_or(r.toll ->> 'high' IS NULL) THEN NULL ELSE sum((r.toll ->> 'high')::integer)::integer END
    WHEN bound = 'best' THEN sum(coalesce((r.toll ->> 'best')::integer, (r.toll ->> 'low')::integer, 0))::integer
    ELSE sum(coalesce((r.toll ->> 'low')::integer, 0))::integer
  END
  FROM (SELECT party.value -> measure AS toll FROM jsonb_each(tolls) AS party WHERE party.value ? measure) AS r
$$;
--> statement-breakpoint
-- 0 ≤ low ≤ best ≤ high wherever two of them are known.
CREATE FUNCTION tolls_in_order(tolls jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(bool_and(
    coalesce(0 <= r.low, true) AND coalesce(0 <= r.best, true) AND coalesce(0 <= r.high, true)
    AND coalesce(r.low <= r.best, true) AND coalesce(r.best <= r.high, true) AND coalesce(r.low <= r.high, true)
  ), true)
  FROM (
    SELECT (m.value ->> 'low')::integer AS low, (m.value ->> 'best')::integer AS best, (m.value ->> 'high')::integer AS high
    FROM jsonb_each(tolls) AS party, jsonb_each(party.value) AS m
  ) AS r
$$;
