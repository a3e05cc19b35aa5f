package org.freehold.plans.internal;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.plans.Money;
import org.freehold.plans.NewPlan;
import org.freehold.plans.PlanFields;
import org.freehold.platform.PlanTerms;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonList;
import org.freehold.platform.persistence.JsonMap;
import org.freehold.tenancy.TenantTier;

/** A plan. Its id and its tier stay; who has it has what it gives now. */
@Entity
@Table(schema = "control", name = "plan")
public class Plan {
  @Id private String id;
  private String name;
  private String description;
  private String tier;

  @Column(name = "price_minor")
  private long priceMinor;

  private String currency;

  @Convert(converter = JsonMap.class)
  private Map<String, JsonValue> limits;

  @Convert(converter = JsonMap.class)
  private Map<String, JsonValue> entitlements;

  private boolean offered;

  @Convert(converter = JsonList.class)
  private List<String> tenants;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected Plan() {}

  /** One of an operator's making; the price is in minor units. */
  public Plan(String id, PlanFields fields, long priceMinor, Instant now) {
    this.id = id;
    tier = WireNames.of(TenantTier.CUSTOM);
    createdAt = now;
    change(fields, priceMinor, now);
  }

  public void change(PlanFields fields, long priceMinor, Instant now) {
    name = fields.name();
    description = fields.description();
    this.priceMinor = priceMinor;
    currency = fields.price().currency();
    limits = new TreeMap<>();
    fields
        .limits()
        .forEach((meter, most) -> limits.put(meter, JsonText.PROVIDER.createValue(most)));
    entitlements = new TreeMap<>(fields.entitlements());
    offered = fields.offered();
    tenants = List.copyOf(fields.tenants());
    updatedAt = now;
  }

  public PlanFields fields() {
    return new PlanFields(name, description, price(), limits(), entitlements, offered, tenants);
  }

  public NewPlan described() {
    return NewPlan.of(id, fields());
  }

  /** As all that have it hold it in memory. */
  public KnownPlan known() {
    PlanTerms terms = new PlanTerms(id, limits(), entitlements);
    return new KnownPlan(terms, name, tier(), priceMinor, currency, offered, List.copyOf(tenants));
  }

  private Map<String, Long> limits() {
    Map<String, Long> read = new TreeMap<>();
    limits.forEach((meter, most) -> read.put(meter, ((JsonNumber) most).longValueExact()));
    return read;
  }

  private Money price() {
    return Money.ofMinor(priceMinor, currency);
  }

  private TenantTier tier() {
    return WireNames.constant(TenantTier.class, tier).orElseThrow();
  }

  public String id() {
    return id;
  }

  public String description() {
    return description;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public long version() {
    return version;
  }
}
