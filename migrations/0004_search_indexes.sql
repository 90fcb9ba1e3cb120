CREATE INDEX "account_joint" ON "account" USING btree ("id") WHERE joint_toll;--> statement-breakpoint
CREATE INDEX "incident_end" ON "incident" USING btree ("event_date_end");--> statement-breakpoint
CREATE INDEX "incident_place" ON "incident" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "incident_vague_date" ON "incident" USING btree ("event_date_start") WHERE where_prec >= 3;