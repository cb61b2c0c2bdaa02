CREATE TRIGGER `audit_entries_no_update` BEFORE UPDATE ON `audit_entries`
BEGIN
	SELECT RAISE(ABORT, 'audit_entries is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_no_delete` BEFORE DELETE ON `audit_entries`
BEGIN
	SELECT RAISE(ABORT, 'audit_entries is append-only');
END;
--> statement-breakpoint
-- INSERT OR REPLACE deletes without firing a delete trigger
CREATE TRIGGER `audit_entries_no_replace` BEFORE INSERT ON `audit_entries`
WHEN EXISTS (
	SELECT 1 FROM `audit_entries`
	WHERE `id` = NEW.`id` OR (`organization_id` = NEW.`organization_id` AND `sequence` = NEW.`sequence`)
)
BEGIN
	SELECT RAISE(ABORT, 'audit_entries is append-only');
END;
