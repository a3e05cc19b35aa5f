package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.LeasedWork;
import org.freehold.platform.work.WorkClaims;
import org.freehold.platform.work.WorkItem;
import org.freehold.platform.work.WorkQueue;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The queue, with the server's own tick working on it all the while. */
@ExtendWith(ArquillianExtension.class)
class LeasedWorkIT {
  private static final int ITEMS = 100;
  private static final int ON_A_PAGE = 40;

  @Inject private SampleTenants tenants;
  @Inject private Transactions transactions;
  @Inject private WorkQueue queue;
  @Inject private WorkClaims claims;
  @Inject private LeasedWork work;
  @Inject private ProbeWork handler;

  private SampleTenant tenant;

  @BeforeEach
  void oneTenant() throws Exception {
    tenant = tenants.create("busy");
  }

  @Test
  void twoWorkersGetEachItemOnce() throws Exception {
    List<UUID> subjects = IntStream.range(0, ITEMS).mapToObj(i -> UUID.randomUUID()).toList();
    schedule(subjects);
    ManagedExecutorService executor = executor();
    CyclicBarrier together = new CyclicBarrier(2);
    List<Future<Integer>> workers =
        Stream.generate(() -> executor.submit(() -> afterBarrier(together))).limit(2).toList();
    for (Future<Integer> worker : workers) {
      worker.get();
    }
    Eventually.holds("the queue is empty", () -> rows(subjects).isEmpty());
    assertThat(handler.handled(subjects))
        .extracting(WorkItem::subject)
        .containsExactlyInAnyOrderElementsOf(subjects);
  }

  private int afterBarrier(CyclicBarrier together) throws Exception {
    together.await();
    return work.runDue();
  }

  /**
   * Also when the planner expects a single row, and so would not mind to read the due ones again.
   */
  @Test
  void aClaimTakesNoMoreThanItAsksFor() {
    Superuser.change("vacuum full control.work_item");
    Superuser.change(
        "update pg_class set reltuples = 1, relpages = 1 where oid = 'control.work_item'::regclass");
    due(ON_A_PAGE);
    List<WorkItem> items = claims.claim(3, Duration.ofSeconds(60), Instant.now());
    assertThat(items).isNotEmpty();
    while (!items.isEmpty()) {
      assertThat(items).hasSizeLessThanOrEqualTo(3);
      items.forEach(claims::complete);
      items = claims.claim(3, Duration.ofSeconds(60), Instant.now());
    }
  }

  /** As it is told by handlers that ask their own clock whether it is time. */
  @Test
  void aNodeWhoseClockIsBehindWaitsForIt() {
    due(ITEMS);
    Instant behind = Instant.now().minusSeconds(3600);
    assertThat(claims.claim(ITEMS, Duration.ofSeconds(1), behind)).isEmpty();
  }

  @Test
  void anItemUnderALeaseIsLeftAloneAndComesBackWhenItHasExpired() {
    UUID held = item("1 hour", 1);
    UUID lost = item("-1 second", 1);
    work.runDue();
    Eventually.holds("the lost item is done", () -> rows(List.of(lost)).isEmpty());
    assertThat(handler.handled(List.of(lost)))
        .singleElement()
        .satisfies(
            again -> {
              assertThat(again.fence()).isEqualTo(2);
              assertThat(again.attempts()).isEqualTo(2);
            });
    assertThat(handler.handled(List.of(held))).isEmpty();
    assertThat(rows(List.of(held))).hasSize(1);
  }

  @Test
  void aLateCompletionWithAnOldFenceDoesNothing() {
    UUID subject = item("1 hour", 2);
    UUID id = idOf(subject);
    claims.complete(claimed(id, subject, 1));
    claims.retry(claimed(id, subject, 1), Duration.ZERO);
    assertThat(rows(List.of(subject)))
        .singleElement()
        .satisfies(row -> assertThat(row[1]).as("still under its lease").isEqualTo(true));
    claims.complete(claimed(id, subject, 2));
    assertThat(rows(List.of(subject))).isEmpty();
  }

  @Test
  void waitingIsNoAttempt() {
    UUID subject = item("1 hour", 2);
    UUID id = idOf(subject);
    claims.postpone(claimed(id, subject, 2), Duration.ofHours(1));
    assertThat(
            Superuser.rows(
                "select attempts, lease_until is null, due_at > now() from control.work_item"
                    + " where id = ?",
                id))
        .singleElement()
        .satisfies(row -> assertThat(row).containsExactly(0, true, true));
  }

  @Test
  void aLeaseIsKeptByWhoHasItAndByNobodyElse() {
    UUID subject = item("1 minute", 2);
    UUID id = idOf(subject);
    claims.extend(List.of(claimed(id, subject, 1)), Duration.ofHours(1));
    assertThat(leasedFor(id, 30)).as("another has it since").isFalse();
    claims.extend(List.of(claimed(id, subject, 2)), Duration.ofHours(1));
    assertThat(leasedFor(id, 30)).isTrue();
    claims.postpone(claimed(id, subject, 2), Duration.ofHours(1));
    claims.extend(List.of(claimed(id, subject, 2)), Duration.ofHours(1));
    assertThat(leasedFor(id, 0)).as("given back").isFalse();
  }

