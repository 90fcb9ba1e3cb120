-- The same rules as before, as loops: a body in SQL that adds up starts an executor for each of an incident's nine totals, and an
-- import of a million incidents waited for little else. They call no function of ours, so that a dump is restored without a search path.

CREATE OR REPLACE FUNCTION toll_total(tolls jsonb, measure text, bound text) RETURNS integer
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  toll jsonb;
  total integer;
BEGIN
  -- most incidents have one measure alone
  IF strpos(tolls::text, measure) = 0 THEN
    RETURN NULL;
  END IF;
  FOR toll IN SELECT party.value -> measure FROM jsonb_each(tolls) AS party WHERE party.value ? measure LOOP
    IF bound = 'high' AND toll ->> 'high' IS NULL THEN
      RETURN NULL;
    END IF;
    total := coalesce(total, 0) + coalesce((toll ->> bound)::integer, CASE WHEN bound = 'best' THEN (toll ->> 'low')::integer END, 0);
  END LOOP;
  RETURN total;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION tolls_in_order(tolls jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  toll jsonb;
  low integer;
  best integer;
  high integer;
BEGIN
  FOR toll IN SELECT m.value FROM jsonb_each(tolls) AS party, jsonb_each(party.value) AS m LOOP
    low := (toll ->> 'low')::integer;
    best := (toll ->> 'best')::integer;
    high := (toll ->> 'high')::integer;
    -- a bound that is not known is out of no order
    IF low < 0 OR best < 0 OR high < 0 OR low > best OR best > high OR low > high THEN
      RETURN false;
    END IF;
  END LOOP;
  RETURN true;
END $$;
