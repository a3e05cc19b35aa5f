package org.freehold.launcher;

import org.freehold.launcher.folder.Refused;

/**
 * With {@code FREEHOLD_MODE=production} nothing is made up: the database, the master key and the
 * first administrator come from the operator, and there is no demo.
 */
final class ProductionMode {
  private ProductionMode() {}

  static boolean isOn(Environment environment) {
    return environment.get("FREEHOLD_MODE").filter("production"::equals).isPresent();
  }

  /** Refuses a start that would make something up. */
  static void refuseInventions(Environment environment) {
    String mode = environment.get("FREEHOLD_MODE").orElse("development");
    if (!mode.equals("production") && !mode.equals("development")) {
      throw new Refused(
          "FREEHOLD_MODE is " + mode + ".", "It is production or development (the default).");
    }
    if (!isOn(environment)) {
      return;
    }
    require(
        environment.get("FREEHOLD_DATABASE_URL").isPresent(),
        "Production mode does not use the embedded database.",
        "Set FREEHOLD_DATABASE_URL, FREEHOLD_DATABASE_USER and FREEHOLD_DATABASE_PASSWORD.");
    require(
        environment.get("FREEHOLD_MASTER_KEY").isPresent()
            || environment.get("FREEHOLD_MASTER_KEY_FILE").isPresent(),
        "Production mode does not generate a master key.",
        "Set FREEHOLD_MASTER_KEY_FILE to a file with 32 random bytes as base64, and keep a copy of it apart.");
    require(
        environment.get("FREEHOLD_DEMO").filter("true"::equals).isEmpty(),
        "Production mode makes no demo tenant.",
        "Leave FREEHOLD_DEMO out.");
    require(
        environment.get("FREEHOLD_DEMO_PASSWORD").isEmpty(),
        "Production mode gives demo users no password.",
        "Leave FREEHOLD_DEMO_PASSWORD out.");
  }

  private static void require(boolean given, String what, String todo) {
    if (!given) {
      throw new Refused(what, todo);
    }
  }
}
