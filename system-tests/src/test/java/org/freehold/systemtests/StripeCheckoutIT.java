package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Of the pages on which a first month is paid there is one, and only while somebody may pay. */
class StripeCheckoutIT {
  private static final String CHECKOUTS = "/v1/checkout/sessions";

  private final StripeShop shop = new StripeShop();
  private final FakeStripeAccount stripe = StripeShop.account();

  private String open(String plan) {
    return shop.checkout(plan).is(200).string("url");
  }

  private static String expire(String page) {
    return "POST " + CHECKOUTS + page.substring(page.lastIndexOf('/')) + "/expire";
  }

  @Test
  void aPageThatCouldNotBeClosedIsClosedBeforeAnotherOpens() {
    String small = open(shop.small());
    FakeStripe.shared().fails(expire(small), 3);
    shop.checkout(shop.large()).isProblem(503, "stripe_unavailable");
    assertThat(stripe.open(shop.customer())).containsExactly(small);
    String large = open(shop.large());
    assertThat(stripe.open(shop.customer())).containsExactly(large);
  }

  @Test
  void ofTwoAskedForAtOnceOneIsOpen() throws Exception {
    open(shop.small());
    String customer = shop.customer();
    CountDownLatch came = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    FakeStripe.shared().holds("POST " + CHECKOUTS, customer, came, goOn);
    CompletableFuture<Answer> first =
        CompletableFuture.supplyAsync(() -> shop.checkout(shop.large()));
    assertThat(came.await(10, TimeUnit.SECONDS)).isTrue();
    String second = open(shop.small());
    goOn.countDown();
    first.join().isProblem(409, "concurrent_change");
    assertThat(stripe.open(customer)).containsExactly(second);
    assertThat(shop.checkout(shop.small()).is(200).string("url")).isEqualTo(second);
  }

  @Test
  void whoeverHasPaidIsGivenNoOtherPage() {
    String small = open(shop.small());
    assertThat(stripe.paidUnheard(small)).isTrue();
    shop.checkout(shop.large()).isProblem(409, "paid_already");
    shop.await(now -> now.getString("plan").equals(shop.small()));
    shop.checkout(shop.large()).isProblem(409, "paid_already");
    assertThat(stripe.open(shop.customer())).isEmpty();
    assertThat(stripe.howMany(shop.customer())).isEqualTo(1);
  }

  @Test
  void whoeverPaysOtherwiseIsLeftNoPageAndWhoeverPaysTwiceIsSeen() {
    String page = open(shop.small());
    stripe.sells(shop.customer(), stripe.priceOf(page));
    StripeEvents.happened("customer.subscription.created", shop.customer());
    shop.await(now -> now.getString("plan").equals(shop.small()));
    Await.until(StripeShop.SOON, () -> stripe.isOpen(page), open -> !open);
    assertThat(twice().items()).isEmpty();
    stripe.sells(shop.customer(), stripe.priceOf(page));
    StripeEvents.happened("customer.subscription.created", shop.customer());
    Await.until(StripeShop.SOON, this::twice, events -> events.items().size() == 1);
  }

  private Answer twice() {
    return shop.api().get("/api/audit-logs?action=subscription.paid_twice").is(200);
  }

  @Test
  void nobodyPaysForATenantThatIsSuspendedOrArchived() {
    String first = open(shop.small());
    String path = shop.tenant().path();
    Fixtures.operator().post(path + "/suspend").is(200);
    Await.until(StripeShop.SOON, () -> stripe.isOpen(first), open -> !open);
    Fixtures.operator().post(path + "/resume").is(200);
    String second =
        Await.until(
                StripeShop.SOON,
                () -> shop.checkout(shop.small()),
                answer -> answer.status() == 200)
            .string("url");
    assertThat(stripe.isOpen(second)).isTrue();
    Fixtures.operator().post(path + "/archive").is(200);
    Await.until(StripeShop.SOON, () -> stripe.isOpen(second), open -> !open);
  }

  @Test
  void whoeverIsSuspendedOnTheWayToThePageIsGivenNone() throws Exception {
    CountDownLatch came = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    FakeStripe.shared().holds("POST /v1/customers", shop.tenant().id(), came, goOn);
    CompletableFuture<Answer> first =
        CompletableFuture.supplyAsync(() -> shop.checkout(shop.small()));
    assertThat(came.await(10, TimeUnit.SECONDS)).isTrue();
    Fixtures.operator().post(shop.tenant().path() + "/suspend").is(200);
    goOn.countDown();
    first.join().isProblem(403, "tenant_suspended");
    Fixtures.operator().post(shop.tenant().path() + "/resume").is(200);
    String customer = shop.customer();
    assertThat(stripe.open(customer)).isEmpty();
  }

  @Test
  void aPageThatOpensAfterTheTenantWasSuspendedIsClosedAgain() throws Exception {
    open(shop.small());
    String customer = shop.customer();
    CountDownLatch came = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    FakeStripe.shared().holds("POST " + CHECKOUTS, customer, came, goOn);
    CompletableFuture<Answer> first =
        CompletableFuture.supplyAsync(() -> shop.checkout(shop.large()));
    assertThat(came.await(10, TimeUnit.SECONDS)).isTrue();
    run("update control.tenant set status = 'suspended' where id = '%s'");
    goOn.countDown();
    first.join().isProblem(409, "concurrent_change");
    assertThat(stripe.open(customer)).isEmpty();
  }

  @Test
  void whatWasToBeClosedStaysOpenForWhoeverMayPayAgain() throws Exception {
    String page = open(shop.small());
    run(
        "insert into control.work_item (id, kind, tenant_id, subject_id, due_at)"
            + " values (gen_random_uuid(), 'stripe_close', '%1$s', '%1$s', now())");
    Await.until(
        StripeShop.SOON,
        () ->
            texts(
                "select kind from control.work_item where kind = 'stripe_close' and tenant_id = '%s'"),
        List::isEmpty);
    assertThat(stripe.isOpen(page)).isTrue();
    assertThat(open(shop.small())).isEqualTo(page);
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = Database.asAdministrator()) {
      Database.run(connection, sql.formatted(shop.tenant().id()));
    }
  }

  private List<String> texts(String sql) {
    try (Connection connection = Database.asAdministrator()) {
      return Database.texts(connection, sql.formatted(shop.tenant().id()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aPageIsKeptWithNoIdempotencyKey() {
    Api keyed = shop.api().with("Idempotency-Key", Fixtures.unique("key"));
    String first = shop.checkout(keyed, shop.small()).is(200).string("url");
    open(shop.large());
    String again = shop.checkout(keyed, shop.small()).is(200).string("url");
    assertThat(again).isNotEqualTo(first);
    assertThat(stripe.open(shop.customer())).containsExactly(again);
    assertThat(
            texts(
                "select key from tenant.idempotency_key where result::text like '%%/pay/%%' and tenant_id = '%s'"))
        .isEmpty();
  }

  @Test
  void eachVisitToThePortalHasAPageOfItsOwn() {
    open(shop.small());
    Api named = shop.api().with("X-Request-Id", Fixtures.unique("req"));
    for (int i = 0; i < 2; i++) {
      named.post("/api/subscription/portal", Body.of("return_url", "https://app.example")).is(200);
    }
    assertThat(shop.told("POST", "/v1/billing_portal/sessions"))
        .hasSizeGreaterThan(1)
        .extracting(FakeStripe.Request::key)
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }
}
