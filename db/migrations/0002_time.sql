CREATE TABLE `demo_clock` (
	`id` integer PRIMARY KEY NOT NULL,
	`ahead_ms` integer NOT NULL,
	CONSTRAINT "demo_clock_one_row" CHECK("demo_clock"."id" = 1),
	CONSTRAINT "demo_clock_ahead" CHECK("demo_clock"."ahead_ms" > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `subscriptions_activate_by` ON `subscriptions` (`activate_by`,`id`) WHERE "subscriptions"."state" = 'pending_activation';--> statement-breakpoint
CREATE INDEX `subscriptions_period_end` ON `subscriptions` (`period_end`,`id`) WHERE "subscriptions"."state" in ('active', 'active_ending', 'past_due_ending');