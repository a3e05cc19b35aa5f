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
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** Attempts of one tenant that are recorded in one transaction. */
  private static final int TOGETHER = 200;

  /** Between the end of a call and the look for another, so that one look serves many. */
  private static final long PAUSE_MILLIS = 5;

  @Inject private Deliveries deliveries;
  @Inject private Sender sender;
  @Inject private Receivers receivers;
  @Inject private DueClaims claims;
  @Inject private InTenant within;
  @Inject private WebhookSettings settings;
  @Inject private Clock clock;
  @Resource private ManagedScheduledExecutorService executor;
  private final Queue<Result> ended = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean asked = new AtomicBoolean();
  private UnderWay underWay;
  private OneAtATime recording;
  private Runnable room;

  @PostConstruct
  void start() {
    underWay = new UnderWay(settings.bounds());
    recording = new OneAtATime(executor, this::recordEnded);
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

  /** Returns when all are on their way. */
  void begin(Map<TenantId, List<Claimed>> claimed) {
    Instant now = clock.instant();
    claimed.values().forEach(rows -> underWay.begin(rows, now));
    claimed.forEach(this::send);
  }

  private void send(TenantId tenant, List<Claimed> claimed) {
    List<Ready> ready = new ArrayList<>();
    List<Claimed> over = new ArrayList<>(claimed);
    try {
      if (within.tenantOr(tenant, claimed, () -> ready.addAll(deliveries.next(claimed)))) {
        over.removeAll(ready.stream().map(Ready::claimed).toList());
      } else {
        ready.clear();
      }
    } finally {
      over.forEach(underWay::end);
      underWay.letGo(over);
    }
    List<Back> back = new ArrayList<>();
    ready.forEach(one -> call(one, back));
    giveBack(back);
  }

  private void call(Ready one, List<Back> back) {
    try {
      Instant later = receivers.notBefore(one);
      if (later == null) {
        sender.send(one.call(), outcome -> end(one, outcome));
      } else {
        back.add(new Back(one.claimed(), later, false));
      }
    } catch (RuntimeException | LinkageError e) {
      LOG.log(Level.WARNING, "A webhook could not be called, and is tried later", e);
      receivers.notMade(one.claimed());
      back.add(InTenant.later(one.claimed(), clock.instant()));
    }
  }

  /** What this endpoint's receiver is not called with just now: nothing was attempted. */
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
      result = receivers.ended(ready, outcome);
    } catch (RuntimeException | LinkageError e) {
      LOG.log(Level.WARNING, "Nothing was learnt of a receiver from its call", e);
      receivers.notMade(ready.claimed());
      result = new Result(ready, outcome, true, null);
    }
    underWay.end(ready.claimed());
    ended.add(result);
    askToRecord();
    if (asked.compareAndSet(false, true)) {
      try {
        executor.schedule(this::lookAgain, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        asked.set(false);
        LOG.log(Level.WARNING, "Room for webhooks is looked for with the next tick", e);
      }
    }
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
    long millis = Math.max(PAUSE_MILLIS, Duration.between(now, moment).toMillis() + 1);
    executor.schedule(room, millis, TimeUnit.MILLISECONDS);
  }

  private void lookAgain() {
    asked.set(false);
    try {
      room.run();
    } catch (RejectedExecutionException e) {
      LOG.log(Level.WARNING, "Webhooks are looked for with the next tick", e);
    }
  }

  private void recordEnded() {
    List<Result> results = new ArrayList<>();
    for (Result next = ended.poll(); next != null; next = ended.poll()) {
      results.add(next);
    }
    results.stream()
        .collect(Collectors.groupingBy(one -> one.ready().claimed().tenant()))
        .forEach(this::record);
  }

  private void record(TenantId tenant, List<Result> results) {
    for (int from = 0; from < results.size(); from += TOGETHER) {
      List<Result> some = results.subList(from, Math.min(results.size(), from + TOGETHER));
      List<Claimed> claimed = some.stream().map(one -> one.ready().claimed()).toList();
      try {
        // What could not be recorded is given back, and then sent again: at least once.
        within.tenantOr(tenant, claimed, () -> deliveries.record(some));
      } finally {
        underWay.letGo(claimed);
      }
    }
  }
}
