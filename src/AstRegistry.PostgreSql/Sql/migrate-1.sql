-- The namespace leads every key, so that a database that spreads its tables over machines can distribute them by it.
-- Names compare by their bytes: the order of a language may change with the operating system, and would break the indexes.

CREATE TABLE {schema}.head (
    ns text COLLATE "C" NOT NULL,
    rev bigint NOT NULL,
    current bigint NOT NULL,
    epoch bigint NOT NULL,
    compacted_rev bigint NOT NULL,
    hash bytea NOT NULL,
    change uuid NOT NULL,
    PRIMARY KEY (ns)
) WITH (fillfactor = 50);

COMMENT ON COLUMN {schema}.head.change IS 'Names the last change of the row, so that who made it can tell though the answer was lost.';

CREATE TABLE {schema}.version (
    ns text COLLATE "C" NOT NULL,
    rev bigint NOT NULL,
    parent bigint NOT NULL,
    at bigint NOT NULL,
    actor text NOT NULL,
    commit_id uuid NOT NULL,
    ops integer NOT NULL,
    codec smallint NOT NULL,
    size integer NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (ns, rev),
    CONSTRAINT version_commit_id_key UNIQUE (ns, commit_id)
);

COMMENT ON COLUMN {schema}.version.at IS 'Units of 100 ns since the year 1, in UTC: timestamptz would round them.';
COMMENT ON COLUMN {schema}.version.size IS 'The bytes of the change set, all chunks together.';

CREATE TABLE {schema}.changeset (
    ns text COLLATE "C" NOT NULL,
    rev bigint NOT NULL,
    chunk integer NOT NULL,
    data bytea NOT NULL,
    PRIMARY KEY (ns, rev, chunk)
);

CREATE TABLE {schema}.checkpoint (
    ns text COLLATE "C" NOT NULL,
    rev bigint NOT NULL,
    chunk integer NOT NULL,
    data bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (ns, rev, chunk)
);

COMMENT ON COLUMN {schema}.checkpoint.hash IS 'SHA-256 over the data of all chunks.';

CREATE TABLE {schema}.ack (
    ns text COLLATE "C" NOT NULL,
    participant text COLLATE "C" NOT NULL,
    rev bigint NOT NULL,
    PRIMARY KEY (ns, participant)
);
