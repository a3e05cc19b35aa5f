package org.freehold.environments.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.freehold.environments.EnvironmentFields;
import org.freehold.environments.FreezeWindow;
import org.freehold.environments.TargetFields;
import org.freehold.environments.TargetKind;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;

/** What a request says of an environment beyond the form of its fields. */
public final class EnvironmentChecks {
  private EnvironmentChecks() {}

  /**
   * {@link Invalid} with every fault. Answers the address of an outside database that was not the
   * target before, and whose host is to be looked up; null when there is none.
   *
   * @param before null when there was none
   */
  public static String check(EnvironmentFields fields, TargetFields before) {
    List<Fault> faults = new ArrayList<>();
    web(fields.url(), "/url", faults);
    web(fields.healthUrl(), "/health_url", faults);
    List<FreezeWindow> freeze = fields.policy().freeze();
    for (int i = 0; i < freeze.size(); i++) {
      window(freeze.get(i), "/policy/freeze/" + i, faults);
    }
    target(fields.target(), faults);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    TargetFields target = fields.target();
    boolean moved = before == null || !target.told().equals(before.told());
    if (target.kind() != TargetKind.OUTSIDE || !moved) {
      return null;
    }
    if (target.password() == null) {
      throw Invalid.at(
          "/target/password", "required", "An outside database needs its password told anew.");
    }
    return target.jdbcUrl();
  }

  private static void web(String text, String pointer, List<Fault> faults) {
    if (text == null) {
      return;
    }
    try {
      URI url = new URI(text);
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      if (web && url.getHost() != null && url.getRawUserInfo() == null) {
        return;
      }
    } catch (URISyntaxException e) {
      faults.add(new Fault(pointer, "format", "This is no URL."));
      return;
    }
    faults.add(
        new Fault(
            pointer, "format", "The URL begins with https:// or http:// and carries no user."));
  }

  private static void window(FreezeWindow window, String pointer, List<Fault> faults) {
    boolean once = window.from() != null && window.until() != null;
    boolean partly = window.from() != null || window.until() != null;
    if (window.weekly() == null ? !once : partly) {
      faults.add(
          new Fault(pointer, "window", "A window has from and until, or weekly, one of them."));
    } else if (once && !window.until().isAfter(window.from())) {
      faults.add(new Fault(pointer + "/until", "order", "The window ends before it begins."));
    } else if (window.weekly() != null && !isZone(window.weekly().zone())) {
      faults.add(
          new Fault(
              pointer + "/weekly/zone",
              "zone",
              "There is no such time zone; write it as Europe/Berlin."));
    }
  }

  private static boolean isZone(String zone) {
    try {
      return ZoneId.of(zone) != null;
    } catch (DateTimeException e) {
      // Its message repeats the zone and says no more.
      return false;
    }
  }

  private static void target(TargetFields target, List<Fault> faults) {
    boolean given =
        target.jdbcUrl() != null
            || target.user() != null
            || target.password() != null
            || target.schema() != null;
    if (target.kind() == TargetKind.MANAGED && given) {
      faults.add(new Fault("/target", "managed", "A managed target takes no address and no user."));
    }
    if (target.kind() == TargetKind.OUTSIDE) {
      required(target.jdbcUrl(), "/target/jdbc_url", faults);
      required(target.user(), "/target/user", faults);
    }
  }

  private static void required(String text, String pointer, List<Fault> faults) {
    if (text == null || text.isBlank()) {
      faults.add(new Fault(pointer, "required", "An outside database needs this."));
    }
  }
}
