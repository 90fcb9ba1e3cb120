ALTER TABLE "outbox" ADD COLUMN "slot" text;--> statement-breakpoint
CREATE INDEX "outbox_unsent_slot" ON "outbox" USING btree ("slot") WHERE state = 'waiting' and slot is not null;