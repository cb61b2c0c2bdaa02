CREATE TABLE `demo_clock` (
	`id` integer PRIMARY KEY NOT NULL,
	`ahead_ms` integer NOT NULL,
	CONSTRAINT "demo_clock_one_row" CHECK("demo_clock"."id" = 1),
	CONSTRAINT "demo_clock_ahead" CHECK("demo_clock"."ahead_ms" > 0)
) STRICT;
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`offer_id` text NOT NULL,
	`name` text NOT NULL,
	`pricing` text NOT NULL,
	`term` text NOT NULL,
	`min_quantity` integer,
	`max_quantity` integer,
	`decrease_policy` text NOT NULL,
	`renews` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`offer_id`) REFERENCES `offers`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "plans_pricing" CHECK("__new_plans"."pricing" in ('flat', 'per_license')),
	CONSTRAINT "plans_term" CHECK("__new_plans"."term" in ('P1M', 'P1Y')),
	CONSTRAINT "plans_renews" CHECK("__new_plans"."renews" in (0, 1)),
	CONSTRAINT "plans_decrease" CHECK("__new_plans"."decrease_policy" in ('at_renewal', 'immediate', 'never')),
	CONSTRAINT "plans_range" CHECK(case "__new_plans"."pricing" when 'flat' then "__new_plans"."min_quantity" is null and "__new_plans"."max_quantity" is null
        else "__new_plans"."min_quantity" is not null and "__new_plans"."max_quantity" is not null and "__new_plans"."min_quantity" >= 1
          and "__new_plans"."max_quantity" >= "__new_plans"."min_quantity" end)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_plans`("id", "offer_id", "name", "pricing", "term", "min_quantity", "max_quantity", "decrease_policy", "created_at") SELECT "id", "offer_id", "name", "pricing", "term", "min_quantity", "max_quantity", "decrease_policy", "created_at" FROM `plans`;--> statement-breakpoint
DROP TABLE `plans`;--> statement-breakpoint
ALTER TABLE `__new_plans` RENAME TO `plans`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `subscriptions_activate_by` ON `subscriptions` (`activate_by`,`id`) WHERE "subscriptions"."state" = 'pending_activation';--> statement-breakpoint
CREATE INDEX `subscriptions_period_end` ON `subscriptions` (`period_end`,`id`) WHERE "subscriptions"."state" in ('active', 'active_ending', 'past_due_ending');