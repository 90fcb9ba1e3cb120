-- The losses of each party in a toll, as the store reads them: only the killed have a best estimate of their own.
CREATE FUNCTION toll_losses(tolls jsonb) RETURNS TABLE (party text, measure text, low integer, best integer, high integer)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT p.key, t.key, coalesce((t.value ->> 'low')::integer, 0),
    coalesce(CASE WHEN t.key = 'killed' THEN (t.value ->> 'best')::integer END, (t.value ->> 'low')::integer, 0),
    (t.value ->> 'high')::integer
  FROM jsonb_each(tolls) AS p, jsonb_each(p.value) AS t
  WHERE t.key IN ('killed', 'wounded', 'captured', 'missing')
$$;
--> statement-breakpoint
-- What an incident adds to the monthly tallies: one row for itself, one per measure, per party and measure, per party that it hits, and
-- per measure the parties that lost some (`sdf+`: some are known, `sdf0`: none, `sdf?`: some, without a number).
CREATE FUNCTION incident_parts(
  tolls jsonb, targets text[],
  killed_low integer, killed_best integer, killed_high integer, wounded_low integer, wounded_high integer,
  captured_low integer, captured_high integer, missing_low integer, missing_high integer
) RETURNS TABLE (part text, measure text, party text, known integer, open integer, low integer, best integer, high integer, hit integer)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT 'incidents', NULL, NULL, 0, 0, 0, 0, 0, 0
  UNION ALL
  SELECT 'measure', m.measure, NULL, coalesce(m.best > 0 OR m.high IS NOT NULL, false)::integer, (m.high IS NULL)::integer,
    m.low, coalesce(m.best, 0), coalesce(m.high, 0), 0
  FROM (VALUES ('killed', killed_low, killed_best, killed_high), ('wounded', wounded_low, wounded_low, wounded_high),
    ('captured', captured_low, captured_low, captured_high), ('missing', missing_low, missing_low, missing_high)
  ) AS m (measure, low, best, high)
  WHERE m.low IS NOT NULL
  UNION ALL
  SELECT 'party', l.measure, l.party, (l.best > 0 OR l.high IS NOT NULL)::integer, (l.high IS NULL)::integer, l.low, l.best,
    coalesce(l.high, 0), (EXISTS (SELECT FROM actor a WHERE a.id = ANY (targets) AND a.party = l.party))::integer
  FROM toll_losses(tolls) AS l
  UNION ALL
  SELECT DISTINCT 'hit', NULL, a.party, 0, 0, 0, 0, 0, 0 FROM actor a WHERE a.id = ANY (targets)
  UNION ALL
  SELECT 'losers', l.measure,
    string_agg(l.party || CASE WHEN l.best > 0 THEN '+' WHEN l.high IS NULL THEN '?' ELSE '0' END, ' ' ORDER BY l.party), 0, 0, 0, 0, 0, 0
  FROM toll_losses(tolls) AS l GROUP BY l.measure
