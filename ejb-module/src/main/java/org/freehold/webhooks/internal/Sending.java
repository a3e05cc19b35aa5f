package org.freehold.webhooks.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.OneAtATime;

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
  @Inject private InTenant within;
  @Inject private WebhookSettings settings;
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

  List<Claimed> held() {
    return underWay.held();
  }

  /** Returns when all are on their way. */
  void begin(Map<TenantId, List<Claimed>> claimed) {
    claimed.values().forEach(underWay::begin);
    claimed.forEach(this::send);
  }

  private void send(TenantId tenant, List<Claimed> claimed) {
    List<Ready> ready = new ArrayList<>();
    within.tenantOr(tenant, claimed, () -> ready.addAll(deliveries.next(claimed)));
    List<Claimed> over = new ArrayList<>(claimed);
    over.removeAll(ready.stream().map(Ready::claimed).toList());
    over.forEach(underWay::end);
    underWay.letGo(over);
    ready.forEach(this::call);
  }

  private void call(Ready ready) {
    sender.send(ready.call(), outcome -> end(new Result(ready, outcome, true)));
  }

  private void end(Result result) {
    underWay.end(result.ready().claimed());
    ended.add(result);
    recording.ask();
    if (asked.compareAndSet(false, true)) {
      executor.schedule(this::lookAgain, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void lookAgain() {
    asked.set(false);
    room.run();
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
      // What could not be recorded is given back, and then sent again: at least once.
      within.tenantOr(tenant, claimed, () -> deliveries.record(some));
      underWay.letGo(claimed);
    }
  }
}
