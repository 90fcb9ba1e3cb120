-- Also which transaction it was: who has read the names since then need not read them again.
CREATE OR REPLACE FUNCTION tell_of_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('dalil_names', pg_current_xact_id()::text);
  RETURN NULL;
END $$;
