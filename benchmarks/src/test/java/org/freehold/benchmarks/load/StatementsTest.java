package org.freehold.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsTest {
  private static final String LOG =
      """
      freehold-load app 11 LOG:  execute <unnamed>: BEGIN
      freehold-load app 12 LOG:  execute <unnamed>: select 2
      freehold-load other 13 LOG:  execute S_1: select 1
      freehold-load app 11 LOG:  execute S_7: select a from b where c = $1 and d = $2
      	 and e = $10
      freehold-load app 11 DETAIL:  Parameters: $1 = 'it''s, $2 = ''x''', $2 = NULL, $10 = '7'
      freehold-load  14 LOG:  checkpoint starting: time
      freehold-load app 11 LOG:  execute S_2/C_3: COMMIT
      """;

  @Test
  void readsTheStatementsOfOneRoleSessionBySession() {
    assertThat(Statements.of("app", LOG))
        .containsExactly(
            "BEGIN",
            "select a from b where c = 'it''s, $2 = ''x''' and d = NULL \t and e = '7'",
            "COMMIT",
            "select 2");
  }

  @Test
  void makesIdsOfTheRequestAnewAndKeepsOlderOnes() {
    String old = "'00000000-03e7-7000-8000-000000000001'";
    String fresh = "'00000000-03e8-7000-8000-000000000002'";
    assertThat(
            Statements.script(
                List.of("insert into a values (" + old + ", " + fresh + ")", "select " + fresh),
                1000))
        .isEqualTo(
            """
            select gen_random_uuid() as id0 \\gset
            insert into a values (%s, :id0::uuid);
            select :id0::uuid;
            """
                .formatted(old));
  }

  @Test
  void takesLongValues() {
    String value = "'" + "a:''".repeat(20_000) + "'";
    String log = "freehold-load app 11 LOG:  execute S_1: select $1\n";
    String detail = "freehold-load app 11 DETAIL:  Parameters: $1 = " + value + "\n";
    assertThat(Statements.of("app", log + detail)).containsExactly("select " + value);
    assertThat(Statements.script(List.of("select " + value), 0)).startsWith("select U&'a\\003A''");
  }

  @Test
  void hidesColonsFromPgbench() {
    assertThat(Statements.script(List.of("select '12:30 \\', 'plain'::text"), 0))
        .isEqualTo("select U&'12\\003A30 \\\\', 'plain'::text;\n");
  }
}
