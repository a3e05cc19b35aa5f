package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import org.freehold.webhooks.internal.DueProbe;
import org.freehold.webhooks.internal.DueProbe.Taken;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The queue of webhooks, with the server's own pump claiming from it all the while: of tenants that
 * do not exist, which stand before all that do.
 */
@ExtendWith(ArquillianExtension.class)
class DueClaimsIT {
  private static final int TENANTS = 16;
  private static final String FREE = "null";
  private static final String LEASED = "now() + interval '1 hour'";

  @Inject private DueProbe due;

  private final List<UUID> made = new ArrayList<>();

  @AfterEach
  void takeAway() {
    Superuser.change(
        "delete from control.delivery_due where tenant_id = any(?)",
        (Object) made.toArray(UUID[]::new));
  }

  @Test
  void tenantsWithNothingToClaimStopNobodyBehindThem() {
    for (int i = 0; i < TENANTS / 2; i++) {
      rows(tenant(), null, 2, LEASED, "now() - interval '1 minute'");
      rows(tenant(), null, 2, FREE, "now() + interval '1 hour'");
    }
    UUID last = tenant();
    rows(last, null, 1, FREE, "now() - interval '1 minute'");
    due.messages(TENANTS, 10);
    assertThat(count("tenant_id = ? and fence > 0", last)).as("claimed, by whomever").isEqualTo(1);
  }

  @Test
  void noMoreIsTakenOfATenantThanAskedFor() {
    UUID tenant = tenant();
    rows(tenant, null, 40, FREE, "now() - interval '1 minute'");
    List<Taken> taken = due.messages(TENANTS, 3);
    assertThat(taken.stream().filter(row -> row.tenant().equals(tenant)))
        .hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void twoClaimersNeverGetTheSameMessage() throws Exception {
    for (int i = 0; i < TENANTS; i++) {
      rows(tenant(), null, 100, FREE, "now() - interval '1 minute'");
    }
    List<Taken> taken = byTwo(() -> due.messages(TENANTS, 5));
    assertThat(taken).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void twoClaimersNeverGetTheSameDelivery() throws Exception {
    UUID tenant = tenant();
    UUID endpoint = UUID.randomUUID();
    rows(tenant, endpoint, 200, FREE, "now() - interval '1 minute'");
    List<Taken> taken = byTwo(() -> due.deliveries(tenant, endpoint, 5));
    assertThat(taken).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void whoLostARowChangesNothingOfIt() {
    UUID tenant = tenant();
    UUID endpoint = UUID.randomUUID();
    rows(tenant, endpoint, 1, LEASED, "now() - interval '1 minute'");
    UUID subject =
        (UUID)
            Superuser.rows(
                    "select subject_id from control.delivery_due where tenant_id = ?", tenant)
                .get(0)[0];
    Superuser.change("update control.delivery_due set fence = 2 where tenant_id = ?", tenant);
    Taken row = new Taken(tenant, subject, 2);
    due.giveBack(row, 1);
    due.hold(row, 1);
    assertThat(count("tenant_id = ? and failures = 0 and lease_until is not null", tenant))
        .isEqualTo(1);
    assertThat(count("tenant_id = ? and lease_until > now() + interval '61 minutes'", tenant))
        .isZero();
    due.giveBack(row, 2);
    due.hold(row, 2);
    assertThat(count("tenant_id = ? and failures = 1 and lease_until is null", tenant))
        .as("given back, and not held again")
        .isEqualTo(1);
  }

  /** What both got until nothing was left, a claim after the other. */
  private static List<Taken> byTwo(Supplier<List<Taken>> claim) throws Exception {
    ManagedExecutorService executor =
        InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    CyclicBarrier together = new CyclicBarrier(2);
    List<Future<List<Taken>>> claimers =
        Stream.generate(
                () ->
                    executor.submit(
                        () -> {
                          together.await();
                          return untilNothingIsLeft(claim);
                        }))
            .limit(2)
            .toList();
    List<Taken> all = new ArrayList<>();
    for (Future<List<Taken>> claimer : claimers) {
      all.addAll(claimer.get());
    }
    return all;
  }

  private static List<Taken> untilNothingIsLeft(Supplier<List<Taken>> claim) {
    List<Taken> all = new ArrayList<>();
    List<Taken> taken = claim.get();
    while (!taken.isEmpty()) {
      all.addAll(taken);
      taken = claim.get();
    }
    return all;
  }

  private UUID tenant() {
    UUID tenant = new UUID(0, made.size() + 1L);
    made.add(tenant);
    return tenant;
  }

  private static void rows(UUID tenant, UUID endpoint, int count, String lease, String dueAt) {
    Superuser.change(
        "insert into control.delivery_due (tenant_id, endpoint_id, subject_id, due_at, lease_until)"
            + " select ?, ?::uuid, gen_random_uuid(), "
            + dueAt
            + ", "
            + lease
            + " from generate_series(1, ?)",
        tenant,
        endpoint,
        count);
  }

  private static long count(String where, UUID tenant) {
    return Superuser.count("select count(*) from control.delivery_due where " + where, tenant);
  }
}
