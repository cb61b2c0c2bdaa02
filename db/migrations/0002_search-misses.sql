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
CREATE INDEX `search_misses_last_on` ON `search_misses` (`last_on`);