DROP INDEX "incident_cell_date";--> statement-breakpoint
DROP INDEX "incident_admin1_day";--> statement-breakpoint
DROP INDEX "incident_admin2_day";--> statement-breakpoint
DROP INDEX "incident_unplaced";--> statement-breakpoint
DROP INDEX "incident_end";--> statement-breakpoint
DROP INDEX "incident_place";--> statement-breakpoint
DROP INDEX "incident_vague_place";--> statement-breakpoint
DROP INDEX "incident_vague_extent";--> statement-breakpoint
CREATE INDEX "incident_cell_days" ON "incident" USING btree ("cell","event_date_start","event_date_end","id");--> statement-breakpoint
CREATE INDEX "incident_admin1_days" ON "incident" USING btree ("admin1","event_date_start","event_date_end","id");--> statement-breakpoint
CREATE INDEX "incident_admin2_days" ON "incident" USING btree ("admin2","event_date_start","event_date_end","id");--> statement-breakpoint
CREATE INDEX "incident_unplaced_days" ON "incident" USING btree ("country","event_date_start","event_date_end") WHERE admin1 is null;--> statement-breakpoint
CREATE INDEX "incident_last_day" ON "incident" USING btree (("event_date_end" + 0));--> statement-breakpoint
CREATE INDEX "incident_place_days" ON "incident" USING btree ("place_id","event_date_start","event_date_end");--> statement-breakpoint
CREATE INDEX "incident_vague_place_days" ON "incident" USING btree ("place_id","event_date_start","event_date_end") WHERE where_prec >= 3 and extent_km is null;--> statement-breakpoint
CREATE INDEX "incident_vague_extent_days" ON "incident" USING btree ("event_date_start","event_date_end") WHERE where_prec >= 3 and (extent_km is not null or place_id is null);