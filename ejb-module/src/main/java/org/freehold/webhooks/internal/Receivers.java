package org.freehold.webhooks.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.freehold.engine.delivery.Circuit;
import org.freehold.engine.delivery.EgressWeather;
import org.freehold.engine.delivery.Pace;

/**
 * What this node knows of receivers: whether they can be reached, how fast they want to be called,
 * and whether it is our own network that is down.
 */
@ApplicationScoped
public class Receivers {
  private static final Logger LOG = System.getLogger(Receivers.class.getName());
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  /** Before somebody looks whether the one call that asks has been answered. */
  private static final Duration ASKED = Duration.ofSeconds(1);

  private static final class Known {
    private Circuit circuit;
    private Pace pace;

    /** The one call that asks whether it can be reached again; null without one. */
    private Claimed asking;

    private int rate;

    /** While our own network is taken for down: not called again before; null: not called yet. */
    private Instant stormUntil;
  }

  @Inject private WebhookSettings settings;
  @Inject private AttemptFigures attempts;
  @Inject private Clock clock;
  private final Map<UUID, Known> known = new HashMap<>();
  private final EgressWeather weather = new EgressWeather();
  private int failuresToOpen;
  private Duration pause;
  private Instant wake;

  @PostConstruct
  void start() {
    failuresToOpen = settings.breakerFailures();
    pause = settings.breakerPause();
  }

  /** How many calls to the endpoint may begin, of those that there is room for. */
  synchronized int room(UUID endpoint, int most, Instant now) {
    Known one = known.get(endpoint);
    int inWeather = weather.isStormy() ? Math.min(1, most) : most;
    if (one == null) {
      return inWeather;
    }
    if (waitsInStorm(one, now)) {
      return 0;
    }
    int room = one.circuit.room(inWeather, now);
    if (room > 0 && one.pace != null && one.pace.room(now) < room) {
      Instant next = one.pace.next();
      wake = wake == null || next.isBefore(wake) ? next : wake;
      room = one.pace.room(now);
    }
    return room;
  }

  /** When an endpoint that wants to be called slowly may be called next; asked once. */
  synchronized Instant nextChance() {
    Instant next = wake;
    wake = null;
    return next;
  }

  /**
   * Null when the call may begin, and begins; otherwise not before. The pace of this node says how
   * much it claims; what is granted over all nodes says what begins.
   */
  synchronized Instant notBefore(Ready ready, Grants grants) {
    Instant now = clock.instant();
    Known one = known.computeIfAbsent(ready.claimed().endpoint(), id -> fresh());
    Instant until = ready.health().openUntil();
    if (until != null) {
      one.circuit.openUntil(until);
    }
    if (one.circuit.room(1, now) == 0) {
      Instant open = one.circuit.openUntil();
      return open.isAfter(now) ? open : now.plus(ASKED);
    }
    if (waitsInStorm(one, now)) {
      return one.stormUntil;
    }
    pace(one, ready.perMinute(), now);
    Duration wait = one.pace == null ? null : grants.take(ready);
    if (wait != null) {
      one.pace.notBefore(now.plus(wait));
      return now.plus(wait);
    }
    if (weather.isStormy()) {
      one.stormUntil = now.plus(pause);
    }
    if (one.circuit.begun()) {
      one.asking = ready.claimed();
    }
    if (one.pace != null) {
      one.pace.begun(now);
    }
    return null;
  }

  /** One call an endpoint and pause is enough to see that the network is there again. */
  private boolean waitsInStorm(Known one, Instant now) {
    return weather.isStormy() && one.stormUntil != null && now.isBefore(one.stormUntil);
  }

  private Known fresh() {
    Known one = new Known();
    one.circuit = new Circuit(failuresToOpen, pause, LONGEST_PAUSE);
    return one;
  }

  private static void pace(Known one, Integer perMinute, Instant now) {
    int wanted = perMinute == null ? 0 : perMinute;
    if (wanted != one.rate) {
      one.rate = wanted;
      one.pace = wanted == 0 ? null : new Pace(wanted, now);
    }
  }

  /** Learns from a call that is over. */
  synchronized Result ended(Ready ready, Outcome outcome) {
    attempts.count(ready, outcome);
    Instant now = clock.instant();
    UUID endpoint = ready.claimed().endpoint();
    Known one = known.computeIfAbsent(endpoint, id -> fresh());
    boolean before = weather.isStormy();
    String host = host(ready.call().url());
    boolean asked = ready.claimed().equals(one.asking);
    boolean stormy = false;
    if (CallErrors.isUnreachable(outcome)) {
      stormy = host != null && weather.failed(host, now);
      if (!stormy) {
        one.circuit.failed(now, asked);
      } else if (asked) {
        one.circuit.notMade();
      }
    } else if (outcome.statusCode() == null) {
      if (asked) {
        one.circuit.notMade();
      }
    } else {
      weather.reached(host == null ? "" : host, now);
      one.circuit.reached();
    }
    one.asking = asked || outcome.statusCode() != null ? null : one.asking;
    if (before != weather.isStormy()) {
      tell();
    }
    if (stormy) {
      one.stormUntil = now.plus(pause);
    }
    Instant open = stormy ? one.stormUntil : one.circuit.openUntil();
    if (one.circuit.isIdle() && one.pace == null && !stormy) {
      known.remove(endpoint);
    }
    return new Result(ready, outcome, !stormy && !outcome.needsConsent(), open);
  }

  private static String host(String url) {
    try {
      return new URI(url).getHost();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** The call was not made after all, or nobody knows what became of it. */
  synchronized void notMade(Claimed claimed) {
    Known one = known.get(claimed.endpoint());
    if (one != null && claimed.equals(one.asking)) {
      one.asking = null;
      one.circuit.notMade();
    }
  }

  private void tell() {
    if (weather.isStormy()) {
      LOG.log(
          Level.WARNING,
          "No webhook receiver can be reached any more: is the network of this server down? Until"
              + " one is reached again, failures use up no attempts and disable no endpoint.");
    } else {
      LOG.log(Level.INFO, "Webhook receivers can be reached again");
    }
  }

  /** Whether the fault is taken for ours. */
  synchronized boolean isNetworkDown() {
    return weather.isStormy();
  }
}
