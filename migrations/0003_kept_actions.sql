CREATE TABLE "kept_action" (
	"id" text PRIMARY KEY NOT NULL,
	"command" text NOT NULL,
	"args" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "kept_action_expiry" ON "kept_action" USING btree ("expires_at");