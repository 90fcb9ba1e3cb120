CREATE TABLE "cursor" (
	"platform" text NOT NULL,
	"bot" text NOT NULL,
	"scope" text NOT NULL,
	"position" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cursor_platform_bot_scope_pk" PRIMARY KEY("platform","bot","scope"),
	CONSTRAINT "cursor_platform_known" CHECK ("cursor"."platform" in ('discord', 'telegram'))
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"platform" text NOT NULL,
	"bot" text NOT NULL,
	"chat" text NOT NULL,
	"message" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"trouble" text,
	CONSTRAINT "inbox_platform_known" CHECK ("inbox"."platform" in ('discord', 'telegram')),
	CONSTRAINT "inbox_kind_known" CHECK ("inbox"."kind" in ('message', 'edit', 'delete', 'command', 'press', 'form', 'moved')),
	CONSTRAINT "inbox_state_known" CHECK ("inbox"."state" in ('waiting', 'done', 'dead')),
	CONSTRAINT "inbox_payload_gone_when_done" CHECK ("inbox"."state" <> 'done' or "inbox"."payload" is null)
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"inbox_id" bigint,
	"ordinal" smallint NOT NULL,
	"platform" text NOT NULL,
	"bot" text NOT NULL,
	"chat" text NOT NULL,
	"payload" jsonb,
	"nonce" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"sent_message" text,
	"trouble" text,
	CONSTRAINT "outbox_platform_known" CHECK ("outbox"."platform" in ('discord', 'telegram')),
	CONSTRAINT "outbox_state_known" CHECK ("outbox"."state" in ('waiting', 'sending', 'sent', 'dead')),
	CONSTRAINT "outbox_payload_gone_when_sent" CHECK ("outbox"."state" <> 'sent' or "outbox"."payload" is null)
);
--> statement-breakpoint
CREATE TABLE "outbox_file" (
	"outbox_id" bigint NOT NULL,
	"ordinal" smallint NOT NULL,
	"name" text NOT NULL,
	"mime" text NOT NULL,
	"data" "bytea" NOT NULL,
	CONSTRAINT "outbox_file_outbox_id_ordinal_pk" PRIMARY KEY("outbox_id","ordinal")
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_inbox_id_inbox_id_fk" FOREIGN KEY ("inbox_id") REFERENCES "public"."inbox"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_file" ADD CONSTRAINT "outbox_file_outbox_id_outbox_id_fk" FOREIGN KEY ("outbox_id") REFERENCES "public"."outbox"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_once" ON "inbox" USING btree ("platform","bot","chat","message","kind","revision");--> statement-breakpoint
CREATE INDEX "inbox_waiting" ON "inbox" USING btree ("platform","bot","chat","id") WHERE state = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_nonce" ON "outbox" USING btree ("nonce");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_once" ON "outbox" USING btree ("inbox_id","ordinal");--> statement-breakpoint
CREATE INDEX "outbox_unsent" ON "outbox" USING btree ("platform","bot","chat","id") WHERE state in ('waiting', 'sending');