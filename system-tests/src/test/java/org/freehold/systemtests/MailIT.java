package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mail to administrators: queued with what it tells of, and sent once the server takes it. */
class MailIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final PostOffice post = PostOffice.shared();
  private final TestTenant tenant = Fixtures.tenant();
  private final TestUser second = tenant.newUser("tenant_admin");

  /** Others share the server, and ask how it is. */
  @AfterEach
  void theServerIsWellAgain() {
    Await.until(
        SOON,
        () -> Fixtures.operator().get("/api/health/detailed").is(200),
        health -> mail(health).getString("status").equals("up"));
  }

  @Test
  void administratorsHearOfAFailingEndpointOnceAndNobodyElseDoes() throws Exception {
    TestUser manager = tenant.user("manager");
    TestUser left = tenant.newUser("tenant_admin");
    tenant.api().patch("/api/users/" + left.id(), Body.of("is_active", Body.json("false"))).is(200);
    Answer endpoint = failing("61 hours");
    for (TestUser administrator : List.of(tenant.owner(), second)) {
      MimeMessage mail = only(administrator);
      assertThat(mail.getSubject())
          .isEqualTo("Webhooks do not arrive at " + endpoint.string("url"));
      assertThat(mail.getFrom()[0]).hasToString("Freehold <noreply@freehold.example>");
      String text = ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
      assertThat(text)
          .contains("Id: " + endpoint.id())
          .contains(Installation.url() + "/admin/webhooks")
          .contains(tenant.slug());
    }
    WebhookRetriesIT.failingFor(endpoint, "121 hours");
    tenant.project();
    Await.until(SOON, () -> told(tenant.owner()), mails -> mails.size() == 2);
    assertThat(told(tenant.owner()).get(1).getSubject()).endsWith("is disabled");
    assertThat(told(manager)).isEmpty();
    assertThat(told(left)).isEmpty();
    assertThat(Installation.log())
        .as("addresses stay out of the log")
        .doesNotContain(tenant.owner().email());
  }

  @Test
  void whatIsQueuedWhileTheServerIsDownArrivesOnceWhenItIsBack() throws Exception {
    post.close();
    try {
      failing("61 hours");
      Answer down =
          Await.until(
              SOON,
              () -> Fixtures.operator().get("/api/health/detailed").is(200),
              health -> !mail(health).getString("status").equals("up"));
      assertThat(mail(down).toString()).doesNotContain("@");
    } finally {
      post.open();
    }
    only(tenant.owner());
    only(second);
  }

  @Test
  void mailThatNobodyTakesIsGivenUpAndThatIsOnRecord() throws Exception {
    post.close();
    try {
      failing("61 hours");
      Await.until(SOON, () -> age(tenant.id()), aged -> aged >= 2);
      List<JsonObject> given =
          Await.until(
              SOON,
              () -> tenant.api().get("/api/audit-logs?action=mail.given_up").is(200).items(),
              events -> events.size() >= 2);
      assertThat(given)
          .allSatisfy(
              event ->
                  assertThat(event.getJsonObject("new_values").getString("reason"))
                      .startsWith("The mail server cannot be reached")
                      .doesNotContain("@"));
    } finally {
      post.open();
    }
    assertThat(told(second)).isEmpty();
  }

  /** As if the mail of the tenant had been queued four days ago. */
  private static int age(String tenant) {
    try (Connection connection = Database.asAdministrator();
        PreparedStatement update =
            connection.prepareStatement(
                "update tenant.mail set created_at = now() - interval '4 days' where tenant_id = ?")) {
      update.setObject(1, UUID.fromString(tenant));
      return update.executeUpdate();
    } catch (java.sql.SQLException e) {
      throw new AssertionError("The mail could not be aged", e);
    }
  }

  private static JsonObject mail(Answer health) {
    return health.json().getJsonObject("components").getJsonObject("mail");
  }

  /** What came to them of webhooks; new administrators are told of too. */
  private List<MimeMessage> told(TestUser user) {
    return post.of(user.email()).stream().filter(MailIT::isOfWebhooks).toList();
  }

  private static boolean isOfWebhooks(MimeMessage mail) {
    try {
      return mail.getSubject().toLowerCase(Locale.ROOT).contains("webhook");
    } catch (MessagingException e) {
      throw new AssertionError("A mail without a subject", e);
    }
  }

  private MimeMessage only(TestUser administrator) {
    List<MimeMessage> mails = Await.until(SOON, () -> told(administrator), all -> !all.isEmpty());
    assertThat(mails).hasSize(1);
    return mails.get(0);
  }

  /** An endpoint of which a warning is due. */
  private Answer failing(String time) throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.answers(500);
      Answer endpoint =
          tenant
              .api()
              .post(
                  "/api/webhooks/endpoints",
                  Body.of(
                      "url",
                      receiver.url(),
                      "events",
                      Body.json("[\"project.created\"]"),
                      "retry_schedule_seconds",
                      Body.json("[3600]")))
              .is(201);
      WebhookRetriesIT.failingFor(endpoint, time);
      tenant.project();
      Await.until(
          SOON,
          () -> tenant.api().get("/api/webhooks/messages?type=webhook.endpoint.failing").is(200),
          page -> !page.items().isEmpty());
      return endpoint;
    }
  }
}
