ALTER TABLE "tip" ADD COLUMN "told" text;--> statement-breakpoint
ALTER TABLE "tip" ADD CONSTRAINT "tip_told_known" CHECK ("tip"."told" in ('accepted', 'declined', 'reopened'));