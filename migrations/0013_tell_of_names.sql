-- Names are kept in memory by every process: whoever changes them, by whatever road, tells all when it is committed.
CREATE FUNCTION tell_of_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('dalil_names', '');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER place_names_changed AFTER INSERT OR UPDATE OR DELETE ON place FOR EACH STATEMENT EXECUTE FUNCTION tell_of_names();
--> statement-breakpoint
CREATE TRIGGER place_alias_names_changed AFTER INSERT OR UPDATE OR DELETE ON place_alias FOR EACH STATEMENT EXECUTE FUNCTION tell_of_names();
--> statement-breakpoint
CREATE TRIGGER actor_names_changed AFTER INSERT OR UPDATE OR DELETE ON actor FOR EACH STATEMENT EXECUTE FUNCTION tell_of_names();
--> statement-breakpoint
CREATE TRIGGER actor_alias_names_changed AFTER INSERT OR UPDATE OR DELETE ON actor_alias FOR EACH STATEMENT EXECUTE FUNCTION tell_of_names();
--> statement-breakpoint
CREATE TRIGGER source_names_changed AFTER INSERT OR UPDATE OR DELETE ON source FOR EACH STATEMENT EXECUTE FUNCTION tell_of_names();
