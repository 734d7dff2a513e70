-- The head, and how many of the given versions are there exactly as given.
-- $1 ns  $2 commit ids  $3 revisions  $4 hashes
SELECT h.rev, h.current, h.epoch, h.compacted_rev, h.hash, (
    SELECT count(*)
    FROM unnest($2, $3, $4) AS w (commit_id, rev, hash)
    JOIN {schema}.version AS v ON v.ns = $1 AND v.commit_id = w.commit_id AND v.rev = w.rev AND v.hash = w.hash
)
FROM {schema}.head AS h
WHERE h.ns = $1