  /** Another node that stands still may have locked it, and would take all others along. */
  @Test
  void aLockedItemKeepsNoOtherFromItsLease() throws Exception {
    UUID locked = item("1 minute", 2);
    UUID free = item("1 minute", 2);
    UUID idOfLocked = idOf(locked);
    UUID idOfFree = idOf(free);
    try (Connection another = Superuser.connect();
        Statement statement = another.createStatement()) {
      another.setAutoCommit(false);
      statement.execute("select from control.work_item where id = '" + idOfLocked + "' for update");
      executor()
          .submit(
              () ->
                  claims.extend(
                      List.of(claimed(idOfLocked, locked, 2), claimed(idOfFree, free, 2)),
                      Duration.ofHours(1)))
          .get(10, TimeUnit.SECONDS);
    }
    assertThat(leasedFor(idOfFree, 30)).isTrue();
    assertThat(leasedFor(idOfLocked, 30)).as("the next time").isFalse();
  }

  @Test
  void aNodeKeepsTheLeaseOfWhatItIsAt() throws Exception {
    UUID subject = UUID.randomUUID();
    handler.hold(subject);
    try {
      schedule(List.of(subject));
      Eventually.holds("it is begun", () -> handler.isBegun(subject));
      Superuser.change(
          "update control.work_item set lease_until = now() + interval '1 second'"
              + " where subject_id = ?",
          subject);
      work.keepLeases();
      UUID id = idOf(subject);
      assertThat(leasedFor(id, 0.1)).isTrue();
    } finally {
      handler.letGo(subject);
    }
    Eventually.holds("it is done", () -> rows(List.of(subject)).isEmpty());
  }

  @Test
  void whatIsAskedForWhileSomebodyIsAtItIsDoneOnceMore() throws Exception {
    UUID subject = UUID.randomUUID();
    handler.hold(subject);
    try {
      once(subject);
      Eventually.holds("it is begun", () -> handler.isBegun(subject));
      once(subject);
      once(subject);
    } finally {
      handler.letGo(subject);
    }
    Eventually.holds("it is done", () -> rows(List.of(subject)).isEmpty());
    assertThat(handler.handled(List.of(subject))).hasSizeGreaterThan(1);
  }

  private void once(UUID subject) throws Exception {
    Transactions.within(
        tenant.asOwner(),
        transactions,
        em -> {
          queue.scheduleOnce(ProbeWork.KIND, tenant.ref().id(), subject, Instant.EPOCH);
          return null;
        });
  }

  private static boolean leasedFor(UUID id, double minutes) {
    return (boolean)
        Superuser.rows(
                "select coalesce(lease_until > now() + ? * interval '1 minute', false)"
                    + " from control.work_item where id = ?",
                minutes,
                id)
            .get(0)[0];
  }

  @Test
  void whatFailedIsTriedAgainLater() throws Exception {
    UUID subject = UUID.randomUUID();
    handler.failOnce(subject);
    Instant before = Instant.now();
    schedule(List.of(subject));
    work.runDue();
    Eventually.holds("it was done", () -> rows(List.of(subject)).isEmpty());
    assertThat(handler.handled(List.of(subject)))
        .extracting(WorkItem::attempts)
        .containsExactly(1, 2);
    assertThat(Instant.now()).as("two seconds later").isAfter(before.plusSeconds(2));
  }

  private void schedule(List<UUID> subjects) throws Exception {
    Transactions.within(
        tenant.asOwner(),
        transactions,
        em -> {
          subjects.forEach(
              one -> queue.schedule(ProbeWork.KIND, tenant.ref().id(), one, Instant.EPOCH));
          return null;
        });
  }

  private static ManagedExecutorService executor() throws NamingException {
    return InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
  }

  private WorkItem claimed(UUID id, UUID subject, long fence) {
    return new WorkItem(id, ProbeWork.KIND, new TenantId(tenant.id()), subject, fence, 1);
  }

  private void due(int items) {
    Superuser.change(
        "insert into control.work_item (id, kind, tenant_id, subject_id, due_at)"
            + " select gen_random_uuid(), ?, ?, gen_random_uuid(), now() - interval '1 minute'"
            + " from generate_series(1, ?)",
        ProbeWork.KIND,
        tenant.id(),
        items);
  }

  /** A due item that somebody claimed. */
  private UUID item(String leaseEnds, int fence) {
    UUID subject = UUID.randomUUID();
    Superuser.change(
        "insert into control.work_item (id, kind, tenant_id, subject_id, due_at, lease_until, fence, attempts)"
            + " values (gen_random_uuid(), ?, ?, ?, now() - interval '1 minute', now() + ?::interval, ?, 1)",
        ProbeWork.KIND,
        tenant.id(),
        subject,
        leaseEnds,
        fence);
    return subject;
  }

  private static UUID idOf(UUID subject) {
    return (UUID) rows(List.of(subject)).get(0)[0];
  }

  private static List<Object[]> rows(List<UUID> subjects) {
    return Superuser.rows(
        "select id, lease_until > now() from control.work_item where subject_id = any(?)",
        (Object) subjects.toArray(UUID[]::new));
  }
}
