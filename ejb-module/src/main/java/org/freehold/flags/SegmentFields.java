package org.freehold.flags;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A named part of all contexts: who is included, and, unless excluded, for whom all conditions
 * hold.
 *
 * @param key unique among the segments of the tenant; never changes
 * @param included targeting keys
 * @param excluded targeting keys; who is in both lists is included
 * @param conditions without any nobody is in it but who is included; they name no segments
 */
public record SegmentFields(
    @NotNull @Pattern(regexp = FlagKey.PATTERN, message = FlagKey.MESSAGE) String key,
    @Size(max = 2000) String description,
    @Size(max = 2000) List<@NotNull @Size(min = 1, max = 256) String> included,
    @Size(max = 2000) List<@NotNull @Size(min = 1, max = 256) String> excluded,
    @Size(max = 20) List<@NotNull @Valid FlagCondition> conditions) {
  public SegmentFields {
    included = included == null ? List.of() : included;
    excluded = excluded == null ? List.of() : excluded;
    conditions = conditions == null ? List.of() : conditions;
  }
}
