package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.freehold.systemtests.Body;
import org.freehold.systemtests.Fixtures;
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
    dashboard.button("Secret").click();
    dashboard.field("The old secret lasts").selectOption("3600");
    dashboard.button("Make a new secret").click();
    assertThat(secret).hasText(Pattern.compile("whsec_.+"));
    Assertions.assertThat(secret.textContent()).isNotEqualTo(first);
    assertThat(dashboard.dialog()).containsText("signed with both secrets until");
    Accessibility.holds(dashboard.page(), "the secret of an endpoint");
    dashboard.dialog().getByLabel("Close").click();

    dashboard.button("Pause Order system").click();
    dashboard.tells("Order system is paused.");
    assertThat(dashboard.row("Order system")).containsText("Paused");
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
    visit.page().waitForCondition(() -> isDelivered());
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).open("webhooks/deliveries");
    String type = "project.created";
    assertThat(dashboard.row(type)).containsText("Delivered");
    dashboard.row(type).getByRole(AriaRole.LINK).click();
    Locator attempt = dashboard.dialog().getByLabel("Attempt 1");
    assertThat(attempt).containsText("The receiver accepted the message.");
    dashboard.dialog().getByText("The message", exactly()).click();
    assertThat(dashboard.dialog()).containsText("\"name\": \"Heard\"");
    Accessibility.holds(dashboard.page(), "a delivery");
    dashboard.dialog().getByLabel("Close").click();

    dashboard.field("Endpoint").selectOption(endpoint);
    assertThat(dashboard.row(type)).isVisible();
    dashboard.field("State").selectOption("skipped");
    dashboard.page().getByText("No delivery is like that").waitFor();
    dashboard.page().getByLabel("Webhooks").getByText("Endpoints").click();
    assertThat(dashboard.row("Order system")).containsText("1 of 1 arrived");
  }

  private static Locator events(Dashboard dashboard) {
    return dashboard.dialog().getByLabel("Events", new Locator.GetByLabelOptions().setExact(true));
  }

  private boolean isDelivered() {
    return !tenant.api().get("/api/webhooks/deliveries?status=delivered").is(200).items().isEmpty();
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
