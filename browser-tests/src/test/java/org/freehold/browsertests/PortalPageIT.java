package org.freehold.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.freehold.systemtests.Body;
import org.freehold.systemtests.Fixtures;
import org.freehold.systemtests.TestTenant;
import org.junit.jupiter.api.Test;

/** Somebody without an account works with the webhooks of a tenant, by a link. */
@InTheBrowser
class PortalPageIT {
  private final TestTenant tenant = Fixtures.tenant();

  @Test
  void aLinkIsMadeOpenedAndEnded(Visit visit) {
    Dashboard dashboard = visit.dashboard().signIn(tenant.owner()).follow("Webhooks");
    dashboard.link("Portal links").click();
    dashboard.field("Whoever opens it may").selectOption("write");
    dashboard.button("Make a link").click();
    String url = dashboard.region("The new link").locator("code").textContent();
    Accessibility.holds(dashboard.page(), "portal links");

    // The same browser: the portal knows nothing of who is signed in beside it.
    visit.page().navigate(url);
    Dashboard portal = visit.dashboard();
    portal.shows("Webhooks");
    Assertions.assertThat(visit.page().url()).doesNotContain("pl_").endsWith("/portal/");
    assertThat(visit.page().getByText("You can see and change these webhooks.")).isVisible();
    assertThat(portal.link("Portal links")).not().isAttached();
    assertThat(visit.page().getByLabel("Tenant")).not().isAttached();
    portal.link("Make the first endpoint").click();
    portal.field("URL").fill("http://127.0.0.1:9/hook");
    portal.button("Make endpoint").click();
    portal.button("I have kept it").click();
    portal.dialog().getByLabel("Close").click();
    assertThat(portal.row("127.0.0.1:9/hook")).isVisible();
    Accessibility.holds(visit.page(), "the portal");
    visit.page().reload();
    portal.link("Event types").click();
    assertThat(portal.row("project.created")).isVisible();

    tenant.api().delete(link()).is(204);
    visit.watch().allow(401, "GET", "/api/webhooks/deliveries");
    visit.watch().allow(401, "GET", "/api/webhooks/endpoints");
    visit.watch().allow(401, "GET", "/api/webhooks/event-types");
    portal.link("Deliveries").click();
    assertThat(visit.page().getByText("This link is over")).isVisible();
    visit.page().reload();
    assertThat(visit.page().getByText("This link is over")).isVisible();
  }

  private String link() {
    String id =
        tenant.api().get("/api/webhooks/portal-links").is(200).items().get(0).getString("id");
    return "/api/webhooks/portal-links/" + id;
  }

  @Test
  void itIsSeenInTheFrameOfANamedOriginAndNoOther(Visit visit) throws IOException {
    String url =
        tenant
            .api()
            .post("/api/webhooks/portal-links", Body.of("access", "read"))
            .is(201)
            .string("url");
    HttpServer product = framing(url);
    try {
      int port = product.getAddress().getPort();
      visit.page().navigate("http://127.0.0.1:" + port + "/");
      FrameLocator frame = visit.page().frameLocator("iframe");
      Locator heading = frame.getByRole(AriaRole.HEADING, named("Webhooks"));
      assertThat(heading).isVisible();
      frame.getByRole(AriaRole.LINK, linked("Event types")).click();
      assertThat(frame.getByText("project.created").first()).isVisible();

      visit.page().navigate("http://localhost:" + port + "/");
      visit.page().waitForCondition(() -> !visit.watch().faults().isEmpty());
      assertThat(heading).not().isAttached();
      List<String> refused = visit.watch().taken();
      Assertions.assertThat(refused).anyMatch(fault -> fault.contains("frame-ancestors"));
    } finally {
      product.stop(0);
    }
  }

  private static FrameLocator.GetByRoleOptions named(String heading) {
    return new FrameLocator.GetByRoleOptions().setName(heading).setLevel(1);
  }

  private static FrameLocator.GetByRoleOptions linked(String link) {
    return new FrameLocator.GetByRoleOptions().setName(link).setExact(true);
  }

  /** A page of somebody's own product, with the portal in it. */
  private static HttpServer framing(String url) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] page =
        ("<!doctype html><html lang=en><title>Product</title><link rel=icon href='data:,'>"
                + "<iframe title=Webhooks width=1200 height=700 src='"
                + url
                + "'></iframe>")
            .getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    return server;
  }
}
