CREATE TABLE "allowance" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"used" integer NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"lookup" "bytea",
	"route" "bytea",
	"trust" text DEFAULT 'unknown' NOT NULL,
	"language" text,
	"deletes_messages" boolean DEFAULT false NOT NULL,
	"first_seen" timestamp with time zone NOT NULL,
	"last_seen" timestamp with time zone NOT NULL,
	"blocked_at" timestamp with time zone,
	"blocked_by" text,
	CONSTRAINT "contact_code_once" UNIQUE("code"),
	CONSTRAINT "contact_lookup_once" UNIQUE("lookup"),
	CONSTRAINT "contact_trust_known" CHECK ("contact"."trust" in ('unknown', 'known', 'trusted')),
	CONSTRAINT "contact_language_known" CHECK ("contact"."language" in ('en', 'ar')),
	CONSTRAINT "contact_seen_by_the_hour" CHECK (date_trunc('hour', "contact"."first_seen") = "contact"."first_seen" and date_trunc('hour', "contact"."last_seen") = "contact"."last_seen")
);
--> statement-breakpoint
CREATE TABLE "invite" (
	"code" "bytea" PRIMARY KEY NOT NULL,
	"trust" text NOT NULL,
	"made_by" text,
	"expires_at" timestamp with time zone NOT NULL,
	"spent_at" timestamp with time zone,
	CONSTRAINT "invite_trust_known" CHECK ("invite"."trust" in ('unknown', 'known', 'trusted'))
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"granted_by" text,
	"granted_at" timestamp with time zone,
	CONSTRAINT "consent_kind_known" CHECK ("consent"."kind" in ('reveal', 'wipe', 'export', 'publish')),
	CONSTRAINT "consent_of_another" CHECK ("consent"."granted_by" <> "consent"."asked_by")
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "decision_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"event" text NOT NULL,
	"from_state" text,
	"to_state" text,
	"by" text NOT NULL,
	"moderator_id" text,
	"cause" "bytea",
	"content" "bytea",
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "decision_cause_once" UNIQUE("cause"),
	CONSTRAINT "decision_subject_known" CHECK ("decision"."subject" in ('tip', 'incident', 'contact', 'moderator', 'place', 'actor', 'source', 'store')),
	CONSTRAINT "decision_by_known" CHECK ("decision"."by" in ('moderator', 'contact', 'clock')),
	CONSTRAINT "decision_from_known" CHECK ("decision"."from_state" in ('received', 'claimed', 'needs_info', 'accepted', 'merged', 'declined', 'spam', 'expired', 'withdrawn')),
	CONSTRAINT "decision_to_known" CHECK ("decision"."to_state" in ('received', 'claimed', 'needs_info', 'accepted', 'merged', 'declined', 'spam', 'expired', 'withdrawn')),
	CONSTRAINT "decision_by_somebody" CHECK (("decision"."by" = 'moderator') = ("decision"."moderator_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "enrolment" (
	"code" "bytea" PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"moderator_id" text,
	"made_by" text,
	"expires_at" timestamp with time zone NOT NULL,
	"spent_at" timestamp with time zone,
	CONSTRAINT "enrolment_role_known" CHECK ("enrolment"."role" in ('viewer', 'moderator', 'lead'))
);
--> statement-breakpoint
CREATE TABLE "moderator" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"enrolled_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "moderator_name_once" UNIQUE("name"),
	CONSTRAINT "moderator_role_known" CHECK ("moderator"."role" in ('viewer', 'moderator', 'lead')),
	CONSTRAINT "moderator_named" CHECK ("moderator"."name" <> '')
);
--> statement-breakpoint
CREATE TABLE "moderator_account" (
	"platform" text NOT NULL,
	"lookup" "bytea" NOT NULL,
	"moderator_id" text NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "moderator_account_platform_lookup_pk" PRIMARY KEY("platform","lookup"),
	CONSTRAINT "moderator_account_platform_known" CHECK ("moderator_account"."platform" in ('discord', 'telegram', 'console'))
);
--> statement-breakpoint
CREATE TABLE "team_place" (
	"id" text PRIMARY KEY NOT NULL,
	"platform" text NOT NULL,
	"bot" text NOT NULL,
	"chat" "bytea" NOT NULL,
	"route" "bytea" NOT NULL,
	"bound_by" text,
	"bound_at" timestamp with time zone NOT NULL,
	"unbound_at" timestamp with time zone,
	CONSTRAINT "team_place_platform_known" CHECK ("team_place"."platform" in ('discord', 'telegram', 'console'))
);
--> statement-breakpoint
CREATE TABLE "tip" (
	"id" text PRIMARY KEY NOT NULL,
	"ref" text NOT NULL,
	"contact_id" text,
	"state" text DEFAULT 'received' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"claimed_by" text,
	"trust" text NOT NULL,
	"language" text NOT NULL,
	"flags" text[] DEFAULT '{}' NOT NULL,
	"receipt" "bytea",
	"draft" "bytea",
	"received_at" timestamp with time zone NOT NULL,
	"gathering_until" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"incident_id" bigint,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tip_ref_once" UNIQUE("ref"),
	CONSTRAINT "tip_receipt_once" UNIQUE("receipt"),
	CONSTRAINT "tip_state_known" CHECK ("tip"."state" in ('received', 'claimed', 'needs_info', 'accepted', 'merged', 'declined', 'spam', 'expired', 'withdrawn')),
	CONSTRAINT "tip_trust_known" CHECK ("tip"."trust" in ('unknown', 'known', 'trusted')),
	CONSTRAINT "tip_language_known" CHECK ("tip"."language" in ('en', 'ar')),
	CONSTRAINT "tip_flags_known" CHECK ("tip"."flags" <@ array['first_time', 'burst', 'reused_image', 'mixed_script', 'place_differs', 'time_differs']::text[]),
	CONSTRAINT "tip_ref_shape" CHECK ("tip"."ref" ~ '^T-[0-9A-Z]{6}$'),
	CONSTRAINT "tip_version_positive" CHECK ("tip"."version" >= 1),
	CONSTRAINT "tip_received_by_the_hour" CHECK (date_trunc('hour', "tip"."received_at") = "tip"."received_at"),
	CONSTRAINT "tip_incident_when_published" CHECK ("tip"."state" not in ('accepted', 'merged') or "tip"."incident_id" is not null),
	CONSTRAINT "tip_claimed_by_somebody" CHECK ("tip"."state" <> 'claimed' or "tip"."claimed_by" is not null)
);
--> statement-breakpoint
CREATE TABLE "tip_media" (
	"id" text PRIMARY KEY NOT NULL,
	"tip_id" text NOT NULL,
	"ordinal" smallint NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"kind" text NOT NULL,
	"cause" "bytea",
	"fetch" "bytea",
	"clean" "bytea",
	"mime" text,
	"original" "bytea",
	"looks" text,
	"place" text DEFAULT 'none' NOT NULL,
	"time" text DEFAULT 'none' NOT NULL,
	CONSTRAINT "tip_media_cause_once" UNIQUE("cause"),
	CONSTRAINT "tip_media_state_known" CHECK ("tip_media"."state" in ('waiting', 'clean', 'unseen', 'refused', 'gone')),
	CONSTRAINT "tip_media_kind_known" CHECK ("tip_media"."kind" in ('photo', 'video', 'audio', 'file')),
	CONSTRAINT "tip_media_place_known" CHECK ("tip_media"."place" in ('agrees', 'differs', 'none')),
	CONSTRAINT "tip_media_time_known" CHECK ("tip_media"."time" in ('agrees', 'differs', 'none')),
	CONSTRAINT "tip_media_looks_shape" CHECK ("tip_media"."looks" ~ '^[0-9a-f]{16}$'),
	CONSTRAINT "tip_media_not_fetched_twice" CHECK ("tip_media"."state" = 'waiting' or "tip_media"."fetch" is null)
);
--> statement-breakpoint
CREATE TABLE "tip_part" (
	"id" text PRIMARY KEY NOT NULL,
	"tip_id" text NOT NULL,
	"ordinal" smallint NOT NULL,
	"kind" text NOT NULL,
	"cause" "bytea",
	"content" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "tip_part_cause_once" UNIQUE("cause"),
	CONSTRAINT "tip_part_kind_known" CHECK ("tip_part"."kind" in ('words', 'pin', 'question', 'answer'))
);
--> statement-breakpoint
ALTER TABLE "inbox" DROP CONSTRAINT "inbox_kind_known";--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_blocked_by_moderator_id_fk" FOREIGN KEY ("blocked_by") REFERENCES "public"."moderator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invite" ADD CONSTRAINT "invite_made_by_moderator_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."moderator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_asked_by_moderator_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."moderator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_granted_by_moderator_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."moderator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_moderator_id_moderator_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."moderator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_moderator_id_moderator_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."moderator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_made_by_moderator_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."moderator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderator_account" ADD CONSTRAINT "moderator_account_moderator_id_moderator_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."moderator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_place" ADD CONSTRAINT "team_place_bound_by_moderator_id_fk" FOREIGN KEY ("bound_by") REFERENCES "public"."moderator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tip" ADD CONSTRAINT "tip_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tip" ADD CONSTRAINT "tip_claimed_by_moderator_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."moderator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tip" ADD CONSTRAINT "tip_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tip_media" ADD CONSTRAINT "tip_media_tip_id_tip_id_fk" FOREIGN KEY ("tip_id") REFERENCES "public"."tip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tip_part" ADD CONSTRAINT "tip_part_tip_id_tip_id_fk" FOREIGN KEY ("tip_id") REFERENCES "public"."tip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "allowance_until" ON "allowance" USING btree ("until");--> statement-breakpoint
CREATE INDEX "contact_last_seen" ON "contact" USING btree ("last_seen");--> statement-breakpoint
CREATE INDEX "consent_open" ON "consent" USING btree ("kind","subject_id");--> statement-breakpoint
CREATE INDEX "decision_subject" ON "decision" USING btree ("subject","subject_id","id");--> statement-breakpoint
CREATE INDEX "moderator_account_moderator" ON "moderator_account" USING btree ("moderator_id");--> statement-breakpoint
CREATE INDEX "team_place_chat" ON "team_place" USING btree ("platform","bot","chat");--> statement-breakpoint
CREATE INDEX "tip_queue" ON "tip" USING btree ("state","received_at","id");--> statement-breakpoint
CREATE INDEX "tip_contact" ON "tip" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "tip_expiry" ON "tip" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "tip_media_tip" ON "tip_media" USING btree ("tip_id","ordinal");--> statement-breakpoint
CREATE INDEX "tip_media_looks" ON "tip_media" USING btree ("looks");--> statement-breakpoint
CREATE INDEX "tip_part_tip" ON "tip_part" USING btree ("tip_id","ordinal");--> statement-breakpoint
ALTER TABLE "inbox" ADD CONSTRAINT "inbox_kind_known" CHECK ("inbox"."kind" in ('message', 'edit', 'delete', 'command', 'press', 'form', 'moved', 'post', 'fetch'));