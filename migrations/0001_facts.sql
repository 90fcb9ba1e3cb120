CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"document_id" text,
	"stance" text NOT NULL,
	"tolls" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"joint_toll" boolean DEFAULT false NOT NULL,
	"approximate" boolean DEFAULT false NOT NULL,
	"words_en" text,
	"words_ar" text,
	"note_en" text,
	"note_ar" text,
	"url" text,
	"archive_url" text,
	"sha256" text,
	"published" date,
	"language" text,
	"credibility" smallint DEFAULT 6 NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"retracted_at" timestamp with time zone,
	CONSTRAINT "account_stance_known" CHECK ("account"."stance" in ('report', 'claim', 'denial', 'acknowledgement')),
	CONSTRAINT "account_language_known" CHECK ("account"."language" in ('en', 'ar')),
	CONSTRAINT "account_credibility_admiralty" CHECK ("account"."credibility" between 1 and 6),
	CONSTRAINT "account_tolls_in_order" CHECK (tolls_in_order("account"."tolls")),
	CONSTRAINT "account_sha256_shape" CHECK ("account"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "account_incident" (
	"account_id" text NOT NULL,
	"incident_id" bigint NOT NULL,
	CONSTRAINT "account_incident_account_id_incident_id_pk" PRIMARY KEY("account_id","incident_id")
);
--> statement-breakpoint
CREATE TABLE "actor" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_ar" text NOT NULL,
	"parent_id" text,
	"party" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "actor_name_unique" UNIQUE("name"),
	CONSTRAINT "actor_party_known" CHECK ("actor"."party" in ('isis', 'government', 'sdf', 'opposition', 'russia', 'iran_backed', 'coalition', 'turkey', 'iraq', 'civilians', 'other', 'unknown')),
	CONSTRAINT "actor_kind_known" CHECK ("actor"."kind" in ('force', 'group', 'victims'))
);
--> statement-breakpoint
CREATE TABLE "actor_alias" (
	"actor_id" text NOT NULL,
	"language" text NOT NULL,
	"spelling" text NOT NULL,
	CONSTRAINT "actor_alias_spelling_actor_id_pk" PRIMARY KEY("spelling","actor_id"),
	CONSTRAINT "actor_alias_language_known" CHECK ("actor_alias"."language" in ('en', 'ar'))
);
--> statement-breakpoint
CREATE TABLE "conversation" (
	"key" text PRIMARY KEY NOT NULL,
	"language" text,
	"previous" jsonb,
	"updated_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conversation_language_known" CHECK ("conversation"."language" in ('en', 'ar'))
);
--> statement-breakpoint
CREATE TABLE "shown_answer" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation_key" text NOT NULL,
	"question" jsonb NOT NULL,
	"store_version" integer NOT NULL,
	"shown_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "edit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "edit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"who" text NOT NULL,
	"why" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"changes" jsonb NOT NULL,
	CONSTRAINT "edit_subject_known" CHECK ("edit"."subject" in ('incident', 'account', 'source', 'statistic', 'place', 'actor', 'store'))
);
--> statement-breakpoint
CREATE TABLE "incident" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "incident_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"origin" text NOT NULL,
	"origin_id" text NOT NULL,
	"ref" text NOT NULL,
	"event_date_start" date NOT NULL,
	"event_date_end" date NOT NULL,
	"date_prec" smallint NOT NULL,
	"place_id" text,
	"place_en" text NOT NULL,
	"place_ar" text,
	"country" text NOT NULL,
	"admin1" text,
	"admin2" text,
	"admin3" text,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"where_prec" smallint NOT NULL,
	"extent_km" real,
	"event_type" text NOT NULL,
	"sub_event_type" text NOT NULL,
	"tactics" text[] DEFAULT '{}' NOT NULL,
	"target_objects" text[] DEFAULT '{}' NOT NULL,
	"means" text[] DEFAULT '{}' NOT NULL,
	"time_of_day" text,
	"attributed_to" text[] DEFAULT '{}' NOT NULL,
	"attribution_certainty" text NOT NULL,
	"claimed_by" text[] DEFAULT '{}' NOT NULL,
	"targets" text[] DEFAULT '{}' NOT NULL,
	"tolls" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"evidence" text NOT NULL,
	"event_clarity" smallint DEFAULT 1 NOT NULL,
	"summary_en" text NOT NULL,
	"summary_ar" text,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"killed_low" integer GENERATED ALWAYS AS (toll_total(tolls, 'killed', 'low')) STORED,
	"killed_best" integer GENERATED ALWAYS AS (toll_total(tolls, 'killed', 'best')) STORED,
	"killed_high" integer GENERATED ALWAYS AS (toll_total(tolls, 'killed', 'high')) STORED,
	"wounded_low" integer GENERATED ALWAYS AS (toll_total(tolls, 'wounded', 'low')) STORED,
	"wounded_high" integer GENERATED ALWAYS AS (toll_total(tolls, 'wounded', 'high')) STORED,
	"captured_low" integer GENERATED ALWAYS AS (toll_total(tolls, 'captured', 'low')) STORED,
	"captured_high" integer GENERATED ALWAYS AS (toll_total(tolls, 'captured', 'high')) STORED,
	"missing_low" integer GENERATED ALWAYS AS (toll_total(tolls, 'missing', 'low')) STORED,
	"missing_high" integer GENERATED ALWAYS AS (toll_total(tolls, 'missing', 'high')) STORED,
	"cell" integer GENERATED ALWAYS AS ((floor((lat + 90) * 20)::int * 7200 + floor((lon + 180) * 20)::int)) STORED NOT NULL,
	CONSTRAINT "incident_ref_shape" CHECK ("incident"."ref" ~ '^[A-Z]{3}-[2-9A-HJKMNP-TV-Z]{6}$'),
	CONSTRAINT "incident_start_not_after_end" CHECK ("incident"."event_date_start" <= "incident"."event_date_end"),
	CONSTRAINT "incident_date_prec_ucdp" CHECK ("incident"."date_prec" between 1 and 5),
	CONSTRAINT "incident_day_is_one_day" CHECK ("incident"."date_prec" <> 1 or "incident"."event_date_start" = "incident"."event_date_end"),
	CONSTRAINT "incident_where_prec_ucdp" CHECK ("incident"."where_prec" between 1 and 7),
	CONSTRAINT "incident_on_earth" CHECK ("incident"."lat" between -90 and 90 and "incident"."lon" between -180 and 180),
	CONSTRAINT "incident_extent_positive" CHECK ("incident"."extent_km" >= 0),
	CONSTRAINT "incident_clarity_ucdp" CHECK ("incident"."event_clarity" in (1, 2)),
	CONSTRAINT "incident_tolls_in_order" CHECK (tolls_in_order("incident"."tolls")),
	CONSTRAINT "incident_version_positive" CHECK ("incident"."version" >= 1),
	CONSTRAINT "incident_changed_after_recorded" CHECK ("incident"."changed_at" >= "incident"."recorded_at"),
	CONSTRAINT "incident_country_known" CHECK ("incident"."country" in ('SY', 'IQ')),
	CONSTRAINT "incident_event_type_acled" CHECK ("incident"."event_type" in ('Battles', 'Explosions/Remote violence', 'Violence against civilians', 'Protests', 'Riots', 'Strategic developments')),
	CONSTRAINT "incident_sub_event_type_acled" CHECK ("incident"."sub_event_type" in ('Armed clash', 'Government regains territory', 'Non-state actor overtakes territory', 'Chemical weapon', 'Air/drone strike', 'Suicide bomb', 'Shelling/artillery/missile attack', 'Remote explosive/landmine/IED', 'Grenade', 'Sexual violence', 'Attack', 'Abduction/forced disappearance', 'Peaceful protest', 'Protest with intervention', 'Excessive force against protesters', 'Violent demonstration', 'Mob violence', 'Agreement', 'Arrests', 'Change to group/activity', 'Disrupted weapons use', 'Headquarters or base established', 'Looting/property destruction', 'Non-violent transfer of territory', 'Other')),
	CONSTRAINT "incident_tactics_known" CHECK ("incident"."tactics" <@ array['ambush', 'ied', 'vbied', 'landmine', 'small_arms', 'sniper', 'shelling', 'airstrike', 'drone', 'assassination', 'execution', 'kidnapping', 'raid', 'arrest', 'clash', 'suicide', 'siege', 'seizure', 'infiltration', 'false_checkpoint', 'road_cut', 'arson', 'looting', 'livestock_raid', 'escape', 'announcement']::text[]),
	CONSTRAINT "incident_target_objects_known" CHECK ("incident"."target_objects" <@ array['checkpoint', 'bus', 'convoy', 'patrol', 'vehicle', 'base', 'outpost', 'oil_tanker', 'oil_field', 'gas_field', 'pipeline', 'power_line', 'airport', 'prison', 'camp', 'road', 'bridge', 'house', 'market', 'mosque', 'school', 'hospital', 'livestock', 'village']::text[]),
	CONSTRAINT "incident_means_known" CHECK ("incident"."means" <@ array['motorcycle', 'pickup', 'heavy_weapons', 'rocket', 'knife', 'thermal_optics']::text[]),
	CONSTRAINT "incident_time_of_day_known" CHECK ("incident"."time_of_day" in ('day', 'night')),
	CONSTRAINT "incident_attribution_known" CHECK ("incident"."attribution_certainty" in ('confirmed', 'suspected', 'disputed')),
	CONSTRAINT "incident_evidence_known" CHECK ("incident"."evidence" in ('confirmed', 'fair', 'weak', 'contested', 'discounted')),
	CONSTRAINT "incident_status_known" CHECK ("incident"."status" in ('draft', 'published', 'archived', 'retracted')),
	CONSTRAINT "incident_place_known" CHECK ("incident"."place_en" <> '')
);
--> statement-breakpoint
CREATE TABLE "incident_past" (
	"id" bigint NOT NULL,
	"origin" text NOT NULL,
	"origin_id" text NOT NULL,
	"ref" text NOT NULL,
	"event_date_start" date NOT NULL,
	"event_date_end" date NOT NULL,
	"date_prec" smallint NOT NULL,
	"place_id" text,
	"place_en" text NOT NULL,
	"place_ar" text,
	"country" text NOT NULL,
	"admin1" text,
	"admin2" text,
	"admin3" text,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"where_prec" smallint NOT NULL,
	"extent_km" real,
	"event_type" text NOT NULL,
	"sub_event_type" text NOT NULL,
	"tactics" text[] DEFAULT '{}' NOT NULL,
	"target_objects" text[] DEFAULT '{}' NOT NULL,
	"means" text[] DEFAULT '{}' NOT NULL,
	"time_of_day" text,
	"attributed_to" text[] DEFAULT '{}' NOT NULL,
	"attribution_certainty" text NOT NULL,
	"claimed_by" text[] DEFAULT '{}' NOT NULL,
	"targets" text[] DEFAULT '{}' NOT NULL,
	"tolls" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"evidence" text NOT NULL,
	"event_clarity" smallint DEFAULT 1 NOT NULL,
	"summary_en" text NOT NULL,
	"summary_ar" text,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone NOT NULL,
	CONSTRAINT "incident_past_id_version_pk" PRIMARY KEY("id","version"),
	CONSTRAINT "incident_past_valid_after_change" CHECK ("incident_past"."valid_to" >= "incident_past"."changed_at")
);
--> statement-breakpoint
CREATE TABLE "place" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_ar" text NOT NULL,
	"kind" text NOT NULL,
	"parent_id" text,
	"country" text,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"extent_km" real NOT NULL,
	"outline" jsonb,
	"population" integer,
	"origin" text NOT NULL,
	CONSTRAINT "place_kind_known" CHECK ("place"."kind" in ('country', 'governorate', 'district', 'subdistrict', 'city', 'town', 'village', 'camp', 'prison', 'base', 'airbase', 'pumping_station', 'oil_field', 'gas_field', 'dam', 'crossing', 'well', 'site', 'mountain', 'valley', 'lake', 'river', 'road', 'region', 'zone')),
	CONSTRAINT "place_country_known" CHECK ("place"."country" in ('SY', 'IQ')),
	CONSTRAINT "place_on_earth" CHECK ("place"."lat" between -90 and 90 and "place"."lon" between -180 and 180),
	CONSTRAINT "place_extent_positive" CHECK ("place"."extent_km" >= 0)
);
--> statement-breakpoint
CREATE TABLE "place_alias" (
	"place_id" text NOT NULL,
	"language" text NOT NULL,
	"spelling" text NOT NULL,
	CONSTRAINT "place_alias_spelling_place_id_pk" PRIMARY KEY("spelling","place_id"),
	CONSTRAINT "place_alias_language_known" CHECK ("place_alias"."language" in ('en', 'ar'))
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" text PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"title" text NOT NULL,
	"published" date NOT NULL,
	"published_prec" text NOT NULL,
	"url" text
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_ar" text,
	"kind" text NOT NULL,
	"affiliation" text NOT NULL,
	"side" text,
	"reliability" char(1) NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "source_kind_known" CHECK ("source"."kind" in ('monitor', 'media', 'state media', 'social media', 'belligerent outlet', 'think tank', 'analysis site', 'expert', 'dataset', 'field contact')),
	CONSTRAINT "source_reliability_admiralty" CHECK ("source"."reliability" in ('A', 'B', 'C', 'D', 'E', 'F')),
	CONSTRAINT "source_side_known" CHECK ("source"."side" in ('isis', 'government', 'sdf', 'opposition', 'russia', 'iran_backed', 'coalition', 'turkey', 'iraq', 'civilians', 'other', 'unknown')),
	CONSTRAINT "source_name_said" CHECK (length("source"."name") > 0)
);
--> statement-breakpoint
CREATE TABLE "statistic" (
	"id" text PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"document_id" text,
	"metric" text NOT NULL,
	"low" double precision,
	"high" double precision,
	"approximate" boolean DEFAULT false NOT NULL,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"area_en" text NOT NULL,
	"area_ar" text NOT NULL,
	"area_place_ids" text[] NOT NULL,
	"perpetrators" text[] DEFAULT '{}' NOT NULL,
	"subjects" text[] DEFAULT '{}' NOT NULL,
	"subject_en" text,
	"subject_ar" text,
	"breakdown" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"note_en" text,
	"note_ar" text,
	"account_id" text,
	CONSTRAINT "statistic_metric_known" CHECK ("statistic"."metric" in ('attacks', 'killed', 'wounded', 'captured', 'missing', 'fighters', 'area_km2')),
	CONSTRAINT "statistic_low_not_above_high" CHECK ("statistic"."low" <= "statistic"."high"),
	CONSTRAINT "statistic_says_something" CHECK ("statistic"."low" is not null or "statistic"."high" is not null),
	CONSTRAINT "statistic_period_in_order" CHECK ("statistic"."period_from" <= "statistic"."period_to")
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_incident" ADD CONSTRAINT "account_incident_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_incident" ADD CONSTRAINT "account_incident_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actor" ADD CONSTRAINT "actor_parent_id_actor_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."actor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actor_alias" ADD CONSTRAINT "actor_alias_actor_id_actor_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actor"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_past" ADD CONSTRAINT "incident_past_id_incident_id_fk" FOREIGN KEY ("id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_past" ADD CONSTRAINT "incident_past_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place" ADD CONSTRAINT "place_parent_id_place_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_alias" ADD CONSTRAINT "place_alias_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statistic" ADD CONSTRAINT "statistic_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statistic" ADD CONSTRAINT "statistic_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statistic" ADD CONSTRAINT "statistic_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_source" ON "account" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "account_incident_incident" ON "account_incident" USING btree ("incident_id");--> statement-breakpoint
CREATE INDEX "actor_alias_actor" ON "actor_alias" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "conversation_expiry" ON "conversation" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "shown_answer_expiry" ON "shown_answer" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "edit_subject" ON "edit" USING btree ("subject","subject_id","id");--> statement-breakpoint
CREATE INDEX "edit_at" ON "edit" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "incident_ref" ON "incident" USING btree ("ref");--> statement-breakpoint
CREATE UNIQUE INDEX "incident_origin" ON "incident" USING btree ("origin","origin_id");--> statement-breakpoint
CREATE INDEX "incident_cell_date" ON "incident" USING btree ("cell","event_date_start","id");--> statement-breakpoint
CREATE INDEX "incident_date" ON "incident" USING btree ("event_date_start","id");--> statement-breakpoint
CREATE INDEX "incident_admin1_date" ON "incident" USING btree ("admin1","event_date_start");--> statement-breakpoint
CREATE INDEX "incident_past_valid" ON "incident_past" USING btree ("valid_to","changed_at");--> statement-breakpoint
CREATE INDEX "place_parent" ON "place" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "place_alias_place" ON "place_alias" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "statistic_period" ON "statistic" USING btree ("period_from","period_to");