package org.freehold.plans;

import jakarta.json.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.freehold.platform.Text;

/**
 * What of a plan an operator can change.
 *
 * @param price for a month
 * @param limits by meter, as {@code projects}; a meter that is not named has no limit
 * @param entitlements by name, as {@code sso}; one that is not named has its least value
 * @param offered false: who has it keeps it, and nobody else gets it; true when absent
 * @param tenants slugs of those to whom it is offered; none: to all
 */
public record PlanFields(
    @NotBlank @Size(max = Text.NAME) String name,
    @Size(max = Text.DESCRIPTION) String description,
    @NotNull @Valid Money price,
    @Size(max = 50) Map<@Size(min = 1, max = 64) String, @NotNull @Positive Long> limits,
    @Size(max = 50) Map<@Size(min = 1, max = 64) String, @NotNull JsonValue> entitlements,
    Boolean offered,
    @Size(max = 200) List<@NotNull @Pattern(regexp = Text.SLUG) String> tenants) {
  public PlanFields {
    limits = limits == null ? Map.of() : limits;
    entitlements = entitlements == null ? Map.of() : entitlements;
    offered = offered == null || offered;
    tenants = tenants == null ? List.of() : tenants;
  }
}
