package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A delivery that arrives costs the indexes of its month nothing. */
@ExtendWith(ArquillianExtension.class)
class DeliveriesChangeInPlaceIT {
  private static final int MANY = 1000;

  private Connection superuser;

  @BeforeEach
  void begin() throws SQLException {
    superuser = Superuser.connect();
    superuser.setAutoCommit(false);
  }

  @AfterEach
  void asIfNothingHadBeen() throws SQLException {
    superuser.rollback();
    superuser.close();
  }

  @Test
  void mostOfThoseThatArriveStayInTheirPage() throws SQLException {
    assertThat(arrivedInPlace("now()")).isGreaterThan(MANY / 2);
  }

  /** The server makes months as they come. */
  @Test
  void soDoThoseOfAMonthThatIsMadeLater() throws SQLException {
    String moment = "now() + interval '11 months'";
    String month = text("select 'delivery_' || to_char(" + moment + ", 'YYYYMM')");
    text("drop table " + month + "; select ''");
    text("select renew_message_partitions(4000)");
    assertThat(arrivedInPlace(moment)).isGreaterThan(MANY / 2);
  }

  /**
   * How many of many: a page is filled to three fifths, which leaves room for two thirds of them.
   */
  private int arrivedInPlace(String moment) throws SQLException {
    text(
        ("insert into delivery (tenant_id, id, message_id, endpoint_id, type, status, created_at,"
                + " next_attempt_at) select gen_random_uuid(), overlay(gen_random_uuid()::text placing"
                + " left(first_uuid_of(%1$s)::text, 13) from 1)::uuid, gen_random_uuid(),"
                + " gen_random_uuid(), 'sample', 'pending', %1$s, now() from generate_series(1, %2$d);"
                + " update delivery set status = 'delivered', attempt_count = 1, next_attempt_at = null,"
                + " ended_at = now() where type = 'sample' and created_at = %1$s; select ''")
            .formatted(moment, MANY));
    return Integer.parseInt(
        text(
            "select sum(pg_stat_get_xact_tuples_hot_updated(inhrelid)) from pg_inherits"
                + " where inhparent = 'delivery'::regclass"));
  }

  /** The answer of the last of the statements. */
  private String text(String sql) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      boolean hasRows = statement.execute(sql);
      while (!hasRows) {
        hasRows = statement.getMoreResults();
      }
      try (ResultSet rows = statement.getResultSet()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}
