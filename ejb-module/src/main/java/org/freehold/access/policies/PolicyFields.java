package org.freehold.access.policies;

import jakarta.json.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.freehold.engine.access.Policy;
import org.freehold.platform.Text;

/**
 * A policy as the tenant describes it.
 *
 * @param name unique in the tenant
 * @param priority among policies of the same effect the highest is named as the one that decided;
 *     it changes no decision; 0 when absent
 * @param reportOnly it is told what it would do, and does nothing; false when absent
 * @param enabled true when absent
 * @param notBefore the first moment at which it counts; null for always
 * @param expires the first moment at which it no longer counts; null for never
 * @param condition null for none: it always applies
 */
public record PolicyFields(
    @NotBlank @Size(max = Text.NAME) String name,
    @Size(max = Text.DESCRIPTION) String description,
    @NotNull Policy.Effect effect,
    @Min(-1_000_000) @Max(1_000_000) Integer priority,
    Boolean reportOnly,
    Boolean enabled,
    Instant notBefore,
    Instant expires,
    @NotNull @Valid PolicyTarget target,
    JsonValue condition) {
  public PolicyFields {
    priority = priority == null ? Integer.valueOf(0) : priority;
    reportOnly = reportOnly != null && reportOnly;
    enabled = enabled == null || enabled;
  }
}
