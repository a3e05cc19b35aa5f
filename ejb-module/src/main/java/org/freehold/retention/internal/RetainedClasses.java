package org.freehold.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.freehold.platform.HoldScope;
import org.freehold.platform.NotFound;
import org.freehold.platform.PlanCatalogue;
import org.freehold.platform.RemovableData;
import org.freehold.platform.RetainedData;
import org.freehold.platform.RetentionClass;
import org.freehold.platform.TenantRef;

/** The classes of data that there are, and what holds for a tenant that said nothing of them. */
@ApplicationScoped
public class RetainedClasses {
  /** Kept until somebody deletes it; so it can be held, and has no policy. */
  private static final String FILES = "files";

  private static final int LONG = 3653;

  @Inject @Any private Instance<RetainedData> data;
  @Inject private PlanCatalogue plans;

  public List<RetainedData> all() {
    List<RetainedData> all = new ArrayList<>();
    data.forEach(all::add);
    all.sort(Comparator.comparing(one -> one.retentionClass().name()));
    return all;
  }

  /** Those that need no archive. */
  public List<RemovableData> removable() {
    return all().stream()
        .filter(RemovableData.class::isInstance)
        .map(RemovableData.class::cast)
        .toList();
  }

  public RetainedData named(String name) {
    return all().stream()
        .filter(one -> one.retentionClass().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NotFound("class of data"));
  }

  /** What a hold may be limited to. */
  public Set<String> holdable() {
    Set<String> names = new TreeSet<>(Set.of(FILES));
    all().forEach(one -> names.add(one.retentionClass().name()));
    return names;
  }

  /** By what a hold of the class can be limited. */
  public Set<HoldScope> scopes(String name) {
    return name.equals(FILES)
        ? Set.of(HoldScope.PERSON, HoldScope.PROJECT)
        : named(name).retentionClass().scopes();
  }

  /** What holds for a tenant that said nothing: never less than its plan promises. */
  public int defaultDays(TenantRef tenant, RetentionClass of) {
    return Math.min(of.mostDays(), Math.max(of.defaultDays(), promised(tenant, of)));
  }

  private int promised(TenantRef tenant, RetentionClass of) {
    if (of.promisedBy() == null) {
      return 0;
    }
    JsonValue own = tenant.plan().entitlements().get(of.promisedBy());
    JsonValue value =
        own == null ? plans.terms(tenant.plan().id()).entitlements().get(of.promisedBy()) : own;
    return Optional.ofNullable(value)
        .filter(JsonNumber.class::isInstance)
        .map(number -> ((JsonNumber) number).intValue())
        .orElse(0);
  }

  /** What is to be thought of before data is kept for so many days. */
  public List<String> warnings(TenantRef tenant, RetentionClass of, int days) {
    List<String> warnings = new ArrayList<>();
    int promised = promised(tenant, of);
    if (days < promised) {
      warnings.add("The plan promises " + promised + " days.");
    }
    of.advice().stream()
        .filter(advice -> days < advice.leastDays())
        .forEach(advice -> warnings.add(advice.text()));
    if (days > LONG) {
      warnings.add(
          "This is more than ten years: personal data may be kept no longer than its purpose needs"
              + " (GDPR, Article 5(1)(e)).");
    }
    return warnings;
  }
}
