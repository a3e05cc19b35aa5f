package org.freehold.engine.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1; DROP TABLE t",
        "1 -- and the rest",
        "1 /* x */",
        "1) , (2",
        "(1",
        "[1)",
        "1, 2",
        "'open",
        "$1",
        "SELECT 1",
        "pg_sleep(10)",
        "other.f(1)",
        "(SELECT x FROM other.t)",
        "set_config('role', 'postgres', true)"
      })
  void refuses(String sql) {
    assertThat(Expression.fault(sql, true)).as(sql).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "'a;b -- c'",
        "now()",
        "$tag$ ; $tag$",
        "E'it\\'s; ok'",
        "a > 0 AND (b IS NULL OR b < 5)",
        "ARRAY[1, 2]",
        "'{\"a\": 1}'::jsonb",
        "coalesce(a, b, '')",
        "(SELECT c.name FROM customer c WHERE c.id = orders.customer)",
        "extract(year FROM t.made)"
      })
  void takes(String sql) {
    assertThat(Expression.fault(sql, true)).as(sql).isEmpty();
  }

  @Test
  void aDefaultHasNoSubquery() {
    assertThat(Expression.fault("(SELECT 1)", false)).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "now()|false",
        "'x'::varchar(3)|false",
        "CURRENT_TIMESTAMP|false",
        "lower('A')|false",
        "gen_random_uuid()|true",
        "clock_timestamp()|true",
        "nextval('s')|true",
        "my_function()|true"
      })
  void knowsWhatIsVolatile(String sql, boolean expected) {
    assertThat(Expression.isVolatile(sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VARCHAR(255)|character varying(255)",
        "int|integer",
        "decimal( 10 , 2 )|numeric(10,2)",
        "numeric(5)|numeric(5,0)",
        "timestamptz(3)|timestamp(3) with time zone",
        "timestamp with time zone|timestamp with time zone",
        "double  precision|double precision",
        "text[]|text[]",
        "char|character(1)",
        "bit varying(8)|bit varying(8)"
      })
  void writesTypesAsPostgresDoes(String text, String type) {
    assertThat(SqlType.parse(text).orElseThrow().text()).isEqualTo(type);
    assertThat(SqlType.parse(type).orElseThrow().text()).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int; DROP TABLE t",
        "text DEFAULT 1",
        "text COLLATE \"C\"",
        "varchar(0)",
        "varchar(x)",
        "varchar(1)(2)",
        "numeric(2,5)",
        "int(3)",
        "regclass",
        "other.mytype",
        "text[][]",
        "text)",
        ""
      })
  void refusesTypes(String text) {
    assertThat(SqlType.parse(text)).as(text).isEmpty();
  }

  @Test
  void oneConditionHasOneCanonicalText() {
    String first =
        "CHECK (((kind)::text = ANY ((ARRAY['a b'::character varying, 'c'::character varying])::text[])))";
    String second =
        "CHECK (((kind)::text = ANY (ARRAY[('a b'::character varying)::text, ('c'::character varying)::text])))";
    assertThat(CanonicalExpression.of(first)).isEqualTo(CanonicalExpression.of(second));
    assertThat(CanonicalExpression.of("(a OR b) AND c"))
        .isNotEqualTo(CanonicalExpression.of("a OR (b AND c)"));
    assertThat(CanonicalExpression.of("'x::text'")).isEqualTo("'x::text'");
    assertThat(CanonicalExpression.of("lower(a)")).isNotEqualTo(CanonicalExpression.of("lower a"));
  }
}
