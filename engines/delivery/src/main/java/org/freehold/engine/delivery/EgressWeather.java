package org.freehold.engine.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells a network of ours that is down from receivers that are: when many receivers that have
 * nothing to do with each other, and were well until now, cannot be reached at the same time, and
 * none can, the fault is ours. Not for several threads.
 */
public final class EgressWeather {
  /** Sites that must be out of reach together. */
  public static final int SITES = 5;

  private static final Duration TOGETHER = Duration.ofSeconds(60);
  private static final Duration WELL = Duration.ofHours(1);
  private static final int REMEMBERED = 2000;
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

  private static final class Site {
    private Instant reached;
    private Instant failed;
  }

  private final Map<String, Site> sites =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Site> eldest) {
          return size() > REMEMBERED;
        }
      };

  private Instant lastReached = Instant.MIN;
  private boolean stormy;

  /** A receiver answered. */
  public void reached(String host, Instant now) {
    lastReached = now;
    site(host).reached = now;
    stormy = false;
  }

  /** A receiver could not be reached, and whether the fault is taken for ours from then on. */
  public boolean failed(String host, Instant now) {
    site(host).failed = now;
    if (!stormy) {
      stormy = sites.values().stream().filter(site -> isNewlyOut(site, now)).count() >= SITES;
    }
    return stormy;
  }

  private boolean isNewlyOut(Site site, Instant now) {
    return site.failed != null
        && site.reached != null
        && site.failed.isAfter(lastReached)
        && site.failed.isAfter(now.minus(TOGETHER))
        && site.reached.isAfter(now.minus(WELL));
  }

  public boolean isStormy() {
    return stormy;
  }

  private Site site(String host) {
    return sites.computeIfAbsent(siteOf(host), name -> new Site());
  }

  /** Names below one domain have one fate, as a rule. */
  static String siteOf(String host) {
    if (ADDRESS.matcher(host).matches()) {
      return host;
    }
    String[] labels = host.split("\\.");
    int last = labels.length - 1;
    return last < 1 ? host : labels[last - 1] + "." + labels[last];
  }
}
