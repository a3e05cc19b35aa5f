package org.freehold.engine.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "-- nothing",
        "SELECT 1; SELECT 2",
        "SELECT 'it ends not",
        "SELECT $$ it ends not $x$",
        "SELECT /* it /* ends */ not",
        "SELECT U&'\\0041'",
        "SELECT E'a'\n'\\'' ; DROP TABLE t; -- '",
        "SELECT 'a' 'b'",
        "SET ROLE postgres",
        "SET SESSION AUTHORIZATION postgres",
        "RESET ROLE",
        "set search_path = public",
        "\"SELECT\" 1",
        "ALTER ROLE freehold SUPERUSER",
        "CREATE USER x",
        "DROP USER x",
        "ALTER SYSTEM SET fsync = off",
        "CREATE EXTENSION dblink",
        "CREATE DATABASE x",
        "ALTER DATABASE x SET a = 1",
        "CREATE EVENT TRIGGER t ON ddl_command_end EXECUTE FUNCTION f()",
        "CREATE SERVER s FOREIGN DATA WRAPPER w",
        "CREATE TEMP TABLE x (id int)",
        "CREATE LANGUAGE plperlu",
        "ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC",
        "GRANT ALL ON t TO public",
        "REVOKE ALL ON t FROM public",
        "COPY t TO PROGRAM 'sh'",
        "COPY t FROM '/etc/passwd'",
        "DO $$ BEGIN EXECUTE 'DROP SCHEMA x'; END $$",
        "CALL p()",
        "EXECUTE x",
        "LISTEN x",
        "NOTIFY x",
        "LOCK TABLE t",
        "EXPLAIN ANALYZE DELETE FROM t WHERE true",
        "DISCARD ALL",
        "LOAD 'x'",
        "ALTER TABLE t OWNER TO postgres",
        "ALTER TABLE t SET SCHEMA public",
        "ALTER TABLE public.t ADD COLUMN c int",
        "ALTER TABLE \"public\" . \"t\" ADD COLUMN c int",
        "DROP TABLE IF EXISTS other.t",
        "CREATE TABLE x (y int REFERENCES other.t)",
        "INSERT INTO t SELECT * FROM other.t",
        "SELECT * FROM a JOIN other.t ON true",
        "SELECT other.f(1)",
        "SELECT pg_terminate_backend(1)",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT pg_sleep(100)",
        "SELECT dblink('x', 'y')",
        "SELECT lo_import('/etc/passwd')",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; END",
        "REFRESH MATERIALIZED VIEW CONCURRENTLY v",
        "CREATE INDEX CONCURRENTLY ON t (a)",
        "DROP VIEW v CASCADE",
        "ALTER TABLE t DROP COLUMN c CASCADE"
      })
  void refuses(String sql) {
    assertThat(Statement.fault(sql)).as(sql).isPresent();
    assertThat(Statement.fault(sql).orElseThrow().detail()).endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE VIEW v AS SELECT a.x FROM t a JOIN u b ON a.id = b.id;",
        "SELECT 'BEGIN; COMMIT; other.t'",
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN NEW.a = 1; RETURN NEW; END $f$",
        "CREATE TRIGGER x BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()",
        "UPDATE t SET a = 1 WHERE extract(year FROM t.made) = 2026",
        "UPDATE t SET a = b.a FROM u b WHERE b.id = t.id",
        "DELETE FROM t WHERE id IS DISTINCT FROM t.other",
        "WITH x AS (UPDATE t SET a = 1 WHERE id = 2 RETURNING id) SELECT id FROM x",
        "INSERT INTO t VALUES (1) ON CONFLICT (id) DO UPDATE SET a = excluded.a",
        "CREATE TABLE c (id int REFERENCES t ON DELETE CASCADE)",
        "CREATE POLICY p ON t USING (a = 1)",
        "COMMENT ON TABLE t IS 'COPY; TRUNCATE'",
        "CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)",
        "DROP INDEX CONCURRENTLY IF EXISTS i",
        "ALTER SEQUENCE s RESTART WITH 5",
        "SELECT setval('s', 9)",
        "ALTER TABLE t ALTER COLUMN c SET DEFAULT 'a' -- why"
      })
  void takes(String sql) {
    assertThat(Statement.fault(sql)).as(sql).isEmpty();
  }

  @Test
  void knowsWhatRunsOutsideATransaction() {
    Statement build = Statement.read("CREATE UNIQUE INDEX CONCURRENTLY \"I;x\" ON t (a); ");
    assertThat(build.concurrently()).isTrue();
    assertThat(build.index()).isEqualTo("I;x");
    assertThat(build.sql()).isEqualTo("CREATE UNIQUE INDEX CONCURRENTLY \"I;x\" ON t (a)");
    assertThat(Statement.read("DROP INDEX CONCURRENTLY IF EXISTS i").index()).isEqualTo("i");
  }
}
