package org.freehold.launcher;

import java.util.Optional;
import org.freehold.launcher.folder.Secrets;

/**
 * The first password of demo users: the one that was given, or one made up and kept with the
 * secrets. In production mode there is none.
 */
record DemoPassword(Environment environment, Secrets secrets) {
  private static final String KEPT = "demo-users";

  Optional<String> get() {
    return ProductionMode.isOn(environment)
        ? Optional.empty()
        : environment.get("FREEHOLD_DEMO_PASSWORD").or(() -> Optional.of(secrets.password(KEPT)));
  }

  /** The one that only we know; empty where one was given. */
  Optional<String> generated() {
    return environment.get("FREEHOLD_DEMO_PASSWORD").isPresent()
        ? Optional.empty()
        : secrets.known(KEPT);
  }
}
