CREATE TABLE `agreement_acceptances` (
	`subscription_id` text PRIMARY KEY NOT NULL,
	`version` text NOT NULL,
	`person_id` text NOT NULL,
	`accepted_at` integer NOT NULL,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "agreement_acceptances_version" CHECK(length("agreement_acceptances"."version") > 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`act` text NOT NULL,
	`subscription_id` text,
	`billing_profile_id` text,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`billing_profile_id`) REFERENCES `billing_profiles`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "audit_entries_act" CHECK("audit_entries"."act" in ('increase', 'decrease', 'take_back', 'remove_planned_change', 'decrease_now', 'replace_payment_method', 'use_backup_method', 'remove_backup_method', 'invite_member', 'withdraw_invitation', 'change_member_role', 'remove_member', 'cancel_at_end', 'cancel_now', 'cancel_before_activation', 'undo_cancel', 'buy_again', 'purchase', 'accept_order', 'decline_order', 'change_billing_profile', 'change_plan', 'change_plan_at_renewal', 'keep_plan', 'edit_billing_profile', 'grant_profile_role', 'change_profile_role', 'remove_profile_role', 'pay_invoice', 'change_own_details', 'add_passkey', 'rename_passkey', 'remove_passkey', 'link_login', 'unlink_login', 'choose_notifications', 'receive_order', 'change_order', 'withdraw_order', 'open_publisher_portal', 'activate', 'renew', 'end', 'pass_activation_deadline', 'report_assigned', 'accept_invitation', 'create_organization', 'replaced', 'collect_payment', 'issue_invoice', 'book_transfer', 'take_back_payment', 'fall_past_due', 'reinstate', 'pass_payment_deadline')),
	CONSTRAINT "audit_entries_sequence_from_one" CHECK("audit_entries"."sequence" >= 1),
	CONSTRAINT "audit_entries_json" CHECK(json_valid("audit_entries"."before") and json_valid("audit_entries"."after")),
	CONSTRAINT "audit_entries_hash" CHECK(length("audit_entries"."hash") = 64 and length("audit_entries"."previous_hash") = 64)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_sequence` ON `audit_entries` (`organization_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `audit_entries_subscription` ON `audit_entries` (`subscription_id`,`at`);--> statement-breakpoint
CREATE TABLE `audit_heads` (
	`organization_id` text NOT NULL,
	`signed_on` text NOT NULL,
	`sequence` integer NOT NULL,
	`hash` text NOT NULL,
	`signature` text NOT NULL,
	`signed_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `signed_on`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "audit_heads_signed" CHECK("audit_heads"."signed_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "audit_heads_sequence" CHECK("audit_heads"."sequence" >= 1),
	CONSTRAINT "audit_heads_hash" CHECK(length("audit_heads"."hash") = 64 and length("audit_heads"."signature") = 64)
) STRICT;
--> statement-breakpoint
CREATE TABLE `billing_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`subscription_id` text NOT NULL,
	`billing_profile_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`document_id` text,
	`kind` text NOT NULL,
	`credits_line_id` text,
	`from_quantity` integer,
	`to_quantity` integer,
	`served_from` text NOT NULL,
	`served_until` text NOT NULL,
	`period_days` integer NOT NULL,
	`net_minor` integer NOT NULL,
	`vat_basis_points` integer NOT NULL,
	`currency` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`billing_profile_id`) REFERENCES `billing_profiles`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`credits_line_id`) REFERENCES `billing_lines`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "billing_lines_kind" CHECK("billing_lines"."kind" in ('period', 'increase', 'plan_change', 'credit')),
	CONSTRAINT "billing_lines_net" CHECK("billing_lines"."net_minor" > 0),
	CONSTRAINT "billing_lines_credit" CHECK(("billing_lines"."kind" = 'credit') = ("billing_lines"."credits_line_id" is not null)),
	CONSTRAINT "billing_lines_served" CHECK("billing_lines"."served_from" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' and "billing_lines"."served_until" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' and "billing_lines"."served_from" < "billing_lines"."served_until"),
	CONSTRAINT "billing_lines_vat" CHECK("billing_lines"."vat_basis_points" between 0 and 10000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `billing_lines_subscription` ON `billing_lines` (`subscription_id`);--> statement-breakpoint
CREATE INDEX `billing_lines_document` ON `billing_lines` (`document_id`);--> statement-breakpoint
CREATE INDEX `billing_lines_waiting` ON `billing_lines` (`billing_profile_id`) WHERE "billing_lines"."document_id" is null;--> statement-breakpoint
CREATE INDEX `billing_lines_credits` ON `billing_lines` (`credits_line_id`);--> statement-breakpoint
CREATE INDEX `billing_lines_given_back` ON `billing_lines` (`billing_profile_id`,`kind`);--> statement-breakpoint
CREATE UNIQUE INDEX `billing_lines_one_period` ON `billing_lines` (`subscription_id`,`served_from`) WHERE "billing_lines"."kind" = 'period';--> statement-breakpoint
CREATE TABLE `billing_profile_roles` (
	`billing_profile_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`billing_profile_id`, `person_id`),
	FOREIGN KEY (`billing_profile_id`) REFERENCES `billing_profiles`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "billing_profile_roles_role" CHECK("billing_profile_roles"."role" in ('owner', 'contributor', 'invoice_manager', 'reader'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `billing_profile_roles_person` ON `billing_profile_roles` (`person_id`);--> statement-breakpoint
CREATE TABLE `billing_profiles` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`bill_to_name` text,
	`address_line1` text,
	`address_line2` text,
	`postal_code` text,
	`city` text,
	`region` text,
	`country` text NOT NULL,
	`contact_name` text,
	`contact_email` text,
	`contact_phone` text,
	`po_number` text,
	`vat_number` text,
	`currency` text NOT NULL,
	`time_zone` text NOT NULL,
	`document_locale` text NOT NULL,
	`settlement` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "billing_profiles_settlement" CHECK("billing_profiles"."settlement" in ('card', 'invoice')),
	CONSTRAINT "billing_profiles_bill_to" CHECK(length("billing_profiles"."bill_to_name") between 1 and 100),
	CONSTRAINT "billing_profiles_address" CHECK(length("billing_profiles"."address_line1") between 1 and 100 and length("billing_profiles"."address_line2") between 1 and 100 and length("billing_profiles"."postal_code") between 1 and 20 and length("billing_profiles"."city") between 1 and 80 and length("billing_profiles"."region") between 1 and 80 and length("billing_profiles"."country") = 2),
	CONSTRAINT "billing_profiles_contact" CHECK(length("billing_profiles"."contact_name") between 1 and 100 and length("billing_profiles"."contact_email") between 1 and 254 and "billing_profiles"."contact_email" = lower("billing_profiles"."contact_email") and "billing_profiles"."contact_phone" glob '+[1-9]*' and "billing_profiles"."contact_phone" not glob '+*[^0-9]*' and length("billing_profiles"."contact_phone") between 8 and 16),
	CONSTRAINT "billing_profiles_po" CHECK(length("billing_profiles"."po_number") between 1 and 50),
	CONSTRAINT "billing_profiles_vat" CHECK("billing_profiles"."vat_number" not glob '*[^0-9A-Z]*' and length("billing_profiles"."vat_number") between 4 and 20),
	CONSTRAINT "billing_profiles_version" CHECK("billing_profiles"."version" >= 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `billing_profiles_organization` ON `billing_profiles` (`organization_id`);--> statement-breakpoint
CREATE TABLE `cancellations` (
	`id` text PRIMARY KEY NOT NULL,
	`subscription_id` text NOT NULL,
	`person_id` text,
	`time` text NOT NULL,
	`ends_on` text NOT NULL,
	`cancelled_at` integer NOT NULL,
	`undone_at` integer,
	`superseded_at` integer,
	`reason` text,
	`comment` text,
	`explained_at` integer,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "cancellations_time" CHECK("cancellations"."time" in ('at_end', 'now')),
	CONSTRAINT "cancellations_ends" CHECK("cancellations"."ends_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "cancellations_closed_once" CHECK("cancellations"."undone_at" is null or "cancellations"."superseded_at" is null),
	CONSTRAINT "cancellations_reason" CHECK("cancellations"."reason" is null or "cancellations"."reason" in ('not_needed', 'too_expensive', 'missing_features', 'hard_to_use', 'technical_problems', 'poor_support', 'other_app', 'other')),
	CONSTRAINT "cancellations_comment" CHECK("cancellations"."comment" is null or length("cancellations"."comment") between 1 and 1000),
	CONSTRAINT "cancellations_explained" CHECK(("cancellations"."explained_at" is not null) = ("cancellations"."reason" is not null or "cancellations"."comment" is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cancellations_one_open` ON `cancellations` (`subscription_id`) WHERE "cancellations"."undone_at" is null and "cancellations"."superseded_at" is null;--> statement-breakpoint
CREATE TABLE `card_setups` (
	`key` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`billing_profile_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`session_id` text,
	`token` text,
	`brand` text,
	`last_four` text,
	`expiry_month` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`billing_profile_id`) REFERENCES `billing_profiles`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "card_setups_role" CHECK("card_setups"."role" in ('primary', 'backup')),
	CONSTRAINT "card_setups_card" CHECK(("card_setups"."brand" is null) = ("card_setups"."last_four" is null) and ("card_setups"."brand" is null) = ("card_setups"."expiry_month" is null)
        and ("card_setups"."brand" is null or ("card_setups"."last_four" glob '[0-9][0-9][0-9][0-9]' and "card_setups"."expiry_month" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]'))),
	CONSTRAINT "card_setups_token" CHECK(("card_setups"."token" is null) = ("card_setups"."brand" is null or "card_setups"."used_at" is not null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `card_setups_expires` ON `card_setups` (`expires_at`);--> statement-breakpoint
CREATE TABLE `charges` (
	`id` text PRIMARY KEY NOT NULL,
	`idempotency_key` text NOT NULL,
	`organization_id` text NOT NULL,
	`subscription_id` text NOT NULL,
	`document_id` text,
	`payment_method_id` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`outcome` text NOT NULL,
	`decline_code` text,
	`provider_reference` text,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`payment_method_id`) REFERENCES `payment_methods`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "charges_amount" CHECK("charges"."amount_minor" > 0),
	CONSTRAINT "charges_outcome" CHECK("charges"."outcome" in ('asked', 'succeeded', 'declined', 'needs_action', 'refunded', 'disputed')),
	CONSTRAINT "charges_answered" CHECK(("charges"."outcome" = 'asked') = ("charges"."answered_at" is null)),
	CONSTRAINT "charges_declined" CHECK(("charges"."outcome" in ('declined', 'needs_action')) = ("charges"."decline_code" is not null)),
	CONSTRAINT "charges_needs_action" CHECK("charges"."outcome" <> 'needs_action' or "charges"."provider_reference" is not null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `charges_idempotencyKey_unique` ON `charges` (`idempotency_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `charges_reference` ON `charges` (`provider_reference`) WHERE "charges"."provider_reference" is not null;--> statement-breakpoint
CREATE INDEX `charges_subscription` ON `charges` (`subscription_id`);--> statement-breakpoint
CREATE INDEX `charges_document` ON `charges` (`document_id`);--> statement-breakpoint
CREATE INDEX `charges_payment_method` ON `charges` (`payment_method_id`);--> statement-breakpoint
CREATE INDEX `charges_open` ON `charges` (`outcome`,`asked_at`);--> statement-breakpoint
CREATE TABLE `demo_clock` (
	`id` integer PRIMARY KEY NOT NULL,
	`ahead_ms` integer NOT NULL,
	CONSTRAINT "demo_clock_one_row" CHECK("demo_clock"."id" = 1),
	CONSTRAINT "demo_clock_ahead" CHECK("demo_clock"."ahead_ms" > 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `demo_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`locale` text NOT NULL,
	`sent_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `destinations` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`locale` text NOT NULL,
	`path` text NOT NULL,
	`anchor` text,
	`typed` text NOT NULL,
	`person_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "destinations_path" CHECK("destinations"."path" like '/%' and "destinations"."path" not like '//%'),
	CONSTRAINT "destinations_typed" CHECK(json_valid("destinations"."typed"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `destinations_expires` ON `destinations` (`expires_at`);--> statement-breakpoint
CREATE TABLE `document_numbers` (
	`kind` text NOT NULL,
	`year` integer NOT NULL,
	`last_number` integer NOT NULL,
	PRIMARY KEY(`kind`, `year`),
	CONSTRAINT "document_numbers_kind" CHECK("document_numbers"."kind" in ('invoice', 'credit_note')),
	CONSTRAINT "document_numbers_last" CHECK("document_numbers"."last_number" >= 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`billing_profile_id` text NOT NULL,
	`issued_on` text NOT NULL,
	`issued_at` integer NOT NULL,
	`currency` text NOT NULL,
	`net_minor` integer NOT NULL,
	`vat_minor` integer NOT NULL,
	`total_minor` integer NOT NULL,
	`due_on` text,
	`snapshot` text NOT NULL,
	`snapshot_hash` text NOT NULL,
	`charge_id` text,
	FOREIGN KEY (`billing_profile_id`) REFERENCES `billing_profiles`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`charge_id`) REFERENCES `charges`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "documents_kind" CHECK("documents"."kind" in ('invoice', 'credit_note')),
	CONSTRAINT "documents_issued" CHECK("documents"."issued_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "documents_due" CHECK(("documents"."kind" = 'invoice') = ("documents"."due_on" is not null) and ("documents"."due_on" is null or ("documents"."due_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' and "documents"."due_on" >= "documents"."issued_on"))),
	CONSTRAINT "documents_snapshot" CHECK(json_valid("documents"."snapshot") and length("documents"."snapshot_hash") = 64),
	CONSTRAINT "documents_total" CHECK("documents"."total_minor" = "documents"."net_minor" + "documents"."vat_minor" and "documents"."total_minor" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_number` ON `documents` (`kind`,`number`);--> statement-breakpoint
CREATE INDEX `documents_profile` ON `documents` (`billing_profile_id`);--> statement-breakpoint
CREATE TABLE `due_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`notice` text NOT NULL,
	`subject_id` text NOT NULL,
	`occasion_on` text NOT NULL,
	`recorded_at` integer NOT NULL,
	CONSTRAINT "due_notices_notice" CHECK("due_notices"."notice" in ('order_waiting', 'renewal', 'price_change', 'activation_reminder', 'activation_timeout', 'payment_failed', 'payment_reminder', 'payment_taken_back', 'paid_again', 'nonpayment', 'invoice_issued')),
	CONSTRAINT "due_notices_occasion" CHECK("due_notices"."occasion_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `due_notices_once` ON `due_notices` (`notice`,`subject_id`,`occasion_on`);--> statement-breakpoint
CREATE TABLE `guide_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`guide_id` text NOT NULL,
	`locale` text NOT NULL,
	`answer` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "guide_answers_answer" CHECK("guide_answers"."answer" in ('yes', 'no'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `guide_answers_guide` ON `guide_answers` (`guide_id`,`locale`);--> statement-breakpoint
CREATE TABLE `increases` (
	`id` text PRIMARY KEY NOT NULL,
	`subscription_id` text NOT NULL,
	`from_quantity` integer NOT NULL,
	`to_quantity` integer NOT NULL,
	`made_on` text NOT NULL,
	`made_at` integer NOT NULL,
	`period_start` text NOT NULL,
	`line_id` text,
	`taken_back_at` integer,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`line_id`) REFERENCES `billing_lines`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "increases_up" CHECK("increases"."to_quantity" > "increases"."from_quantity"),
	CONSTRAINT "increases_made" CHECK("increases"."made_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `increases_subscription` ON `increases` (`subscription_id`,`made_at`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`invited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "invitations_email_lower" CHECK("invitations"."email" = lower("invitations"."email")),
	CONSTRAINT "invitations_role" CHECK("invitations"."role" in ('owner', 'app_admin', 'member')),
	CONSTRAINT "invitations_token_hash" CHECK(length("invitations"."token_hash") = 64),
	CONSTRAINT "invitations_expires" CHECK("invitations"."expires_at" > "invitations"."created_at"),
	CONSTRAINT "invitations_one_end" CHECK("invitations"."accepted_at" is null or "invitations"."withdrawn_at" is null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_tokenHash_unique` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_one_open` ON `invitations` (`organization_id`,`email`) WHERE "invitations"."accepted_at" is null and "invitations"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX `invitations_email` ON `invitations` (`email`);--> statement-breakpoint
CREATE TABLE `invoice_recipients` (
	`billing_profile_id` text NOT NULL,
	`email` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`billing_profile_id`, `email`),
	FOREIGN KEY (`billing_profile_id`) REFERENCES `billing_profiles`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `logins` (
	`provider` text NOT NULL,
	`provider_account_id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`provider`, `provider_account_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `logins_person` ON `logins` (`person_id`);--> statement-breakpoint
CREATE TABLE `magic_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`destination_hash` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`consumed_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `magic_links_email` ON `magic_links` (`email`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`organization_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `person_id`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "memberships_role" CHECK("memberships"."role" in ('owner', 'app_admin', 'member'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_one_organization` ON `memberships` (`person_id`);--> statement-breakpoint
CREATE TABLE `notification_choices` (
	`person_id` text NOT NULL,
	`billing_profile_id` text NOT NULL,
	`kind` text NOT NULL,
	`is_wanted` integer NOT NULL,
	`chosen_at` integer NOT NULL,
	PRIMARY KEY(`billing_profile_id`, `kind`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`billing_profile_id`) REFERENCES `billing_profiles`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "notification_choices_kind" CHECK("notification_choices"."kind" in ('orders', 'renewals', 'price_changes', 'activation', 'invoices', 'receipts_of_others')),
	CONSTRAINT "notification_choices_wanted" CHECK("notification_choices"."is_wanted" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `notification_choices_person` ON `notification_choices` (`person_id`);--> statement-breakpoint
CREATE TABLE `offer_countries` (
	`offer_id` text NOT NULL,
	`country` text NOT NULL,
	PRIMARY KEY(`offer_id`, `country`),
	FOREIGN KEY (`offer_id`) REFERENCES `offers`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "offer_countries_country" CHECK("offer_countries"."country" glob '[A-Z][A-Z]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `offer_texts` (
	`offer_id` text NOT NULL,
	`locale` text NOT NULL,
	`summary` text NOT NULL,
	PRIMARY KEY(`offer_id`, `locale`),
	FOREIGN KEY (`offer_id`) REFERENCES `offers`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `offers` (
	`id` text PRIMARY KEY NOT NULL,
	`publisher_id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`publisher_id`) REFERENCES `publishers`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`organization_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`quantity` integer,
	`unit_amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`sender_name` text NOT NULL,
	`sender_email` text,
	`terms` text,
	`terms_locale` text,
	`valid_through` text NOT NULL,
	`created_at` integer NOT NULL,
	`accepted_at` integer,
	`declined_at` integer,
	`withdrawn_at` integer,
	`closed_by` text,
	`decline_reason` text,
	`decline_comment` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`closed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "orders_channel" CHECK("orders"."channel" in ('partner', 'proposal')),
	CONSTRAINT "orders_quantity" CHECK("orders"."quantity" is null or ("orders"."quantity" between 1 and 1000000)),
	CONSTRAINT "orders_amount" CHECK("orders"."unit_amount_minor" >= 0),
	CONSTRAINT "orders_currency" CHECK(length("orders"."currency") = 3),
	CONSTRAINT "orders_sender" CHECK(length("orders"."sender_name") between 1 and 100 and length("orders"."sender_email") between 1 and 254),
	CONSTRAINT "orders_terms" CHECK(("orders"."terms" is null) = ("orders"."terms_locale" is null) and length("orders"."terms") between 1 and 2000),
	CONSTRAINT "orders_valid" CHECK("orders"."valid_through" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "orders_one_end" CHECK(("orders"."accepted_at" is not null) + ("orders"."declined_at" is not null) + ("orders"."withdrawn_at" is not null) <= 1),
	CONSTRAINT "orders_closed" CHECK(("orders"."closed_by" is null) = ("orders"."accepted_at" is null and "orders"."declined_at" is null)),
	CONSTRAINT "orders_declined" CHECK(("orders"."declined_at" is null) = ("orders"."decline_reason" is null) and ("orders"."decline_reason" is null or "orders"."decline_reason" in ('not_expected', 'not_needed', 'too_expensive', 'wrong_terms', 'other_app', 'other'))),
	CONSTRAINT "orders_comment" CHECK("orders"."decline_comment" is null or ("orders"."declined_at" is not null and length("orders"."decline_comment") between 1 and 1000)),
	CONSTRAINT "orders_version" CHECK("orders"."version" >= 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `orders_organization` ON `orders` (`organization_id`);--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`country` text NOT NULL,
	`locale` text NOT NULL,
	`time_zone` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "organizations_country" CHECK(length("organizations"."country") = 2)
) STRICT;
--> statement-breakpoint
CREATE TABLE `outbox_events` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`delivered_at` integer,
	CONSTRAINT "outbox_events_kind" CHECK("outbox_events"."kind" in ('receipt_mail', 'magic_link_mail', 'invitation_mail', 'member_mail', 'profile_role_mail', 'card_refund', 'card_detach', 'setup_close', 'charge_retry', 'notice', 'notice_mail')),
	CONSTRAINT "outbox_events_payload" CHECK(json_valid("outbox_events"."payload"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_events_due` ON `outbox_events` (`due_at`) WHERE "outbox_events"."delivered_at" is null;--> statement-breakpoint
CREATE INDEX `outbox_events_due_of_kind` ON `outbox_events` (`kind`,`due_at`) WHERE "outbox_events"."delivered_at" is null;--> statement-breakpoint
CREATE TABLE `passkey_challenges` (
	`challenge_hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`person_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "passkey_challenges_purpose" CHECK("passkey_challenges"."purpose" in ('add', 'sign_in', 'again')),
	CONSTRAINT "passkey_challenges_person" CHECK(("passkey_challenges"."purpose" = 'sign_in') = ("passkey_challenges"."person_id" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `passkey_challenges_expires` ON `passkey_challenges` (`expires_at`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`credential_id` text NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "passkeys_name" CHECK(length("passkeys"."name") between 1 and 60),
	CONSTRAINT "passkeys_counter" CHECK("passkeys"."counter" >= 0),
	CONSTRAINT "passkeys_transports" CHECK(json_valid("passkeys"."transports"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `passkeys_credentialId_unique` ON `passkeys` (`credential_id`);--> statement-breakpoint
CREATE INDEX `passkeys_person` ON `passkeys` (`person_id`);--> statement-breakpoint
CREATE TABLE `payment_allocations` (
	`payment_id` text NOT NULL,
	`document_id` text NOT NULL,
	`amount_minor` integer NOT NULL,
	PRIMARY KEY(`payment_id`, `document_id`),
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "payment_allocations_amount" CHECK("payment_allocations"."amount_minor" > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `payment_allocations_document` ON `payment_allocations` (`document_id`);--> statement-breakpoint
CREATE TABLE `payment_methods` (
	`id` text PRIMARY KEY NOT NULL,
	`billing_profile_id` text NOT NULL,
	`role` text NOT NULL,
	`kind` text NOT NULL,
	`token` text,
	`brand` text,
	`last_four` text,
	`expiry_month` text,
	`created_at` integer NOT NULL,
	`replaced_at` integer,
	FOREIGN KEY (`billing_profile_id`) REFERENCES `billing_profiles`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "payment_methods_role" CHECK("payment_methods"."role" in ('primary', 'backup')),
	CONSTRAINT "payment_methods_card" CHECK(case "payment_methods"."kind" when 'card' then ("payment_methods"."token" is not null or "payment_methods"."replaced_at" is not null) and "payment_methods"."brand" is not null
        and "payment_methods"."last_four" is not null and "payment_methods"."expiry_month" is not null and "payment_methods"."last_four" glob '[0-9][0-9][0-9][0-9]' and "payment_methods"."expiry_month" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]'
        when 'bank_transfer' then "payment_methods"."role" = 'primary' and "payment_methods"."token" is null and "payment_methods"."last_four" is null else 0 end)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_methods_one_in_use` ON `payment_methods` (`billing_profile_id`,`role`) WHERE "payment_methods"."replaced_at" is null;--> statement-breakpoint
CREATE INDEX `payment_methods_profile` ON `payment_methods` (`billing_profile_id`);--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`billing_profile_id` text NOT NULL,
	`kind` text NOT NULL,
	`charge_id` text,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`received_on` text NOT NULL,
	`reference` text,
	`person_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`billing_profile_id`) REFERENCES `billing_profiles`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`charge_id`) REFERENCES `charges`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "payments_kind" CHECK("payments"."kind" in ('card', 'bank_transfer', 'credit')),
	CONSTRAINT "payments_card" CHECK(("payments"."kind" = 'card') = ("payments"."charge_id" is not null)),
	CONSTRAINT "payments_amount" CHECK("payments"."amount_minor" > 0),
	CONSTRAINT "payments_received" CHECK("payments"."received_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_chargeId_unique` ON `payments` (`charge_id`);--> statement-breakpoint
CREATE INDEX `payments_profile` ON `payments` (`billing_profile_id`,`kind`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified_at` integer,
	`locale` text,
	`time_zone` text,
	`created_at` integer NOT NULL,
	CONSTRAINT "people_email" CHECK("people"."email" = lower("people"."email")),
	CONSTRAINT "people_name" CHECK(length("people"."name") between 1 and 200)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_unique` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `plan_prices` (
	`plan_id` text NOT NULL,
	`currency` text NOT NULL,
	`unit_amount_minor` integer NOT NULL,
	PRIMARY KEY(`plan_id`, `currency`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "plan_prices_amount" CHECK("plan_prices"."unit_amount_minor" >= 0),
	CONSTRAINT "plan_prices_currency" CHECK(length("plan_prices"."currency") = 3)
) STRICT;
--> statement-breakpoint
CREATE TABLE `planned_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`subscription_id` text NOT NULL,
	`quantity` integer,
	`plan_id` text,
	`unit_amount_minor` integer,
	`effective_on` text NOT NULL,
	`person_id` text NOT NULL,
	`planned_at` integer NOT NULL,
	`removed_at` integer,
	`applied_at` integer,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "planned_changes_quantity" CHECK("planned_changes"."quantity" >= 1 or ("planned_changes"."quantity" is null and "planned_changes"."plan_id" is not null)),
	CONSTRAINT "planned_changes_plan" CHECK(("planned_changes"."plan_id" is null) = ("planned_changes"."unit_amount_minor" is null) and ("planned_changes"."unit_amount_minor" is null or "planned_changes"."unit_amount_minor" >= 0)),
	CONSTRAINT "planned_changes_effective" CHECK("planned_changes"."effective_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "planned_changes_closed_once" CHECK("planned_changes"."removed_at" is null or "planned_changes"."applied_at" is null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `planned_changes_one_open` ON `planned_changes` (`subscription_id`) WHERE "planned_changes"."removed_at" is null and "planned_changes"."applied_at" is null;--> statement-breakpoint
CREATE TABLE `plans` (
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
	CONSTRAINT "plans_pricing" CHECK("plans"."pricing" in ('flat', 'per_license')),
	CONSTRAINT "plans_term" CHECK("plans"."term" in ('P1M', 'P1Y')),
	CONSTRAINT "plans_renews" CHECK("plans"."renews" in (0, 1)),
	CONSTRAINT "plans_decrease" CHECK("plans"."decrease_policy" in ('at_renewal', 'immediate', 'never')),
	CONSTRAINT "plans_range" CHECK(case "plans"."pricing" when 'flat' then "plans"."min_quantity" is null and "plans"."max_quantity" is null
        else "plans"."min_quantity" is not null and "plans"."max_quantity" is not null and "plans"."min_quantity" >= 1
          and "plans"."max_quantity" >= "plans"."min_quantity" end)
) STRICT;
--> statement-breakpoint
CREATE TABLE `previews` (
	`key` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`person_id` text NOT NULL,
	`task` text NOT NULL,
	`subject_id` text NOT NULL,
	`input_hash` text NOT NULL,
	`wish` text NOT NULL,
	`shown` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "previews_task" CHECK("previews"."task" in ('change-license-quantity', 'cancel-subscription', 'buy-again', 'get-apps', 'replace-payment-method', 'change-billing-profile', 'pay-invoice', 'change-plan')),
	CONSTRAINT "previews_wish" CHECK(json_valid("previews"."wish"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `previews_subject` ON `previews` (`subject_id`);--> statement-breakpoint
CREATE TABLE `provider_errands` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "provider_errands_purpose" CHECK("provider_errands"."purpose" in ('again', 'link'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `provider_errands_expires` ON `provider_errands` (`expires_at`);--> statement-breakpoint
CREATE TABLE `publisher_access_tokens` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`secret_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`secret_id`) REFERENCES `publisher_secrets`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "publisher_access_tokens_hour" CHECK("publisher_access_tokens"."expires_at" - "publisher_access_tokens"."created_at" between 1 and 3600000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `publisher_access_tokens_secret` ON `publisher_access_tokens` (`secret_id`);--> statement-breakpoint
CREATE TABLE `publisher_clients` (
	`id` text PRIMARY KEY NOT NULL,
	`publisher_id` text NOT NULL,
	`tenant_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`publisher_id`) REFERENCES `publishers`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `publisher_clients_publisherId_unique` ON `publisher_clients` (`publisher_id`);--> statement-breakpoint
CREATE TABLE `publisher_secrets` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`slot` integer NOT NULL,
	`secret_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`client_id`) REFERENCES `publisher_clients`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "publisher_secrets_slot" CHECK("publisher_secrets"."slot" in (1, 2)),
	CONSTRAINT "publisher_secrets_hash" CHECK(length("publisher_secrets"."secret_hash") = 64)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `publisher_secrets_secretHash_unique` ON `publisher_secrets` (`secret_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `publisher_secrets_two_active` ON `publisher_secrets` (`client_id`,`slot`) WHERE "publisher_secrets"."revoked_at" is null;--> statement-breakpoint
CREATE TABLE `publishers` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`address_line1` text,
	`address_line2` text,
	`postal_code` text,
	`city` text,
	`region` text,
	`country` text,
	`landing_url` text NOT NULL,
	`support_url` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "publishers_landing_url" CHECK(("publishers"."landing_url" like 'https://_%' or "publishers"."landing_url" glob 'http://localhost[:/]*'
        or "publishers"."landing_url" glob 'http://127.0.0.1[:/]*') and instr("publishers"."landing_url", '#') = 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `purchase_tokens` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`publisher_id` text NOT NULL,
	`subscription_id` text NOT NULL,
	`person_id` text NOT NULL,
	`intent` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`resolved_at` integer,
	`voided_at` integer,
	FOREIGN KEY (`publisher_id`) REFERENCES `publishers`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "purchase_tokens_intent" CHECK("purchase_tokens"."intent" in ('activate', 'manage', 'assign_licenses')),
	CONSTRAINT "purchase_tokens_hash" CHECK(length("purchase_tokens"."token_hash") = 64),
	CONSTRAINT "purchase_tokens_expires" CHECK("purchase_tokens"."expires_at" > "purchase_tokens"."created_at")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `purchase_tokens_newest` ON `purchase_tokens` (`subscription_id`) WHERE "purchase_tokens"."voided_at" is null;--> statement-breakpoint
CREATE TABLE `receipts` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`key` text NOT NULL,
	`input_hash` text NOT NULL,
	`organization_id` text NOT NULL,
	`subscription_id` text,
	`billing_profile_id` text,
	`person_id` text NOT NULL,
	`act` text NOT NULL,
	`facts` text NOT NULL,
	`document_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`billing_profile_id`) REFERENCES `billing_profiles`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "receipts_act" CHECK("receipts"."act" in ('increase', 'decrease', 'take_back', 'remove_planned_change', 'decrease_now', 'replace_payment_method', 'use_backup_method', 'remove_backup_method', 'invite_member', 'withdraw_invitation', 'change_member_role', 'remove_member', 'cancel_at_end', 'cancel_now', 'cancel_before_activation', 'undo_cancel', 'buy_again', 'purchase', 'accept_order', 'decline_order', 'change_billing_profile', 'change_plan', 'change_plan_at_renewal', 'keep_plan', 'edit_billing_profile', 'grant_profile_role', 'change_profile_role', 'remove_profile_role', 'pay_invoice')),
	CONSTRAINT "receipts_facts" CHECK(json_valid("receipts"."facts"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_reference_unique` ON `receipts` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_key_unique` ON `receipts` (`key`);--> statement-breakpoint
CREATE INDEX `receipts_organization` ON `receipts` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `search_misses` (
	`locale` text NOT NULL,
	`wording` text NOT NULL,
	`count` integer NOT NULL,
	`last_on` text NOT NULL,
	PRIMARY KEY(`locale`, `wording`),
	CONSTRAINT "search_misses_wording" CHECK(length("search_misses"."wording") between 1 and 60),
	CONSTRAINT "search_misses_count" CHECK("search_misses"."count" >= 1),
	CONSTRAINT "search_misses_last" CHECK("search_misses"."last_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `search_misses_last_on` ON `search_misses` (`last_on`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`authenticated_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "sessions_user_agent" CHECK("sessions"."user_agent" is null or length("sessions"."user_agent") <= 400)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_id_unique` ON `sessions` (`id`);--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `staff_roles` (
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `role`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "staff_roles_role" CHECK("staff_roles"."role" in ('agent', 'lead', 'biller', 'language_owner'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`fulfilment_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`billing_profile_id` text NOT NULL,
	`channel` text NOT NULL,
	`state` text NOT NULL,
	`disabled_reason` text,
	`quantity` integer,
	`assigned_quantity` integer DEFAULT 0 NOT NULL,
	`unit_amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`policy_version` text NOT NULL,
	`purchased_at` integer NOT NULL,
	`activate_by` text,
	`anchor_on` text,
	`period_start` text,
	`period_end` text,
	`pay_by` text,
	`data_kept_until` text,
	`replaces_id` text,
	`order_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`billing_profile_id`) REFERENCES `billing_profiles`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`replaces_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "subscriptions_data_kept" CHECK("subscriptions"."data_kept_until" is null or ("subscriptions"."state" = 'disabled' and "subscriptions"."data_kept_until" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')),
	CONSTRAINT "subscriptions_replaces" CHECK("subscriptions"."replaces_id" is null or "subscriptions"."replaces_id" <> "subscriptions"."id"),
	CONSTRAINT "subscriptions_channel" CHECK("subscriptions"."channel" in ('direct', 'partner', 'proposal')),
	CONSTRAINT "subscriptions_order" CHECK(("subscriptions"."channel" = 'direct') = ("subscriptions"."order_id" is null)),
	CONSTRAINT "subscriptions_state" CHECK("subscriptions"."state" in ('pending_activation', 'active', 'active_ending', 'past_due', 'past_due_ending', 'disabled')),
	CONSTRAINT "subscriptions_disabled" CHECK(("subscriptions"."state" = 'disabled') = ("subscriptions"."disabled_reason" is not null) and ("subscriptions"."disabled_reason" is null or "subscriptions"."disabled_reason" in ('activation_timeout', 'publisher_refused', 'publisher_cancelled', 'cancelled', 'nonpayment', 'expired'))),
	CONSTRAINT "subscriptions_quantity" CHECK("subscriptions"."quantity" is null or ("subscriptions"."quantity" between 1 and 1000000)),
	CONSTRAINT "subscriptions_assigned" CHECK("subscriptions"."assigned_quantity" >= 0 and "subscriptions"."assigned_quantity" <= coalesce("subscriptions"."quantity", "subscriptions"."assigned_quantity")),
	CONSTRAINT "subscriptions_amount" CHECK("subscriptions"."unit_amount_minor" >= 0),
	CONSTRAINT "subscriptions_period" CHECK(("subscriptions"."period_start" is null) = ("subscriptions"."period_end" is null) and ("subscriptions"."period_start" is null or ("subscriptions"."period_start" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' and "subscriptions"."period_end" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' and "subscriptions"."period_start" < "subscriptions"."period_end"))),
	CONSTRAINT "subscriptions_version" CHECK("subscriptions"."version" >= 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `subscriptions_fulfilmentId_unique` ON `subscriptions` (`fulfilment_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `subscriptions_orderId_unique` ON `subscriptions` (`order_id`);--> statement-breakpoint
CREATE INDEX `subscriptions_organization` ON `subscriptions` (`organization_id`);--> statement-breakpoint
CREATE INDEX `subscriptions_activate_by` ON `subscriptions` (`activate_by`,`id`) WHERE "subscriptions"."state" = 'pending_activation';--> statement-breakpoint
CREATE INDEX `subscriptions_pay_by` ON `subscriptions` (`state`,`pay_by`);--> statement-breakpoint
CREATE INDEX `subscriptions_period_end` ON `subscriptions` (`period_end`,`id`) WHERE "subscriptions"."state" in ('active', 'active_ending', 'past_due_ending');--> statement-breakpoint
CREATE UNIQUE INDEX `subscriptions_one_replacement` ON `subscriptions` (`replaces_id`) WHERE "subscriptions"."replaces_id" is not null and "subscriptions"."state" <> 'disabled';