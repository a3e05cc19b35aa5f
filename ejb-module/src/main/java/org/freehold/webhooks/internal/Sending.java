package org.freehold.webhooks.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.OneAtATime;
import org.freehold.webhooks.internal.DueClaims.Back;

/**
 * Reads what was claimed, calls the receivers and records what came of it: the calls wait on no
 * thread of ours, and what ends meanwhile is recorded together.
 */
@ApplicationScoped
public class Sending {
  private static final Logger LOG = System.getLogger(Sending.class.getName());

  /** What is under way when this node stops may take so long to end. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

  @Inject private Deliveries deliveries;
  @Inject private Sender sender;
  @Inject private Receivers receivers;
  @Inject private DueClaims claims;
  @Inject private EndpointRates rates;
  @Inject private InTenant within;
  @Inject private WebhookSettings settings;
  @Inject private Clock clock;
  @Resource private ManagedScheduledExecutorService executor;
  private final BlockingQueue<Result> ended = new LinkedBlockingQueue<>();
  private UnderWay underWay;
  private AttemptRecords records;
  private OneAtATime recording;
  private Runnable room;

  @PostConstruct
  void start() {
    underWay = new UnderWay(settings.bounds());
    records = new AttemptRecords(deliveries::record, within);
    recording = new OneAtATime(executor, DeliveryPump.REST, this::recordEnded);
  }

  void whenThereIsRoom(Runnable look) {
    room = look;
  }

  UnderWay underWay() {
    return underWay;
  }

  /** What stays under its lease. Asked at each beat, which also brings back what was refused. */
  List<Claimed> held() {
    List<Claimed> lost = underWay.forget(clock.instant());
    if (!lost.isEmpty()) {
      LOG.log(Level.WARNING, "Webhooks whose calls never ended are left to others: " + lost.size());
      lost.forEach(receivers::notMade);
    }
    if (!ended.isEmpty()) {
      askToRecord();
    }
    return underWay.held();
  }

  /** The leases of these are held until then, in nanoseconds of this node's clock. */
  void hold(List<Claimed> kept, long until) {
    underWay.hold(kept, until);
  }

  private boolean isOurs(Claimed claimed) {
    return underWay.isOurs(claimed, System.nanoTime());
  }

  /** Returns when all are on their way. */
  void begin(Map<TenantId, List<Claimed>> claimed) {
    Instant now = clock.instant();
    claimed.values().forEach(rows -> underWay.begin(rows, now));
    claimed.forEach(this::send);
  }

  private void send(TenantId tenant, List<Claimed> claimed) {
    Claimed.together(claimed).forEach(some -> together(tenant, some));
  }

  private void together(TenantId tenant, List<Claimed> claimed) {
    List<ToSend> read = new ArrayList<>();
    Set<Claimed> over = new HashSet<>(claimed);
    try {
      within.tenantOr(tenant, claimed, () -> read.add(deliveries.next(claimed)));
      read.forEach(
          some -> {
            some.ready().forEach(one -> over.remove(one.claimed()));
            some.back().forEach(one -> over.remove(one.claimed()));
          });
    } finally {
      over.forEach(underWay::end);
      underWay.letGo(over);
    }
    for (ToSend some : read) {
      List<Back> back = new ArrayList<>(some.back());
      Grants grants = Grants.of(rates, tenant, some.ready());
      some.ready().forEach(one -> call(one, grants, back));
      giveBack(back);
    }
  }

  private void call(Ready one, Grants grants, List<Back> back) {
    if (!isOurs(one.claimed())) {
      // This node stood still for longer than a lease: another may be at it.
      back.add(new Back(one.claimed(), clock.instant(), false));
      return;
    }
    try {
      Instant later = receivers.notBefore(one, grants);
      if (later == null) {
        sender.send(one.call(), () -> isOurs(one.claimed()), outcome -> end(one, outcome));
      } else {
        back.add(new Back(one.claimed(), later, false));
      }
    } catch (RuntimeException | LinkageError e) {
      LOG.log(Level.WARNING, "A webhook could not be called, and is tried later", e);
      receivers.notMade(one.claimed());
      back.add(InTenant.later(one.claimed(), clock.instant()));
    }
  }

  /** Nothing was attempted. */
  private void giveBack(List<Back> back) {
    if (!back.isEmpty()) {
      List<Claimed> rows = back.stream().map(Back::claimed).toList();
      rows.forEach(underWay::end);
      within.orLeaveToLease(() -> claims.giveBack(back));
      underWay.letGo(rows);
    }
  }

  /** Throws nothing: whoever tells it would swallow that. */
  private void end(Ready ready, Outcome outcome) {
    Result result;
    try {
      result = learnt(ready, outcome);
    } catch (RuntimeException | LinkageError e) {
      LOG.log(Level.WARNING, "Nothing was learnt of a receiver from its call", e);
      receivers.notMade(ready.claimed());
      result = new Result(ready, outcome, true, null);
    }
    underWay.end(ready.claimed());
    ended.add(result);
    askToRecord();
    lookForMore();
  }

  /** What fails after the lease says nothing of the receiver: this node stood still meanwhile. */
  private Result learnt(Ready ready, Outcome outcome) {
    if (outcome.error() == null || isOurs(ready.claimed())) {
      return receivers.ended(ready, outcome);
    }
    receivers.notMade(ready.claimed());
    return new Result(ready, outcome, false, null);
  }

  private void askToRecord() {
    try {
      recording.ask();
    } catch (RejectedExecutionException e) {
      LOG.log(Level.WARNING, "Webhooks are recorded with the next beat", e);
    }
  }

  /** Looks again when an endpoint that wants to be called slowly may be called next. */
  void lookAgainAt(Instant moment, Instant now) {
    long millis = Math.max(0, Duration.between(now, moment).toMillis() + 1);
    executor.schedule(this::lookForMore, millis, TimeUnit.MILLISECONDS);
  }

  private void lookForMore() {
    try {
      room.run();
    } catch (RejectedExecutionException e) {
      LOG.log(Level.WARNING, "Webhooks are looked for with the next tick", e);
    }
  }

  private void recordEnded() {
    List<Result> results = new ArrayList<>();
    ended.drainTo(results);
    record(results);
  }

  private void record(List<Result> results) {
    results.stream()
        .collect(Collectors.groupingBy(one -> one.ready().claimed().tenant()))
        .forEach(this::record);
  }

  private void record(TenantId tenant, List<Result> results) {
    try {
      records.of(tenant, results);
    } finally {
      underWay.letGo(results.stream().map(one -> one.ready().claimed()).toList());
    }
  }

  /** Begins no more, records what ends within a few seconds, and leaves the rest to others. */
  void stop() throws InterruptedException {
    underWay.close();
    long until = System.nanoTime() + LONGEST_STOP.toNanos();
    while (!underWay.held().isEmpty() && System.nanoTime() < until) {
      Result one = ended.poll(1, TimeUnit.MILLISECONDS);
      if (one != null) {
        List<Result> results = new ArrayList<>(List.of(one));
        ended.drainTo(results);
        record(results);
      }
    }
    Instant now = clock.instant();
    giveBack(underWay.held().stream().map(one -> new Back(one, now, false)).toList());
  }
}
