package org.freehold.flags;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import org.freehold.engine.flags.Explanation;

/**
 * What a flag is for a context, and how it came to that.
 *
 * @param reason in the words of OpenFeature, as in TARGETING_MATCH
 * @param rule the id of the rule that decided; null when none did
 * @param bucketBy the attribute by which the context falls into a share; null without a split
 * @param bucket where it falls, in percent; null without a split
 * @param steps what was looked at, in this order, up to what decided
 */
public record FlagAnswer(
    String flag,
    String environment,
    String variant,
    JsonValue value,
    String reason,
    String rule,
    String bucketBy,
    BigDecimal bucket,
    List<Look> steps) {

  /**
   * A look.
   *
   * @param about the id of the rule, or the key of the flag that is needed; null for the flag
   *     itself
   * @param condition which of the rule's conditions did not hold, from 0; null when none is to
   *     blame
   */
  public record Look(
      Explanation.What what, String about, boolean passed, Integer condition, String told) {}
}
