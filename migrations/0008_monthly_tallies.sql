CREATE TABLE "incident_ground" (
	"place_id" text NOT NULL,
	"country" text NOT NULL,
	"admin1" text NOT NULL,
	"admin2" text NOT NULL,
	"admin3" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incident_tally" (
	"level" text NOT NULL,
	"country" text NOT NULL,
	"admin1" text,
	"first_month" date NOT NULL,
	"last_month" date NOT NULL,
	"strategic" boolean NOT NULL,
	"attributed_to" text[] NOT NULL,
	"part" text NOT NULL,
	"measure" text,
	"party" text,
	"incidents" integer NOT NULL,
	"known" integer NOT NULL,
	"open" integer NOT NULL,
	"low" integer NOT NULL,
	"best" integer NOT NULL,
	"high" integer NOT NULL,
	"hit" integer NOT NULL,
	"confirmed" integer NOT NULL,
	"fair" integer NOT NULL,
	"weak" integer NOT NULL,
	"contested" integer NOT NULL,
	"vague_date" integer NOT NULL,
	"vague_place" integer NOT NULL,
	CONSTRAINT "incident_tally_level_known" CHECK ("incident_tally"."level" in ('country', 'governorate')),
	CONSTRAINT "incident_tally_part_known" CHECK ("incident_tally"."part" in ('incidents', 'measure', 'party', 'hit', 'losers')),
	CONSTRAINT "incident_tally_months" CHECK ("incident_tally"."first_month" <= "incident_tally"."last_month")
);
--> statement-breakpoint
DROP INDEX "incident_admin1_date";--> statement-breakpoint
DROP INDEX "incident_vague_date";--> statement-breakpoint
CREATE UNIQUE INDEX "incident_ground_once" ON "incident_ground" USING btree ("place_id","country","admin1","admin2","admin3");--> statement-breakpoint
CREATE INDEX "incident_tally_scope" ON "incident_tally" USING btree ("level","country","admin1","first_month");--> statement-breakpoint
CREATE INDEX "incident_admin1_day" ON "incident" USING btree ("admin1","event_date_start","id");--> statement-breakpoint
CREATE INDEX "incident_admin2_day" ON "incident" USING btree ("admin2","event_date_start","id");--> statement-breakpoint
CREATE INDEX "incident_killed" ON "incident" USING btree ("killed_best" desc nulls last,"event_date_start","id");--> statement-breakpoint
CREATE INDEX "incident_length" ON "incident" USING btree (("event_date_end" - "event_date_start"));--> statement-breakpoint
CREATE INDEX "incident_several_days" ON "incident" USING btree ("event_date_start","event_date_end") WHERE event_date_start <> event_date_end;--> statement-breakpoint
CREATE INDEX "incident_admin1_several_days" ON "incident" USING btree ("admin1","event_date_start","event_date_end") WHERE event_date_start <> event_date_end;--> statement-breakpoint
CREATE INDEX "incident_long" ON "incident" USING btree ("event_date_start","event_date_end") WHERE event_date_end - event_date_start > 91;--> statement-breakpoint
CREATE INDEX "incident_unplaced" ON "incident" USING btree ("country","event_date_start") WHERE admin1 is null;--> statement-breakpoint
CREATE INDEX "incident_vague_place" ON "incident" USING btree ("place_id","event_date_start") WHERE where_prec >= 3 and extent_km is null;--> statement-breakpoint
CREATE INDEX "incident_vague_extent" ON "incident" USING btree ("event_date_start") WHERE where_prec >= 3 and (extent_km is not null or place_id is null);