-- Version 1 of the tables. The namespace of a registry leads every key.
-- A checksum is a CRC-32C over all other columns of its row and, for versions and checkpoints, over the bytes that belong to it.

CREATE TABLE head (
    registry TEXT NOT NULL PRIMARY KEY,
    revision INTEGER NOT NULL,
    current INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    compacted INTEGER NOT NULL,
    hash BLOB NOT NULL,
    checksum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- "at" counts ticks of 100 ns in UTC, "zone" the minutes that the clock was ahead of UTC.
CREATE TABLE version (
    registry TEXT NOT NULL,
    revision INTEGER NOT NULL,
    parent INTEGER NOT NULL,
    at INTEGER NOT NULL,
    zone INTEGER NOT NULL,
    actor TEXT NOT NULL,
    commit_id BLOB NOT NULL,
    operations INTEGER NOT NULL,
    size INTEGER NOT NULL,
    hash BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (registry, revision)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX version_commit ON version (registry, commit_id);

-- With row ids, because a tree without them would read whole chunks to compare keys.
CREATE TABLE changeset (
    registry TEXT NOT NULL,
    revision INTEGER NOT NULL,
    chunk INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (registry, revision, chunk)
) STRICT;

-- Large checkpoints are written in several transactions. Chunks count once the row here names their attempt.
CREATE TABLE checkpoint (
    registry TEXT NOT NULL,
    revision INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    size INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (registry, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoint_chunk (
    registry TEXT NOT NULL,
    revision INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    chunk INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (registry, revision, attempt, chunk)
) STRICT;

CREATE TABLE ack (
    registry TEXT NOT NULL,
    participant TEXT NOT NULL,
    revision INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (registry, participant)
) STRICT, WITHOUT ROWID;
