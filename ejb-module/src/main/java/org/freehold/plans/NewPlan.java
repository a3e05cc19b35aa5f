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

/** Asks for a new plan; the rest is as in {@link PlanFields}. */
public record NewPlan(
    @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,62}") String id,
    @NotBlank @Size(max = Text.NAME) String name,
    @Size(max = Text.DESCRIPTION) String description,
    @NotNull @Valid Money price,
    @Size(max = 50) Map<@Size(min = 1, max = 64) String, @NotNull @Positive Long> limits,
    @Size(max = 50) Map<@Size(min = 1, max = 64) String, @NotNull JsonValue> entitlements,
    Boolean offered,
    @Size(max = 200) List<@NotNull @Pattern(regexp = Text.SLUG) String> tenants) {
  public NewPlan {
    limits = limits == null ? Map.of() : limits;
    entitlements = entitlements == null ? Map.of() : entitlements;
    offered = offered == null || offered;
    tenants = tenants == null ? List.of() : tenants;
  }

  /** The same for one that is there. */
  public static NewPlan of(String id, PlanFields fields) {
    return new NewPlan(
        id,
        fields.name(),
        fields.description(),
        fields.price(),
        fields.limits(),
        fields.entitlements(),
        fields.offered(),
        fields.tenants());
  }

  PlanFields fields() {
    return new PlanFields(name, description, price, limits, entitlements, offered, tenants);
  }
}
