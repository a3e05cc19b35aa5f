package org.freehold.webhooks.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.DueWork;
import org.freehold.platform.work.OneAtATime;

/**
 * Keeps webhooks moving: spreads messages, and claims what is due as there is room for it. Woken by
 * the doorbell, by the tick, and by calls that end while more is waiting.
 */
@ApplicationScoped
public class DeliveryPump implements DueWork {
  private static final Logger LOG = System.getLogger(DeliveryPump.class.getName());

  /** Tenants and messages of each that are spread with one claim. */
  private static final int TENANTS = 16;

  private static final int MESSAGES = 100;

  /** Between two looks, so that one look serves many. */
  static final Duration REST = Duration.ofMillis(5);

  private static final UUID FIRST = new UUID(0, 0);

  @Inject private DueClaims claims;
  @Inject private NextInTurn turn;
  @Inject private Spreading spreading;
  @Inject private InTenant within;
  @Inject private Sending sending;
  @Inject private Receivers receivers;
  @Inject private WebhookSettings settings;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService executor;
  private OneAtATime spread;
  private OneAtATime send;
  private final Set<Claimed> spreadNow = ConcurrentHashMap.newKeySet();
  private UUID lastSpread = FIRST;

  @PostConstruct
  void start() {
    spread = new OneAtATime(executor, REST, this::spreadDue);
    send = new OneAtATime(executor, REST, this::sendDue);
    sending.whenThereIsRoom(send::ask);
  }

  @Override
  public void lookForWork() {
    spread.ask();
    send.ask();
  }

  @Override
  public void holdLeases() {
    List<Claimed> held = new ArrayList<>(sending.held());
    held.addAll(spreadNow);
    if (!held.isEmpty()) {
      long until = System.nanoTime() + settings.lease().toNanos();
      sending.hold(claims.hold(held, settings.lease()), until);
    }
  }

  private void spreadDue() {
    try {
      List<Claimed> messages = claimMessages();
      while (!messages.isEmpty()) {
        spreadNow.addAll(messages);
        byTenant(messages).forEach(this::spread);
        send.ask();
        messages = claimMessages();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Messages could not be claimed, and are soon tried again", e);
    } finally {
      spreadNow.clear();
    }
  }

  private List<Claimed> claimMessages() {
    List<Claimed> claimed = claimAfter(lastSpread);
    if (claimed.isEmpty() && !lastSpread.equals(FIRST)) {
      claimed = claimAfter(FIRST);
    }
    lastSpread =
        claimed.stream()
            .map(one -> one.tenant().value())
            .reduce((a, b) -> a.toString().compareTo(b.toString()) > 0 ? a : b)
            .orElse(FIRST);
    return claimed;
  }

  private List<Claimed> claimAfter(UUID tenant) {
    return claims.messages(tenant, TENANTS, MESSAGES, settings.lease(), clock.instant());
  }

  private void spread(TenantId tenant, List<Claimed> messages) {
    Claimed.together(messages)
        .forEach(
            some -> {
              within.tenantAsItIsOr(
                  tenant,
                  some,
                  () -> spreading.spread(some.stream().map(Claimed::subject).toList()));
              some.forEach(spreadNow::remove);
            });
  }

  private void sendDue() {
    try {
      for (Lane lane : Lane.values()) {
        List<Claimed> claimed = turn.claim(lane, sending.underWay());
        while (!claimed.isEmpty()) {
          sending.begin(byTenant(claimed));
          claimed = turn.claim(lane, sending.underWay());
        }
      }
      Instant next = receivers.nextChance();
      if (next != null) {
        sending.lookAgainAt(next, clock.instant());
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Deliveries could not be claimed, and are soon tried again", e);
    }
  }

  private static Map<TenantId, List<Claimed>> byTenant(List<Claimed> claimed) {
    return claimed.stream().collect(Collectors.groupingBy(Claimed::tenant));
  }
}
