package org.freehold.platform;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * A section of the bundle of a release that a feature carries out, beside the changes of the
 * environment's database. Found by CDI; called within the context of the tenant.
 */
public interface ReleaseOperation {
  /** The member of the bundle that it is. */
  String section();

  /**
   * What those must hold who prepare such a bundle, until it has taken effect, and who have it
   * undone.
   */
  String permission();

  /**
   * Whether each environment has its own of what it changes. Else that is the whole tenant's: it is
   * shown for every environment, and takes effect in the tenant's last one.
   */
  default boolean inEachEnvironment() {
    return true;
  }

  /**
   * What it would do in the environment as things are now; changes nothing.
   *
   * @throws Invalid with pointers below the section
   */
  List<Effect> effects(JsonValue section, String environment);

  /**
   * Whom it would reach, where that takes longer to find out: asked with no transaction open, after
   * {@link #effects}.
   */
  default List<Effect> reach(JsonValue section) {
    return List.of();
  }

  /**
   * Does it in the caller's transaction, and answers what {@link #undo} needs. A {@link Problem}
   * undoes the whole promotion.
   */
  JsonObject apply(JsonValue section, Delivery delivery);

  /**
   * Undoes it in the caller's transaction; refuses nothing. Answers a sentence for each thing that
   * is left as it is, since others changed it or it may not be undone.
   */
  List<String> undo(JsonObject applied, Delivery delivery);

  /**
   * What brings a section along, or takes it back.
   *
   * @param authority of whom: who prepared it, or who had it undone; null: the system's
   */
  record Delivery(String environment, String release, UserId authority) {}

  /**
   * One thing that becomes another.
   *
   * @param caution whether somebody should look twice
   * @param text a sentence
   */
  record Effect(boolean caution, String text) {}
}
