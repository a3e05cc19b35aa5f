package org.freehold.market.internal;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.RecordReader;
import org.freehold.tenancy.TenantTier;

/**
 * The plans that a tenant gets, and the one that it starts with.
 *
 * @param tier of that one
 */
public record PlanOffer(
    @NotNull String start,
    @NotNull TenantTier tier,
    @NotNull List<@NotNull @Valid UsedPlan> plans) {
  private static final RecordReader READER =
      new RecordReader(Validation.buildDefaultValidatorFactory().getValidator());

  /** The tenant is made with a tier that is sold; one of an operator's making is taken then. */
  public TenantTier tierAtFirst() {
    return tier == TenantTier.CUSTOM ? TenantTier.FREE : tier;
  }

  public boolean isTakenLater() {
    return tier == TenantTier.CUSTOM;
  }

  static PlanOffer stored(String text) {
    return READER.read(PlanOffer.class, JsonText.parseObject(text));
  }
}
