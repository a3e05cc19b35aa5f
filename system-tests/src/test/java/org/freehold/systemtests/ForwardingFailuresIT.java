package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The trail, when its receiver was away or its sender stood still. */
@Patient
class ForwardingFailuresIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final TestTenant tenant = Fixtures.tenant();
  private final ForwardingDesk desk = new ForwardingDesk(tenant);

  @Test
  void aReceiverThatIsDownMissesNothingWhenItIsBack() throws Exception {
    try (Receiver receiver = new Receiver()) {
      Answer made = failing(receiver);
      Answer failing = tenant.api().get(made.place()).is(200);
      assertThat(failing.string("last_error")).isEqualTo("The receiver answered 503");
      assertThat(failing.json().getInt("next_sequence")).isZero();
      tenant.project();
      int refused = receiver.all().size();
      receiver.answers(204);
      Answer taken = desk.allTaken(made);
      List<JsonObject> events = ForwardingDesk.events(receiver, refused);
      assertThat(ForwardingDesk.places(events).distinct().boxed().toList())
          .startsWith(0L)
          .contains(taken.json().getInt("next_sequence") - 1L);
      assertThat(taken.json().isNull("last_error")).isTrue();
    }
  }

  @Test
  void whatIsRecordedWhileAFailedReceiverIsTriedAgainIsSentToo() throws Exception {
    try (Receiver receiver = new Receiver()) {
      Answer made = failing(receiver);
      receiver.answers(204);
      holdsTheNext(receiver);
      tenant.project();
      Await.until(SOON, () -> desk.isAllBefore(Integer.MAX_VALUE), placed -> placed);
      Await.until(SOON, () -> work("audit_forwarding", tenant.id()), left -> left == 0);
      receiver.release();
      desk.allTaken(made);
    }
  }

  @Test
  void whoLostItsHoldWhileItSentSaysNothingOfTheReceiver() throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.holdAfter(0);
      Answer made = desk.destination("https", receiver.url());
      Await.until(SOON, () -> receiver.all().size(), calls -> calls == 1);
      receiver.answers(503);
      holder(made, "gen_random_uuid(), now() + interval '1 hour'");
      receiver.release();
      Await.until(
          SOON, () -> waitingWork("audit_forwarding_to", made.id()), waiting -> waiting == 1);
      assertThat(tenant.api().get(made.place()).is(200).json().isNull("failing_since")).isTrue();
      receiver.answers(204);
      holder(made, "null, null");
      desk.allTaken(made);
    }
  }

  private Answer failing(Receiver receiver) {
    receiver.answers(503);
    Answer made = desk.destination("https", receiver.url());
    desk.failing(made);
    return made;
  }

  /** Returns when it has the next batch in its hands, and answers nothing before it is released. */
  private static void holdsTheNext(Receiver receiver) {
    receiver.holdAfter(0);
    int before = receiver.all().size();
    Await.until(SOON, () -> receiver.all().size(), calls -> calls > before);
  }

  /** As if another node had it now, or nobody. */
  private static void holder(Answer destination, String tokenAndUntil) throws SQLException {
    try (Connection connection = Database.asAdministrator()) {
      Database.run(
          connection,
          "update tenant.forwarding_destination set (sending_token, sending_until) = row(%s) where id = '%s'"
              .formatted(tokenAndUntil, destination.id()));
    }
  }

  private static long work(String kind, String subject) {
    return count("kind = '%s' and subject_id = '%s'".formatted(kind, subject));
  }

  /** What nobody is at just now. */
  private static long waitingWork(String kind, String subject) {
    return count(
        "kind = '%s' and subject_id = '%s' and lease_until is null".formatted(kind, subject));
  }

  private static long count(String work) {
    try (Connection connection = Database.asAdministrator()) {
      return Database.count(connection, "select count(*) from control.work_item where " + work);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
