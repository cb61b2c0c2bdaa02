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
--> statement-breakpoint
CREATE TRIGGER `audit_heads_no_update` BEFORE UPDATE ON `audit_heads`
BEGIN
	SELECT RAISE(ABORT, 'audit_heads is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_heads_no_delete` BEFORE DELETE ON `audit_heads`
BEGIN
	SELECT RAISE(ABORT, 'audit_heads is append-only');
END;
--> statement-breakpoint
-- INSERT OR REPLACE deletes without firing a delete trigger
CREATE TRIGGER `audit_heads_no_replace` BEFORE INSERT ON `audit_heads`
WHEN EXISTS (
	SELECT 1 FROM `audit_heads`
	WHERE `organization_id` = NEW.`organization_id` AND `signed_on` = NEW.`signed_on`
)
BEGIN
	SELECT RAISE(ABORT, 'audit_heads is append-only');
END;

--> statement-breakpoint
-- What was issued stays as it was. What pays it may be filled in later, so charge_id is left out.
CREATE TRIGGER `documents_no_update` BEFORE UPDATE OF
	`id`, `kind`, `number`, `billing_profile_id`, `issued_on`, `issued_at`, `currency`, `net_minor`, `vat_minor`,
	`total_minor`, `due_on`, `snapshot`, `snapshot_hash`
ON `documents`
BEGIN
	SELECT RAISE(ABORT, 'documents are never changed after issue');
END;
--> statement-breakpoint
CREATE TRIGGER `documents_no_delete` BEFORE DELETE ON `documents`
BEGIN
	SELECT RAISE(ABORT, 'documents are never changed after issue');
END;
--> statement-breakpoint
-- INSERT OR REPLACE deletes without firing a delete trigger
CREATE TRIGGER `documents_no_replace` BEFORE INSERT ON `documents`
WHEN EXISTS (
	SELECT 1 FROM `documents`
	WHERE `id` = NEW.`id` OR (`kind` = NEW.`kind` AND `number` = NEW.`number`)
)
BEGIN
	SELECT RAISE(ABORT, 'documents are never changed after issue');
END;
