package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * A portal is opened while it is being ended: nothing of it is left in any order of the two. One of
 * them is held by a lock of the test's own until the other waits for it.
 */
@Alone
class PortalRacesIT {
  private static final String LINKS = "/api/webhooks/portal-links";
  private static final String OPENING = "/api/webhooks/portal-sessions";
  private static final String ENDPOINTS = "/api/webhooks/endpoints";
  private static final String SECRETS = "control.api_key_secret";
  private static final Duration SOON = Duration.ofSeconds(20);

  private final TestTenant tenant = Fixtures.tenant();

  private static Api bearing(Answer link) {
    return Fixtures.nobody().bearing(URI.create(link.string("url")).getFragment());
  }

  private static Api visitor(Answer session) {
    return Fixtures.nobody().bearing(session.string("token"));
  }

  private Answer link() {
    return tenant.api().post(LINKS, "{}").is(201);
  }

  private Answer writingKey() {
    return tenant.apiKey("permissions", List.of("webhooks:read", "webhooks:write"));
  }

  @Test
  void anOpeningThatMeetsTheEndOfItsLinkIsRefused() throws SQLException {
    Answer link = link();
    Api visitor = bearing(link);
    Answer opening =
        meeting("delete from " + SECRETS + ofKey(link), () -> visitor.post(OPENING), looking());
    opening.isProblem(401, "portal_over");
    assertThat(rowsMadeWith(link)).isZero();
  }

  @Test
  void aLinkIsNotMadeWithAKeyThatIsBeingRevoked() throws SQLException {
    Answer key = writingKey();
    Api caller = Fixtures.nobody().bearing(key.string("key"));
    Answer making =
        meeting("delete from " + SECRETS + ofKey(key), () -> caller.post(LINKS, "{}"), looking());
    making.isProblem(401, "invalid_api_key");
    assertThat(rowsMadeWith(key)).isZero();
  }

  /** A node may believe for a second what a key was. */
  @Test
  void aLinkIsNotMadeWithAKeyThatIsBeingNarrowed() throws SQLException {
    Answer key = writingKey();
    Api caller = Fixtures.nobody().bearing(key.string("key"));
    Answer making =
        meeting(
            "update " + SECRETS + " set permissions = '[\"webhooks:read\"]'" + ofKey(key),
            () -> caller.post(LINKS, Body.of("access", "write")),
            looking());
    making.isProblem(409, "concurrent_change");
    assertThat(rowsMadeWith(key)).isZero();
  }

  @Test
  void aLinkStaysUntilItsOpeningIsThrough() throws SQLException {
    Answer link = link();
    Answer opening;
    try (Connection holding = Database.asAdministrator()) {
      holding.setAutoCommit(false);
      Database.run(holding, "lock table " + SECRETS + " in share mode");
      CompletableFuture<Answer> call =
          CompletableFuture.supplyAsync(() -> bearing(link).post(OPENING));
      untilWaiting(call, "insert into " + SECRETS);
      try (Connection ending = Database.asAdministrator()) {
        assertThatThrownBy(
                () ->
                    Database.run(
                        ending,
                        "select 1 from " + SECRETS + ofKey(link) + " for no key update nowait"))
            .isInstanceOfSatisfying(
                SQLException.class, held -> assertThat(held.getSQLState()).isEqualTo("55P03"));
      } finally {
        holding.rollback();
        opening = call.join();
      }
    }
    visitor(opening.is(200)).get(ENDPOINTS).is(200);
  }

  /** The revocation finds the session only after it has waited for the opening. */
  @Test
  void aRevocationFindsWhatIsOpenedMeanwhile() throws SQLException {
    Answer key = writingKey();
    Answer link = Fixtures.nobody().bearing(key.string("key")).post(LINKS, "{}").is(201);
    CompletableFuture<Answer> opening;
    CompletableFuture<Answer> revocation;
    try (Connection holding = Database.asAdministrator()) {
      holding.setAutoCommit(false);
      Database.run(holding, "lock table tenant.audit_event in share mode");
      opening = CompletableFuture.supplyAsync(() -> bearing(link).post(OPENING));
      untilWaiting(opening, "with event as (insert into audit_event");
      revocation = CompletableFuture.supplyAsync(() -> tenant.api().delete(key.place()));
      untilWaiting(revocation, "delete from " + SECRETS);
      holding.rollback();
    }
    revocation.join().is(204);
    visitor(opening.join().is(200)).get(ENDPOINTS).isProblem(401, "portal_over");
    assertThat(rowsMadeWith(link)).isZero();
  }

  @Test
  void sessionsWithoutTheirLinkAreEndedAndNothingElseIs() throws SQLException {
    Answer link = link();
    Api visitor = visitor(bearing(link).post(OPENING).is(200));
    Answer key = writingKey();
    Answer made = Fixtures.nobody().bearing(key.string("key")).post(LINKS, "{}").is(201);
    try (Connection database = Database.asAdministrator()) {
      Database.run(database, "delete from " + SECRETS + ofKey(link));
    }
    tenant.api().delete(LINKS + "/" + key.id()).isProblem(404, "not_found");
    bearing(made).post(OPENING).is(200);

    tenant.api().delete(LINKS + "/" + link.id()).is(204);

    visitor.get(ENDPOINTS).isProblem(401, "portal_over");
    tenant.api().delete(LINKS + "/" + link.id()).isProblem(404, "not_found");
  }

  /** The answer to the call, which comes upon the statement before that is committed. */
  private static Answer meeting(String ending, Supplier<Answer> call, String waiting)
      throws SQLException {
    try (Connection database = Database.asAdministrator()) {
      database.setAutoCommit(false);
      Database.run(database, ending);
      CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(call);
      untilWaiting(answer, waiting);
      database.commit();
      return answer.join();
    }
  }

  private static String looking() {
    return "select role, cast(permissions as text) from " + SECRETS;
  }

  /** Or is answered already, which the test then sees. */
  private static void untilWaiting(CompletableFuture<Answer> call, String statement) {
    Await.until(SOON, () -> call.isDone() || waits(statement), Boolean::booleanValue);
  }

  private static boolean waits(String statement) {
    try (Connection database = Database.asAdministrator()) {
      return !Database.texts(
              database,
              "select pid::text from pg_stat_activity where wait_event_type = 'Lock'"
                  + " and lower(query) like '"
                  + statement
                  + "%'")
          .isEmpty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String ofKey(Answer keyOrLink) {
    return " where key_id = '" + keyOrLink.id() + "'";
  }

  private static int rowsMadeWith(Answer keyOrLink) throws SQLException {
    try (Connection database = Database.asAdministrator()) {
      return Database.texts(
              database,
              "select prefix from " + SECRETS + " where made_with = '" + keyOrLink.id() + "'")
          .size();
    }
  }
}
