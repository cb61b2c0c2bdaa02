CREATE TABLE `staff_roles` (
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `role`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "staff_roles_role" CHECK("staff_roles"."role" in ('agent', 'lead', 'biller', 'language_owner'))
) STRICT;
