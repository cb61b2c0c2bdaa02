CREATE TABLE `demo_clock` (
	`id` integer PRIMARY KEY NOT NULL,
	`ahead_ms` integer NOT NULL,
	CONSTRAINT "demo_clock_one_row" CHECK("demo_clock"."id" = 1),
	CONSTRAINT "demo_clock_ahead" CHECK("demo_clock"."ahead_ms" > 0)
) STRICT;
