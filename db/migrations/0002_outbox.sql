PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_outbox_events` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`delivered_at` integer,
	CONSTRAINT "outbox_events_kind" CHECK("__new_outbox_events"."kind" in ('receipt_mail', 'magic_link_mail', 'invitation_mail', 'member_mail', 'profile_role_mail', 'card_refund', 'card_detach', 'setup_close', 'charge_retry', 'notice', 'notice_mail')),
	CONSTRAINT "outbox_events_payload" CHECK(json_valid("__new_outbox_events"."payload"))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_outbox_events`("id", "kind", "payload", "created_at", "due_at", "attempts", "last_error", "delivered_at") SELECT "id", "kind", "payload", "created_at", "due_at", "attempts", "last_error", "delivered_at" FROM `outbox_events`;--> statement-breakpoint
DROP TABLE `outbox_events`;--> statement-breakpoint
ALTER TABLE `__new_outbox_events` RENAME TO `outbox_events`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `outbox_events_due` ON `outbox_events` (`due_at`) WHERE "outbox_events"."delivered_at" is null;--> statement-breakpoint
CREATE INDEX `outbox_events_due_of_kind` ON `outbox_events` (`kind`,`due_at`) WHERE "outbox_events"."delivered_at" is null;