-- What is there has been merged by the migration before; what comes is not.
ALTER TABLE "incident_tally" ADD COLUMN "merged" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "incident_tally" ALTER COLUMN "merged" SET DEFAULT false;--> statement-breakpoint
CREATE INDEX "incident_tally_loose" ON "incident_tally" USING btree ("unit","level","part","country","admin1","first_month") WHERE not merged;
--> statement-breakpoint
-- Columns of the tallies: what a row is known by, and what is summed.
CREATE FUNCTION incident_tally_columns(OUT keys text, OUT sums text, OUT totals text, OUT matching text) LANGUAGE sql STABLE AS $$
  SELECT string_agg(quote_ident(name), ', ' ORDER BY place) FILTER (WHERE kind <> 'integer'),
    string_agg(quote_ident(name), ', ' ORDER BY place) FILTER (WHERE kind = 'integer'),
    string_agg(format('sum(%I)', name), ', ' ORDER BY place) FILTER (WHERE kind = 'integer'),
    string_agg(format(CASE WHEN required THEN 't.%1$I = k.%1$I' ELSE 't.%1$I IS NOT DISTINCT FROM k.%1$I' END, name), ' AND ' ORDER BY place)
      FILTER (WHERE kind <> 'integer')
  FROM (SELECT attname AS name, attnum AS place, format_type(atttypid, NULL) AS kind, attnotnull AS required FROM pg_attribute
    WHERE attrelid = 'incident_tally'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'merged') AS columns
$$;
--> statement-breakpoint
-- Merges the rows of one key, all of them. What others add meanwhile is not seen and stays as it is.
CREATE OR REPLACE FUNCTION incident_tally_fold() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  c record;
BEGIN
  PERFORM pg_advisory_xact_lock(1952541804);
  SELECT * INTO c FROM incident_tally_columns();
  EXECUTE format('WITH gone AS (DELETE FROM incident_tally RETURNING *) INSERT INTO incident_tally (%1$s, %2$s, merged)
    SELECT %1$s, %3$s, true FROM gone GROUP BY %1$s HAVING sum(incidents) <> 0 ORDER BY unit, level, part, country, admin1, first_month',
    c.keys, c.sums, c.totals);
END
$$;
--> statement-breakpoint
-- Merges up to so many loose rows with those of their keys; how many there were. None where somebody else merges.
CREATE FUNCTION incident_tally_merge(most integer) RETURNS integer LANGUAGE plpgsql
SET enable_hashjoin TO off SET enable_mergejoin TO off AS $$
DECLARE
  c record;
  taken integer;
BEGIN
  IF NOT pg_try_advisory_xact_lock(1952541804) THEN
    RETURN 0;
  END IF;
  SELECT * INTO c FROM incident_tally_columns();
  EXECUTE format($sql$
    WITH loose AS MATERIALIZED (
      SELECT * FROM incident_tally WHERE NOT merged ORDER BY unit, level, part, country, admin1, first_month LIMIT $1
    ), keyed AS MATERIALIZED (
      SELECT DISTINCT %1$s FROM loose
    ), placed AS (
      DELETE FROM incident_tally AS t USING keyed AS k WHERE t.admin1 = k.admin1 AND %4$s RETURNING t.*
    ), unplaced AS (
      DELETE FROM incident_tally AS t USING keyed AS k WHERE t.admin1 IS NULL AND k.admin1 IS NULL AND %4$s RETURNING t.*
    ), kept AS (
      INSERT INTO incident_tally (%1$s, %2$s, merged)
      SELECT %1$s, %3$s, true FROM (SELECT * FROM placed UNION ALL SELECT * FROM unplaced) AS gone
      GROUP BY %1$s HAVING sum(incidents) <> 0
    )
    SELECT count(*) FROM loose
  $sql$, c.keys, c.sums, c.totals, c.matching) INTO taken USING most;
  RETURN taken;
END
$$;
