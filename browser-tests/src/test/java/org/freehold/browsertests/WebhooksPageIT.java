package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.freehold.systemtests.Body;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.Installation;
import org.freehold.systemtests.Receiver;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator lets a system hear of events, and sees what became of each. */
@InTheBrowser
class WebhooksPageIT {
  private final TestTenant tenant = Fixtures.tenant();
  private Receiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void anEndpointIsMadeAndGetsAnotherSecret(Visit visit) {
    Dashboard dashboard = visit.dashboard().signIn(tenant.user("developer")).follow("Webhooks");
    dashboard.link("Make the first endpoint").click();
    dashboard.field("URL").fill(receiver.url());
    dashboard.dialog().getByLabel("Description").fill("Order system");
    dashboard.field("Add an event").selectOption("project.*");
    assertThat(events(dashboard)).hasValue("project.*");
    dashboard.dialog().getByText("Headers", new Locator.GetByTextOptions().setExact(true)).click();
    dashboard.button("Add a header").click();
    dashboard.field("Name of the header").fill("X-Tenant");
    dashboard.field("Value of the header").fill("very-secret-value");
    Accessibility.holds(dashboard.page(), "a new endpoint");
    dashboard.button("Make endpoint").click();
    Locator secret = dashboard.region("The new secret").locator("code");
    assertThat(secret).hasText(Pattern.compile("whsec_.+"));
    String first = secret.textContent();
    dashboard.button("I have kept it").click();

    assertThat(dashboard.dialog()).containsText("X-Tenant");
    assertThat(dashboard.dialog()).not().containsText("very-secret-value");
    test(dashboard);
    dashboard.button("Secret").click();
    dashboard.field("The old secret lasts").selectOption("3600");
    dashboard.button("Make a new secret").click();
    assertThat(secret).hasText(Pattern.compile("whsec_.+"));
    Assertions.assertThat(secret.textContent()).isNotEqualTo(first);
    assertThat(dashboard.dialog()).containsText("signed with both secrets until");
    Accessibility.holds(dashboard.page(), "the secret of an endpoint");
    test(dashboard);
    Accessibility.holds(dashboard.page(), "a test of an endpoint");
    Assertions.assertThat(receiver.of("webhook.test")).hasSize(2);
    dashboard.button("Secret").click();
    assertThat(dashboard.dialog()).containsText("The receiver accepted the new secret");
    dashboard.dialog().getByLabel("Close").click();

    dashboard.button("Pause Order system").click();
    dashboard.tells("Order system is paused.");
    assertThat(dashboard.row("Order system")).containsText("Paused");
  }

  @Test
  void aReceiverThatDoesNotAgreeIsAskedAgain(Visit visit) throws IOException {
    try (Receiver reluctant = Receiver.at(Installation.CONSENTING)) {
      tenant
          .api()
          .post(
              "/api/webhooks/endpoints",
              Body.of("url", reluctant.url(), "description", "Reluctant"))
          .is(201);
      Dashboard dashboard = visit.dashboard().signIn(tenant.user("developer")).follow("Webhooks");
      dashboard.row("Reluctant").getByRole(AriaRole.LINK).click();
      assertThat(dashboard.dialog()).containsText("The receiver");
      reluctant.consents(Map.of("WebHook-Allowed-Origin", "*"));
      dashboard.button("Ask the receiver again").click();
      dashboard.tells("The receiver is asked. Its answer is told here.");
      Accessibility.holds(dashboard.page(), "an endpoint that is asked for its consent");
      assertThat(dashboard.dialog()).containsText("The receiver agreed to be called");
    }
  }

  @Test
  void whatWasSentIsSeenWithWhatBecameOfIt(Visit visit) {
    String endpoint =
        tenant
            .api()
            .post(
                "/api/webhooks/endpoints",
                Body.of("url", receiver.url(), "description", "Order system"))
            .is(201)
            .id();
    tenant.project("name", "Heard");
    visit.page().waitForCondition(() -> isThere("delivered"));
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("webhooks/deliveries");
    String type = "project.created";
    assertThat(dashboard.row(type)).containsText("Delivered");
    dashboard.row(type).getByRole(AriaRole.LINK).click();
    Locator attempt = dashboard.dialog().getByLabel("Attempt 1");
    assertThat(attempt).containsText("The receiver accepted the message.");
    dashboard.dialog().getByText("The message", exactly()).click();
    assertThat(dashboard.dialog()).containsText("\"name\": \"Heard\"");
    dashboard.button("Send again").click();
    assertThat(dashboard.region("What came of it"))
        .containsText("The receiver accepted the message.");
    Accessibility.holds(dashboard.page(), "a delivery");
    Assertions.assertThat(receiver.of(type))
        .extracting("id")
        .hasSize(2)
        .containsOnly(message(type));
    dashboard.dialog().getByLabel("Close").first().click();

    dashboard.field("Endpoint").selectOption(endpoint);
    assertThat(dashboard.row(type).first()).isVisible();
    dashboard.page().locator("#filter-status").selectOption("skipped");
    dashboard.page().getByText("No delivery is like that").waitFor();
    dashboard.page().getByLabel("Webhooks").getByText("Endpoints").click();
    // A checkpoint of the trail may have been announced meanwhile.
    assertThat(dashboard.row("Order system"))
        .containsText(Pattern.compile("([2-9]) of \\1 arrived"));
  }

