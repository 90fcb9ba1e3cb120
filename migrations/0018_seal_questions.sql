-- what was kept in clear goes: follow-ups of a day, and buttons of older answers
TRUNCATE "shown_answer";--> statement-breakpoint
ALTER TABLE "shown_answer" ALTER COLUMN "question" SET DATA TYPE bytea USING NULL;--> statement-breakpoint
ALTER TABLE "conversation" ALTER COLUMN "previous" SET DATA TYPE bytea USING NULL;
