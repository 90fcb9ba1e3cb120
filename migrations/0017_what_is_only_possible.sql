DROP INDEX "incident_several_days";--> statement-breakpoint
DROP INDEX "incident_admin1_several_days";--> statement-breakpoint
DROP INDEX "incident_long";--> statement-breakpoint
DROP INDEX "incident_vague_place_days";--> statement-breakpoint
ALTER TABLE "incident_tally" ADD COLUMN "place_id" text;--> statement-breakpoint
CREATE INDEX "incident_admin1_killed" ON "incident" USING btree ("admin1","killed_best" desc nulls last,"event_date_start","id");--> statement-breakpoint
CREATE INDEX "incident_several" ON "incident" USING btree ("event_date_start","event_date_end","id","country","event_type") WHERE event_date_start <> event_date_end and status = 'published' and evidence <> 'discounted';--> statement-breakpoint
CREATE INDEX "incident_admin1_several" ON "incident" USING btree ("admin1","event_date_start","event_date_end","id","country","place_id","event_type") WHERE event_date_start <> event_date_end and status = 'published' and evidence <> 'discounted';--> statement-breakpoint
CREATE INDEX "incident_long_days" ON "incident" USING btree ("event_date_start","event_date_end","id","country","admin1","place_id","event_type") WHERE event_date_end - event_date_start > 91 and status = 'published' and evidence <> 'discounted';--> statement-breakpoint
CREATE INDEX "incident_open_days" ON "incident" USING btree ("place_id","event_date_start","event_date_end","id","country","event_type") WHERE admin1 is null and where_prec >= 3 and extent_km is null and status = 'published' and evidence <> 'discounted';--> statement-breakpoint
CREATE INDEX "incident_open_spot" ON "incident" USING btree ("country","event_date_start","event_date_end") WHERE admin1 is null and (extent_km is not null or where_prec <= 2 or (place_id is null and where_prec <= 5));--> statement-breakpoint
CREATE INDEX "incident_vague_days" ON "incident" USING btree ("place_id","event_date_start","event_date_end","id","country","event_type") WHERE where_prec >= 3 and extent_km is null and status = 'published' and evidence <> 'discounted';
--> statement-breakpoint
-- What names no governorate is tallied by the place that it names, so that a governorate's own regions are summed too. It alone is
-- tallied anew: taken away by the old statement, added by the new one.
LOCK TABLE "incident" IN SHARE MODE;
--> statement-breakpoint
CREATE TEMPORARY VIEW incident_unplaced AS SELECT * FROM incident WHERE admin1 IS NULL;
--> statement-breakpoint
DO $$ BEGIN EXECUTE incident_tally_statement('incident_unplaced', -1); END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION incident_tally_statement(source text, sign integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format($sql$
    WITH governorates AS MATERIALIZED (
      SELECT i.country, i.admin1, CASE WHEN i.admin1 IS NULL THEN i.place_id END AS place_id,
        date_trunc(u.unit, i.event_date_start::timestamp)::date AS first_month,
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
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
    ), countries AS MATERIALIZED (
      SELECT country, NULL::text AS admin1, NULL::text AS place_id, first_month, last_month, strategic, attributed_to, part, measure, party,
        sum(incidents) AS incidents, sum(known) AS known, sum(open) AS open, sum(low) AS low, sum(best) AS best, sum(high) AS high,
        sum(hit) AS hit, sum(confirmed) AS confirmed, sum(fair) AS fair, sum(weak) AS weak, sum(contested) AS contested,
        sum(vague_date) AS vague_date, sum(vague_place) AS vague_place
      FROM governorates GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
    ), months AS (
      SELECT 'governorate' AS level, g.* FROM governorates AS g UNION ALL SELECT 'country', c.* FROM countries AS c
    )
    INSERT INTO incident_tally (unit, level, country, admin1, place_id, first_month, last_month, strategic, attributed_to, part, measure,
      party, incidents, known, open, low, best, high, hit, confirmed, fair, weak, contested, vague_date, vague_place)
    SELECT 'month', m.* FROM months AS m
    UNION ALL
    SELECT 'year', level, country, admin1, place_id, date_trunc('year', first_month::timestamp)::date,
      make_date(extract(year FROM last_month)::integer, 12, 1), strategic, attributed_to, part, measure, party,
      sum(incidents), sum(known), sum(open), sum(low), sum(best), sum(high), sum(hit),
      sum(confirmed), sum(fair), sum(weak), sum(contested), sum(vague_date), sum(vague_place)
    FROM months GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
    ORDER BY 1, 2, 10, 3, 4, 6
  $sql$, source, sign)
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION incident_tally_fold() RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(1952541804);
  WITH gone AS (DELETE FROM incident_tally RETURNING *)
  INSERT INTO incident_tally (unit, level, country, admin1, place_id, first_month, last_month, strategic, attributed_to, part, measure,
    party, incidents, known, open, low, best, high, hit, confirmed, fair, weak, contested, vague_date, vague_place)
  SELECT unit, level, country, admin1, place_id, first_month, last_month, strategic, attributed_to, part, measure, party,
    sum(incidents), sum(known), sum(open), sum(low), sum(best), sum(high), sum(hit),
    sum(confirmed), sum(fair), sum(weak), sum(contested), sum(vague_date), sum(vague_place)
  FROM gone GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 HAVING sum(incidents) <> 0
  ORDER BY 1, 2, 10, 3, 4, 6
$$;
--> statement-breakpoint
DO $$ BEGIN EXECUTE incident_tally_statement('incident_unplaced', 1); END $$;
--> statement-breakpoint
DROP VIEW incident_unplaced;
--> statement-breakpoint
SELECT incident_tally_fold();