$$;
--> statement-breakpoint
-- Adds the incidents of a table (`incident`, or a trigger's) to the tallies, or with -1 takes them away. One pass makes the
-- governorates' rows; the countries' are sums of those.
CREATE FUNCTION incident_tally_statement(source text, sign integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format($sql$
    WITH governorates AS MATERIALIZED (
      SELECT i.country, i.admin1, date_trunc(u.unit, i.event_date_start::timestamp)::date AS first_month,
        CASE u.unit WHEN 'year' THEN make_date(extract(year FROM i.event_date_end)::integer, 12, 1)
          ELSE date_trunc('month', i.event_date_end::timestamp)::date END AS last_month,
        i.event_type = 'Strategic developments' AS strategic, i.attributed_to, p.part, p.measure, p.party,
        %2$s * count(*) AS incidents, %2$s * sum(p.known) AS known, %2$s * sum(p.open) AS open, %2$s * sum(p.low) AS low,
        %2$s * sum(p.best) AS best, %2$s * sum(p.high) AS high, %2$s * sum(p.hit) AS hit,
        %2$s * count(*) FILTER (WHERE i.evidence = 'confirmed') AS confirmed, %2$s * count(*) FILTER (WHERE i.evidence = 'fair') AS fair,
        %2$s * count(*) FILTER (WHERE i.evidence = 'weak') AS weak,
        %2$s * count(*) FILTER (WHERE i.evidence = 'contested') AS contested,
        %2$s * count(*) FILTER (WHERE i.date_prec >= 3) AS vague_date, %2$s * count(*) FILTER (WHERE i.where_prec >= 3) AS vague_place
      FROM %1$I AS i,
        LATERAL (SELECT CASE WHEN i.event_date_end - i.event_date_start > 91 THEN 'year' ELSE 'month' END AS unit) AS u,
        LATERAL incident_parts(i.tolls, i.targets, i.killed_low, i.killed_best, i.killed_high, i.wounded_low, i.wounded_high,
          i.captured_low, i.captured_high, i.missing_low, i.missing_high) AS p
      WHERE i.status = 'published' AND i.evidence <> 'discounted'
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
    )
    INSERT INTO incident_tally (level, country, admin1, first_month, last_month, strategic, attributed_to, part, measure, party,
      incidents, known, open, low, best, high, hit, confirmed, fair, weak, contested, vague_date, vague_place)
    SELECT 'governorate', g.* FROM governorates AS g
    UNION ALL
    SELECT 'country', country, NULL, first_month, last_month, strategic, attributed_to, part, measure, party,
      sum(incidents), sum(known), sum(open), sum(low), sum(best), sum(high), sum(hit),
      sum(confirmed), sum(fair), sum(weak), sum(contested), sum(vague_date), sum(vague_place)
    FROM governorates GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
  $sql$, source, sign)
$$;
--> statement-breakpoint
CREATE FUNCTION incident_ground_statement(source text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format($sql$
    INSERT INTO incident_ground (place_id, country, admin1, admin2, admin3)
    SELECT DISTINCT i.place_id, i.country, coalesce(i.admin1, ''), coalesce(i.admin2, ''), coalesce(i.admin3, '')
    FROM %1$I AS i
    WHERE i.place_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM incident_ground AS g WHERE g.place_id = i.place_id AND g.country = i.country AND g.admin1 = coalesce(i.admin1, '')
        AND g.admin2 = coalesce(i.admin2, '') AND g.admin3 = coalesce(i.admin3, '')
    )
    ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT DO NOTHING
  $sql$, source)
$$;
--> statement-breakpoint
-- Named by the trigger: the transition table, and whether its rows are added or taken away.
CREATE FUNCTION incident_tally_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_ARGV[0] = 'gained' THEN
    EXECUTE incident_tally_statement('gained', 1);
    EXECUTE incident_ground_statement('gained');
  ELSE
    EXECUTE incident_tally_statement('lost', -1);
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER incident_tally_insert AFTER INSERT ON incident REFERENCING NEW TABLE AS gained
FOR EACH STATEMENT EXECUTE FUNCTION incident_tally_change('gained');
--> statement-breakpoint
CREATE TRIGGER incident_tally_update_new AFTER UPDATE ON incident REFERENCING NEW TABLE AS gained
FOR EACH STATEMENT EXECUTE FUNCTION incident_tally_change('gained');
--> statement-breakpoint
CREATE TRIGGER incident_tally_update_old AFTER UPDATE ON incident REFERENCING OLD TABLE AS lost
FOR EACH STATEMENT EXECUTE FUNCTION incident_tally_change('lost');
--> statement-breakpoint
CREATE TRIGGER incident_tally_delete AFTER DELETE ON incident REFERENCING OLD TABLE AS lost
FOR EACH STATEMENT EXECUTE FUNCTION incident_tally_change('lost');
--> statement-breakpoint
CREATE FUNCTION incident_tally_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE incident_tally, incident_ground;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER incident_tally_truncate AFTER TRUNCATE ON incident FOR EACH STATEMENT EXECUTE FUNCTION incident_tally_empty();
--> statement-breakpoint
-- "tall" in ASCII: whoever makes the tallies anew or merges them takes turns.
CREATE FUNCTION incident_tally_rebuild() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(1952541804);
  -- no incident may change between the look at it and the commit
  LOCK TABLE incident IN SHARE MODE;
  DELETE FROM incident_tally;
  EXECUTE incident_tally_statement('incident', 1);
  EXECUTE incident_ground_statement('incident');
END
$$;
--> statement-breakpoint
-- Merges the rows of one key. What others add meanwhile is not seen and stays as it is.
CREATE FUNCTION incident_tally_fold() RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(1952541804);
  WITH gone AS (DELETE FROM incident_tally RETURNING *)
  INSERT INTO incident_tally
  SELECT level, country, admin1, first_month, last_month, strategic, attributed_to, part, measure, party,
    sum(incidents), sum(known), sum(open), sum(low), sum(best), sum(high), sum(hit),
    sum(confirmed), sum(fair), sum(weak), sum(contested), sum(vague_date), sum(vague_place)
  FROM gone GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 HAVING sum(incidents) <> 0
  ORDER BY 1, 2, 3, 4
$$;
--> statement-breakpoint
-- The tallies tell parties apart by the party that an actor is of.
CREATE FUNCTION incident_tally_actors() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(n.id) INTO changed FROM now_held AS n;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(o.id) INTO changed FROM then_held AS o;
  ELSE
    SELECT array_agg(o.id) INTO changed FROM then_held AS o LEFT JOIN now_held AS n ON n.id = o.id WHERE n.party IS DISTINCT FROM o.party;
  END IF;
  IF EXISTS (SELECT FROM incident WHERE targets && changed) THEN
    PERFORM incident_tally_rebuild();
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER actor_tally_insert AFTER INSERT ON actor REFERENCING NEW TABLE AS now_held
FOR EACH STATEMENT EXECUTE FUNCTION incident_tally_actors();
--> statement-breakpoint
CREATE TRIGGER actor_tally_update AFTER UPDATE ON actor REFERENCING OLD TABLE AS then_held NEW TABLE AS now_held
FOR EACH STATEMENT EXECUTE FUNCTION incident_tally_actors();
--> statement-breakpoint
CREATE TRIGGER actor_tally_delete AFTER DELETE ON actor REFERENCING OLD TABLE AS then_held
FOR EACH STATEMENT EXECUTE FUNCTION incident_tally_actors();
--> statement-breakpoint
SELECT incident_tally_rebuild();
