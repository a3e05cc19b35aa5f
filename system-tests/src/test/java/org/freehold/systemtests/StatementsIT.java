package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How many queries a request costs; the counter is the server's own. */
@Alone
class StatementsIT {
  private static final Pattern COUNTER =
      Pattern.compile("(?m)^freehold_sql_queries_total ([0-9.E]+)$");
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final long LIST = 3;
  private static final long GET = 4;

  /**
   * The change, its audit event, its message with its place in the queue, and what the message's
   * own work asks, which begins as soon as it is committed. On a busy machine that looks for more
   * in vain, so the least is what counts.
   */
  private static final long POST = 8;

  private static final long DECISION = 2;
  private static final long OVERVIEW = 8;
  private static final int TIMES = 5;
  private static final int LEAST = 10;
  private static final int MOST = 50;
  private static TestTenant many;
  private static TestTenant one;

  @BeforeAll
  static void makeFiftyProjectsAndOne() {
    many = Fixtures.tenant();
    one = Fixtures.tenant();
    for (int i = 0; i < 50; i++) {
      many.project("visibility", "public");
    }
    one.project("visibility", "public");
  }

  @Test
  void aPageOfFiftyCostsAsManyAsAPageOfOne() {
    for (String role : new String[] {"tenant_admin", "viewer"}) {
      long ofOne = cost(() -> one.as(role).get("/api/projects?limit=50").is(200));
      long ofFifty = cost(() -> many.as(role).get("/api/projects?limit=50").is(200));
      assertThat(ofFifty).as(role).isEqualTo(ofOne).isEqualTo(LIST);
    }
  }

  @Test
  void oneProjectCostsAFew() {
    String id = many.project("visibility", "public");
    assertThat(cost(() -> many.as("viewer").get("/api/projects/" + id).is(200))).isEqualTo(GET);
  }

  @Test
  void aNewProjectCostsAFewMoreWithAllThatItsMessageCosts() throws SQLException {
    long reading = least(() -> {});
    try (Connection superuser = Database.asAdministrator()) {
      Await.until(
          SOON,
          () -> once(() -> makeProjectAndSpreadItsMessage(superuser)) - reading,
          cost -> cost == POST);
    }
  }

  private static void makeProjectAndSpreadItsMessage(Connection superuser) {
    one.api().post("/api/projects", Body.of("name", "P")).is(201);
    Await.until(SOON, () -> waiting(superuser), List::isEmpty);
  }

  private static List<String> waiting(Connection superuser) {
    String queued = "select subject_id from control.delivery_due where tenant_id = '%s'";
    try {
      return Database.texts(superuser, queued.formatted(one.id()));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Who the key is and what it may do is known a moment after it was used. */
  @Test
  void aWarmRequestWithAKeyAsksNothingToKnowWhatItMayDo() {
    Api key = one.withKey("projects:read", "users:read");
    assertThat(cost(() -> key.get("/api/whoami").is(200))).isZero();
    assertThat(cost(() -> key.get("/api/files").isProblem(403, "permission_required")))
        .isLessThan(LIST);
  }

  @Test
  void aRequestWithAKeyCostsNoMoreThanOneWithAToken() {
    Api person = one.as("viewer");
    Api key = one.withKey("projects:read", "users:read");
    for (String path : new String[] {"/api/whoami", "/api/projects?limit=50"}) {
      long ofThePerson = cost(() -> person.get(path).is(200));
      assertThat(cost(() -> key.get(path).is(200))).as(path).isLessThan(ofThePerson);
    }
  }

  /** For the tenant on the connection, and what is stored of things; people are in memory. */
  @Test
  void aDecisionCostsTwoHoweverManyThereAre() {
    new AuthZen(one.api()).type("ledger", "read");
    Api key = one.withKey("policies:read");
    String question =
        "\"subject\":{\"type\":\"user\",\"id\":\"%s\"},\"action\":{\"name\":\"read\"}"
            .formatted(one.owner().email());
    String about = "{\"resource\":{\"type\":\"ledger\",\"id\":\"l-1\"}}";
    String single = "{" + question + "," + about.substring(1);
    String many =
        "{%s,\"evaluations\":[%s]}"
            .formatted(question, String.join(",", Collections.nCopies(50, about)));
    assertThat(cost(() -> key.post("/access/v1/evaluation", single).is(200))).isEqualTo(DECISION);
    assertThat(cost(() -> key.post("/access/v1/evaluations", many).is(200))).isEqualTo(DECISION);
    assertThat(key.post("/access/v1/evaluation", single).json().getBoolean("decision")).isTrue();
  }

  @Test
  void aPageOfTheTrailCostsAsManyHoweverLongItIs() {
    long shortPage = cost(() -> many.api().get("/api/audit-logs?limit=1").is(200));
    assertThat(cost(() -> many.api().get("/api/audit-logs?limit=50").is(200))).isEqualTo(shortPage);
  }

  @Test
  void theFiguresCostAsManyHoweverMuchThereIs() {
    for (String role : new String[] {"tenant_admin", "manager"}) {
      assertThat(cost(() -> one.as(role).get("/api/overview").is(200))).isEqualTo(OVERVIEW);
      assertThat(cost(() -> many.as(role).get("/api/overview").is(200))).isEqualTo(OVERVIEW);
    }
  }

  /**
   * The least of several measurements, seen several times: housekeeping and other tests ask
   * questions of their own in between. Reading the counter costs statements too.
   */
  static long cost(Runnable request) {
    request.run();
    return least(request) - least(() -> {});
  }

  private static long least(Runnable request) {
    long least = Long.MAX_VALUE;
    int seen = 0;
    for (int i = 0; i < LEAST || i < MOST && seen < TIMES; i++) {
      long cost = once(request);
      seen = cost < least ? 1 : seen + (cost == least ? 1 : 0);
      least = Math.min(least, cost);
    }
    return least;
  }

  private static long once(Runnable request) {
    long before = counter();
    request.run();
    return counter() - before;
  }

  private static long counter() {
    Matcher matcher = COUNTER.matcher(Fixtures.nobody().get("/api/metrics").is(200).text());
    assertThat(matcher.find()).isTrue();
    return (long) Double.parseDouble(matcher.group(1));
  }
}
