PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_due_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`notice` text NOT NULL,
	`subject_id` text NOT NULL,
	`occasion_on` text NOT NULL,
	`recorded_at` integer NOT NULL,
	CONSTRAINT "due_notices_notice" CHECK("__new_due_notices"."notice" in ('order_waiting', 'renewal', 'price_change', 'activation_reminder', 'activation_timeout', 'payment_failed', 'payment_reminder', 'payment_taken_back', 'paid_again', 'nonpayment', 'invoice_issued')),
	CONSTRAINT "due_notices_occasion" CHECK("__new_due_notices"."occasion_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_due_notices`("id", "notice", "subject_id", "occasion_on", "recorded_at") SELECT "id", "notice", "subject_id", "occasion_on", "recorded_at" FROM `due_notices`;--> statement-breakpoint
DROP TABLE `due_notices`;--> statement-breakpoint
ALTER TABLE `__new_due_notices` RENAME TO `due_notices`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `due_notices_once` ON `due_notices` (`notice`,`subject_id`,`occasion_on`);--> statement-breakpoint
CREATE TABLE `__new_notification_choices` (
	`person_id` text NOT NULL,
	`billing_profile_id` text NOT NULL,
	`kind` text NOT NULL,
	`is_wanted` integer NOT NULL,
	`chosen_at` integer NOT NULL,
	PRIMARY KEY(`billing_profile_id`, `kind`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`billing_profile_id`) REFERENCES `billing_profiles`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "notification_choices_kind" CHECK("__new_notification_choices"."kind" in ('orders', 'renewals', 'price_changes', 'activation', 'invoices', 'receipts_of_others')),
	CONSTRAINT "notification_choices_wanted" CHECK("__new_notification_choices"."is_wanted" in (0, 1))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_notification_choices`("person_id", "billing_profile_id", "kind", "is_wanted", "chosen_at") SELECT "person_id", "billing_profile_id", "kind", "is_wanted", "chosen_at" FROM `notification_choices`;--> statement-breakpoint
DROP TABLE `notification_choices`;--> statement-breakpoint
ALTER TABLE `__new_notification_choices` RENAME TO `notification_choices`;--> statement-breakpoint
CREATE INDEX `notification_choices_person` ON `notification_choices` (`person_id`);--> statement-breakpoint
CREATE TABLE `__new_outbox_events` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`delivered_at` integer,
	CONSTRAINT "outbox_events_kind" CHECK("__new_outbox_events"."kind" in ('receipt_mail', 'magic_link_mail', 'invitation_mail', 'member_mail', 'profile_role_mail', 'card_refund', 'card_detach', 'charge_retry', 'notice', 'notice_mail')),
	CONSTRAINT "outbox_events_payload" CHECK(json_valid("__new_outbox_events"."payload"))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_outbox_events`("id", "kind", "payload", "created_at", "due_at", "attempts", "last_error", "delivered_at") SELECT "id", "kind", "payload", "created_at", "due_at", "attempts", "last_error", "delivered_at" FROM `outbox_events`;--> statement-breakpoint
DROP TABLE `outbox_events`;--> statement-breakpoint
ALTER TABLE `__new_outbox_events` RENAME TO `outbox_events`;--> statement-breakpoint
CREATE INDEX `outbox_events_due` ON `outbox_events` (`due_at`) WHERE "outbox_events"."delivered_at" is null;