-- What waited in the former shape named chats in the clear: it goes.
DELETE FROM "outbox_file";--> statement-breakpoint
DELETE FROM "outbox";--> statement-breakpoint
DELETE FROM "inbox";--> statement-breakpoint
DELETE FROM "cursor";--> statement-breakpoint
DELETE FROM "kept_action";--> statement-breakpoint
CREATE TABLE "posted" (
	"slot" text PRIMARY KEY NOT NULL,
	"messages" "bytea" NOT NULL,
	"forget_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cursor" DROP CONSTRAINT "cursor_platform_known";--> statement-breakpoint
ALTER TABLE "inbox" DROP CONSTRAINT "inbox_platform_known";--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_platform_known";--> statement-breakpoint
DROP INDEX "inbox_waiting";--> statement-breakpoint
ALTER TABLE "cursor" DROP COLUMN "position";--> statement-breakpoint
ALTER TABLE "cursor" ADD COLUMN "position" "bytea" NOT NULL;--> statement-breakpoint
ALTER TABLE "inbox" DROP COLUMN "payload";--> statement-breakpoint
ALTER TABLE "inbox" ADD COLUMN "payload" "bytea";--> statement-breakpoint
ALTER TABLE "inbox" ADD CONSTRAINT "inbox_payload_gone_when_done" CHECK ("inbox"."state" <> 'done' or "inbox"."payload" is null);--> statement-breakpoint
ALTER TABLE "outbox" DROP COLUMN "payload";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "payload" "bytea";--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_payload_gone_when_sent" CHECK ("outbox"."state" <> 'sent' or "outbox"."payload" is null);--> statement-breakpoint
ALTER TABLE "kept_action" ADD COLUMN "action" "bytea" NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_file" ADD COLUMN "file" "bytea" NOT NULL;--> statement-breakpoint
CREATE INDEX "posted_forget" ON "posted" USING btree ("forget_at");--> statement-breakpoint
CREATE INDEX "inbox_to_fetch" ON "inbox" USING btree ("platform","bot","due_at") WHERE state = 'waiting' and kind = 'fetch';--> statement-breakpoint
CREATE INDEX "inbox_done" ON "inbox" USING btree ("done_at");--> statement-breakpoint
CREATE INDEX "outbox_sent" ON "outbox" USING btree ("sent_at");--> statement-breakpoint
CREATE INDEX "inbox_waiting" ON "inbox" USING btree ("platform","bot","chat","id") WHERE state = 'waiting' and kind <> 'fetch';--> statement-breakpoint
ALTER TABLE "kept_action" DROP COLUMN "command";--> statement-breakpoint
ALTER TABLE "kept_action" DROP COLUMN "args";--> statement-breakpoint
ALTER TABLE "outbox" DROP COLUMN "sent_message";--> statement-breakpoint
ALTER TABLE "outbox_file" DROP COLUMN "name";--> statement-breakpoint
ALTER TABLE "outbox_file" DROP COLUMN "mime";--> statement-breakpoint
ALTER TABLE "outbox_file" DROP COLUMN "data";--> statement-breakpoint
ALTER TABLE "cursor" ADD CONSTRAINT "cursor_platform_known" CHECK ("cursor"."platform" in ('discord', 'telegram', 'console'));--> statement-breakpoint
ALTER TABLE "inbox" ADD CONSTRAINT "inbox_platform_known" CHECK ("inbox"."platform" in ('discord', 'telegram', 'console'));--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_platform_known" CHECK ("outbox"."platform" in ('discord', 'telegram', 'console'));