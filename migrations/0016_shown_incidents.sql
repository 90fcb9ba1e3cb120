CREATE TABLE "shown_incident" (
	"incident_id" bigint NOT NULL,
	"conversation_key" text NOT NULL,
	"version" integer NOT NULL,
	"route" "bytea" NOT NULL,
	"shown_at" timestamp with time zone NOT NULL,
	CONSTRAINT "shown_incident_incident_id_conversation_key_pk" PRIMARY KEY("incident_id","conversation_key")
);
--> statement-breakpoint
ALTER TABLE "shown_incident" ADD CONSTRAINT "shown_incident_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shown_incident_shown" ON "shown_incident" USING btree ("shown_at");