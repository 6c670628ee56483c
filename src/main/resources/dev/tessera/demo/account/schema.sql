-- The login side's tables. Plain SQL, the same for H2 and PostgreSQL. Instants are milliseconds since 1970 UTC.
CREATE TABLE IF NOT EXISTS person (
    id VARCHAR(36) PRIMARY KEY,
    organisation VARCHAR(100) NOT NULL,
    user_name VARCHAR(254) NOT NULL UNIQUE,
    full_name VARCHAR(100) NOT NULL,
    role VARCHAR(20) NOT NULL,
    password_hash VARCHAR(200),
    must_change_password BOOLEAN NOT NULL
);
-- One-time links: only the SHA-256 of the token is kept.
CREATE TABLE IF NOT EXISTS ticket (
    token_hash VARCHAR(64) PRIMARY KEY,
    person_id VARCHAR(36) NOT NULL REFERENCES person (id),
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
-- The confirmed second factor. The UNIQUE is the guarantee that there is one.
CREATE TABLE IF NOT EXISTS factor (
    id VARCHAR(36) PRIMARY KEY,
    person_id VARCHAR(36) NOT NULL UNIQUE REFERENCES person (id),
    sealed_seed VARCHAR(200) NOT NULL,
    last_step BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    blocked_until BIGINT NOT NULL,
    confirmed_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS login_session (
    id_hash VARCHAR(64) PRIMARY KEY,
    person_id VARCHAR(36) NOT NULL REFERENCES person (id),
    stage VARCHAR(20) NOT NULL,
    expires_at BIGINT NOT NULL,
    idle_at BIGINT NOT NULL
);
-- A seed that is shown but not yet confirmed lives and dies with its session.
CREATE TABLE IF NOT EXISTS enrolment (
    session_hash VARCHAR(64) PRIMARY KEY REFERENCES login_session (id_hash) ON DELETE CASCADE,
    factor_id VARCHAR(36) NOT NULL,
    person_id VARCHAR(36) NOT NULL REFERENCES person (id),
    sealed_seed VARCHAR(200) NOT NULL,
    expires_at BIGINT NOT NULL
);
-- Wrong passwords, counted apart from wrong codes. The subject is a keyed hash of user name and address.
CREATE TABLE IF NOT EXISTS password_attempts (
    subject VARCHAR(64) PRIMARY KEY,
    attempts INTEGER NOT NULL,
    blocked_until BIGINT NOT NULL,
    touched_at BIGINT NOT NULL
);
