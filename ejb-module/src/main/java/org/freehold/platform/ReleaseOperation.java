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

  /** What those who prepare such a bundle must hold. */
  String permission();

  /**
   * What it would do in the environment as things are now; changes nothing.
   *
   * @throws Invalid with pointers below the section
   */
  List<Effect> effects(JsonValue section, String environment);

  /**
   * Does it in the caller's transaction, and answers what {@link #undo} needs. A {@link Problem}
   * undoes the whole promotion.
   */
  JsonObject apply(JsonValue section, String environment, String release);

  /**
   * Undoes it in the caller's transaction; refuses nothing. Answers a sentence for each thing that
   * others changed since and that is left as it is.
   */
  List<String> undo(JsonObject applied, String environment, String release);

  /**
   * One thing that becomes another.
   *
   * @param caution whether somebody should look twice
   * @param text a sentence
   */
  record Effect(boolean caution, String text) {}
}
