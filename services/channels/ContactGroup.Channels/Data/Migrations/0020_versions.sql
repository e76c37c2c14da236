-- The membership's own version when it last began: what was bound to an earlier membership counts for nothing in a later one.
ALTER TABLE memberships ADD COLUMN began BIGINT NOT NULL DEFAULT 0;

-- The group's version at which its posture last changed: with the version at which a channel opened, it says which state of a channel was told last.
ALTER TABLE contact_groups ADD COLUMN posture_version BIGINT NOT NULL DEFAULT 0;
UPDATE contact_groups SET posture_version = COALESCE(
    (SELECT MAX(p.version) FROM posture_changes p WHERE p.contact_group = contact_groups.contact_group), 0);
