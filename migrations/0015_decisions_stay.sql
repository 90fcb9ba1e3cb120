-- What was decided is never changed nor taken out. Only what is sealed in it may be emptied, when its key is gone.
CREATE FUNCTION decisions_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.content IS NULL THEN
    NEW.content := OLD.content;
    IF NEW IS NOT DISTINCT FROM OLD THEN
      NEW.content := NULL;
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'decisions are only ever added' USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER decision_is_added_only BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION decisions_stay();
--> statement-breakpoint
CREATE TRIGGER decision_is_never_emptied BEFORE TRUNCATE ON decision FOR EACH STATEMENT EXECUTE FUNCTION decisions_stay();