  @Test
  void whatWasSkippedIsExplainedAndSentAgainWithAllOfItsKind(Visit visit) {
    String place = "/api/webhooks/endpoints";
    String body = Body.of("url", receiver.url(), "description", "Orders", "status", "paused");
    String endpoint = tenant.api().post(place, body).is(201).id();
    tenant.project("name", "Missed");
    visit.page().waitForCondition(() -> isThere("skipped"));
    tenant.api().patch(place + "/" + endpoint, Body.of("status", "enabled")).is(200);
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("webhooks/deliveries");
    dashboard.row("project.created").getByRole(AriaRole.LINK).click();
    assertThat(dashboard.dialog()).containsText("The endpoint was paused when its turn came.");
    dashboard.dialog().getByText("Why did I not get it?").click();
    assertThat(dashboard.region("Answer")).containsText("The endpoint was paused");
    Accessibility.holds(dashboard.page(), "why a message did not arrive");
    dashboard.dialog().getByLabel("Close").first().click();

    dashboard.link("Replays").click();
    dashboard.link("Send many again").click();
    dashboard.dialog().getByLabel("What was given up").uncheck();
    dashboard.dialog().getByLabel("What was skipped").check();
    dashboard.button("Preview").click();
    assertThat(dashboard.region("What would be sent")).containsText("1 delivery");
    Accessibility.holds(dashboard.page(), "the preview of a replay");
    dashboard.button("Send 1 again").click();
    assertThat(dashboard.dialog()).containsText("Completed");
    assertThat(dashboard.dialog()).containsText("1 of 1");
    Assertions.assertThat(receiver.of("project.created")).hasSize(1);
  }

  @Test
  void anEventOfOnesOwnIsNamedChangedAndDeleted(Visit visit) {
    Dashboard dashboard =
        visit.dashboard().signIn(tenant.user("developer")).open("webhooks/event-types");
    dashboard.link("New event type").click();
    dashboard.field("Name").fill("order.shipped");
    dashboard.field("Description").fill("An order left the house.");
    dashboard.field("Schema of the body (JSON Schema)").fill("{\"type\":");
    assertThat(dashboard.dialog()).containsText("This is no JSON.");
    dashboard.field("Schema of the body (JSON Schema)").fill("{\"type\":\"object\"}");
    Accessibility.holds(dashboard.page(), "a new event type");
    dashboard.button("Make event type").click();
    dashboard.tells("order.shipped was saved.");

    dashboard.row("order.shipped").getByRole(AriaRole.LINK).click();
    dashboard.link("Edit").click();
    dashboard.field("Description").fill("It is on its way.");
    dashboard.button("Save").click();
    assertThat(dashboard.row("order.shipped")).containsText("It is on its way.");
    dashboard.row("order.shipped").getByRole(AriaRole.LINK).click();
    dashboard.button("Delete").click();
    dashboard.button("Delete it").click();
    dashboard.tells("order.shipped was deleted.");
  }

  private static void test(Dashboard dashboard) {
    dashboard.button("Test").click();
    dashboard.button("Send the test").click();
    assertThat(dashboard.region("What came of it"))
        .containsText("The receiver accepted the message.");
  }

  private static Locator events(Dashboard dashboard) {
    return dashboard.dialog().getByLabel("Events", new Locator.GetByLabelOptions().setExact(true));
  }

  private boolean isThere(String status) {
    String path = "/api/webhooks/deliveries?status=" + status;
    return !tenant.api().get(path).is(200).items().isEmpty();
  }

  private String message(String type) {
    return tenant
        .api()
        .get("/api/webhooks/messages?type=" + type)
        .is(200)
        .items()
        .get(0)
        .getString("id");
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
