-- SPDX-License-Identifier: MIT
-- CVSS, DREAD and risk in PostgreSQL; docs/databases.md describes each.
-- The Makefile installs this under the version of include/secrisk.h.  Once a
-- version was released, a change here needs a script from it to the next one.

\echo Use "CREATE EXTENSION secrisk" to load this file. \quit

-- ---- Texts ---------------------------------------------------------------

CREATE FUNCTION cvss_score(vector text) RETURNS numeric
  AS 'MODULE_PATHNAME', 'secrisk_pg_score'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION cvss_severity(vector text) RETURNS text
  AS 'MODULE_PATHNAME', 'secrisk_pg_severity'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION cvss_vector(vector text) RETURNS text
  AS 'MODULE_PATHNAME', 'secrisk_pg_vector'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION cvss_profile(vector text, profile text) RETURNS text
  AS 'MODULE_PATHNAME', 'secrisk_pg_profile'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION cvss_error(vector text) RETURNS text
  AS 'MODULE_PATHNAME', 'secrisk_pg_error'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION cvss_find(body text)
  RETURNS TABLE (vector text, byte integer, found text, score numeric,
                 severity text)
  AS 'MODULE_PATHNAME', 'secrisk_pg_find'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 2;

CREATE FUNCTION dread_score(rating text) RETURNS numeric
  AS 'MODULE_PATHNAME', 'secrisk_pg_dread_score'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION dread_level(rating text) RETURNS text
  AS 'MODULE_PATHNAME', 'secrisk_pg_dread_level'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION dread_error(rating text) RETURNS text
  AS 'MODULE_PATHNAME', 'secrisk_pg_dread_error'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION risk_action(vector text, policy text) RETURNS text
  AS 'MODULE_PATHNAME', 'secrisk_pg_action'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

-- ---- The type cvss -------------------------------------------------------

CREATE TYPE cvss;
CREATE FUNCTION cvss_in(cstring) RETURNS cvss
  AS 'MODULE_PATHNAME', 'secrisk_pg_in'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION cvss_out(cvss) RETURNS cstring
  AS 'MODULE_PATHNAME', 'secrisk_pg_out'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION cvss_recv(internal) RETURNS cvss
  AS 'MODULE_PATHNAME', 'secrisk_pg_recv'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION cvss_send(cvss) RETURNS bytea
  AS 'MODULE_PATHNAME', 'secrisk_pg_send'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE TYPE cvss (
  INPUT = cvss_in, OUTPUT = cvss_out, RECEIVE = cvss_recv, SEND = cvss_send,
  INTERNALLENGTH = 40, ALIGNMENT = char, STORAGE = plain
);

CREATE FUNCTION cvss_score(vector cvss) RETURNS numeric
  AS 'MODULE_PATHNAME', 'secrisk_pg_type_score'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION cvss_severity(vector cvss) RETURNS text
  AS 'MODULE_PATHNAME', 'secrisk_pg_type_severity'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

-- ---- Its order -----------------------------------------------------------

CREATE FUNCTION cvss_cmp(cvss, cvss) RETURNS integer
  AS 'MODULE_PATHNAME', 'secrisk_pg_cmp'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION cvss_hash(cvss) RETURNS integer
  AS 'MODULE_PATHNAME', 'secrisk_pg_hash'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION cvss_lt(cvss, cvss) RETURNS boolean
  AS 'MODULE_PATHNAME', 'secrisk_pg_lt'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION cvss_le(cvss, cvss) RETURNS boolean
  AS 'MODULE_PATHNAME', 'secrisk_pg_le'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION cvss_eq(cvss, cvss) RETURNS boolean
  AS 'MODULE_PATHNAME', 'secrisk_pg_eq'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION cvss_ne(cvss, cvss) RETURNS boolean
  AS 'MODULE_PATHNAME', 'secrisk_pg_ne'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION cvss_ge(cvss, cvss) RETURNS boolean
  AS 'MODULE_PATHNAME', 'secrisk_pg_ge'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION cvss_gt(cvss, cvss) RETURNS boolean
  AS 'MODULE_PATHNAME', 'secrisk_pg_gt'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE OPERATOR < (
  LEFTARG = cvss, RIGHTARG = cvss, FUNCTION = cvss_lt,
  COMMUTATOR = >, NEGATOR = >=, RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
CREATE OPERATOR <= (
  LEFTARG = cvss, RIGHTARG = cvss, FUNCTION = cvss_le,
  COMMUTATOR = >=, NEGATOR = >, RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
CREATE OPERATOR = (
  LEFTARG = cvss, RIGHTARG = cvss, FUNCTION = cvss_eq,
  COMMUTATOR = =, NEGATOR = <>, RESTRICT = eqsel, JOIN = eqjoinsel,
  HASHES, MERGES
);
CREATE OPERATOR <> (
  LEFTARG = cvss, RIGHTARG = cvss, FUNCTION = cvss_ne,
  COMMUTATOR = <>, NEGATOR = =, RESTRICT = neqsel, JOIN = neqjoinsel
);
CREATE OPERATOR >= (
  LEFTARG = cvss, RIGHTARG = cvss, FUNCTION = cvss_ge,
  COMMUTATOR = <=, NEGATOR = <, RESTRICT = scalargesel, JOIN = scalargejoinsel
);
CREATE OPERATOR > (
  LEFTARG = cvss, RIGHTARG = cvss, FUNCTION = cvss_gt,
  COMMUTATOR = <, NEGATOR = <=, RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);

CREATE OPERATOR CLASS cvss_ops DEFAULT FOR TYPE cvss USING btree AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
  FUNCTION 1 cvss_cmp(cvss, cvss);
CREATE OPERATOR CLASS cvss_ops DEFAULT FOR TYPE cvss USING hash AS
  OPERATOR 1 =, FUNCTION 1 cvss_hash(cvss);
