-- The login side's tables. Plain SQL, the same for H2 and PostgreSQL. Instants are milliseconds since 1970 UTC.
-- One row, about the servers themselves: all of them have one key, of which this is no more than a fingerprint.
CREATE TABLE IF NOT EXISTS server (
    id INTEGER PRIMARY KEY,
    key_fingerprint VARCHAR(64) NOT NULL
);
-- The number of Access Admins stands in one row, so that two who are dismissed at once meet in it.
CREATE TABLE IF NOT EXISTS organisation (
    name VARCHAR(100) PRIMARY KEY,
    access_admins INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS person (
    id VARCHAR(36) PRIMARY KEY,
    organisation VARCHAR(100) NOT NULL REFERENCES organisation (name),
    user_name VARCHAR(254) NOT NULL UNIQUE,
    full_name VARCHAR(100) NOT NULL,
    is_admin BOOLEAN NOT NULL,
    is_access_admin BOOLEAN NOT NULL,
    is_support BOOLEAN NOT NULL,
    password_hash VARCHAR(200),
    must_change_password BOOLEAN NOT NULL,
    reset_pending BOOLEAN NOT NULL
);
-- One-time links, INVITATION or RESET: only the SHA-256 of the token is kept.
CREATE TABLE IF NOT EXISTS ticket (
    token_hash VARCHAR(64) PRIMARY KEY,
    kind VARCHAR(20) NOT NULL,
    person_id VARCHAR(36) NOT NULL REFERENCES person (id),
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
-- The confirmed second factor. The UNIQUE is the guarantee that there is one. Steps are of 30 seconds: the last whose
-- code counted, how far the window was moved, and how far the device was off at last.
CREATE TABLE IF NOT EXISTS factor (
    id VARCHAR(36) PRIMARY KEY,
    person_id VARCHAR(36) NOT NULL UNIQUE REFERENCES person (id),
    sealed_seed VARCHAR(200) NOT NULL,
    last_step BIGINT NOT NULL,
    drift BIGINT NOT NULL,
    seen_drift BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    blocked_until BIGINT NOT NULL,
    confirmed_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL
);
-- Steps whose codes log nobody in, because somebody was told that they are right at another time.
CREATE TABLE IF NOT EXISTS told_code (
    factor_id VARCHAR(36) NOT NULL REFERENCES factor (id) ON DELETE CASCADE ON UPDATE CASCADE,
    step BIGINT NOT NULL,
    PRIMARY KEY (factor_id, step)
);
-- Keyed hashes: the codes themselves are on paper alone.
CREATE TABLE IF NOT EXISTS recovery_code (
    person_id VARCHAR(36) NOT NULL REFERENCES person (id),
    code_hash VARCHAR(64) NOT NULL,
    made_at BIGINT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (person_id, code_hash)
);
CREATE TABLE IF NOT EXISTS login_session (
    id_hash VARCHAR(64) PRIMARY KEY,
    person_id VARCHAR(36) NOT NULL REFERENCES person (id),
    stage VARCHAR(20) NOT NULL,
    expires_at BIGINT NOT NULL,
    idle_at BIGINT NOT NULL,
    code_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS login_session_of_person ON login_session (person_id);
CREATE INDEX IF NOT EXISTS login_session_by_end ON login_session (expires_at);
-- A seed that is shown but not yet confirmed lives and dies with its session.
CREATE TABLE IF NOT EXISTS enrolment (
    session_hash VARCHAR(64) PRIMARY KEY REFERENCES login_session (id_hash) ON DELETE CASCADE ON UPDATE CASCADE,
    factor_id VARCHAR(36) NOT NULL,
    person_id VARCHAR(36) NOT NULL REFERENCES person (id),
    sealed_seed VARCHAR(200) NOT NULL,
    expires_at BIGINT NOT NULL
);
-- Who asked for a reset of whom, and what became of it. open_for is the person while nobody has decided: its UNIQUE is
-- the guarantee that one request is open at most.
CREATE TABLE IF NOT EXISTS reset_request (
    id VARCHAR(36) PRIMARY KEY,
    organisation VARCHAR(100) NOT NULL REFERENCES organisation (name),
    person_id VARCHAR(36) NOT NULL REFERENCES person (id),
    open_for VARCHAR(36) UNIQUE,
    asked_by VARCHAR(36) NOT NULL REFERENCES person (id),
    reason VARCHAR(500) NOT NULL,
    priority VARCHAR(20) NOT NULL,
    asked_at BIGINT NOT NULL,
    outcome VARCHAR(20) NOT NULL,
    decided_by VARCHAR(36) REFERENCES person (id),
    decided_at BIGINT
);
-- Wrong passwords, counted apart from wrong codes. The subject is a keyed hash of user name and address, or of the
-- address alone.
CREATE TABLE IF NOT EXISTS password_attempts (
    subject VARCHAR(64) PRIMARY KEY,
    attempts INTEGER NOT NULL,
    blocked_until BIGINT NOT NULL,
    touched_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS password_attempts_by_age ON password_attempts (touched_at);
-- Who did what, for the people themselves and for the Admins of their organisation. Nobody's name: people type
-- passwords into the field for the user name.
CREATE TABLE IF NOT EXISTS audit (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    happened_at BIGINT NOT NULL,
    event VARCHAR(40) NOT NULL,
    detail VARCHAR(100) NOT NULL,
    subject_id VARCHAR(36) REFERENCES person (id),
    actor_id VARCHAR(36) REFERENCES person (id),
    address VARCHAR(64) NOT NULL
);
CREATE INDEX IF NOT EXISTS audit_of_subject ON audit (subject_id);
