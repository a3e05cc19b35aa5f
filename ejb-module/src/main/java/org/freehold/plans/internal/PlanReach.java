package org.freehold.plans.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.freehold.limits.TenantUsage;
import org.freehold.limits.Usage.MeterUse;
import org.freehold.plans.PlanTerm;
import org.freehold.plans.SubscriptionUpkeep;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Entitlement;
import org.freehold.platform.ReleaseOperation.Effect;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/**
 * How many tenants a change of plans reaches, counted one by one: what each of them uses is asked
 * in a transaction of its own. What was agreed with a tenant alone stays as it is.
 */
@ApplicationScoped
public class PlanReach {
  @Inject private TenantDirectory directory;
  @Inject private PlanBook book;
  @Inject private EntitlementList entitlements;
  @Inject private TenantUsage usage;
  @Inject private SubscriptionUpkeep subscriptions;

  /** Not to be asked in a transaction: it serves one tenant. */
  List<Effect> of(List<PlanTerm> terms) {
    Map<String, List<TenantRef>> having = new HashMap<>();
    terms.forEach(term -> having.put(term.plan(), new ArrayList<>()));
    directory.all().stream()
        .filter(tenant -> tenant.readable() && !tenant.isPlatform())
        .filter(tenant -> having.containsKey(tenant.plan().id()))
        .forEach(tenant -> having.get(tenant.plan().id()).add(tenant));
    Map<TenantId, Map<String, Long>> used = new HashMap<>();
    List<Effect> effects = new ArrayList<>();
    for (PlanTerm term : terms) {
      Effect effect = effect(term, having.get(term.plan()), used);
      if (effect != null) {
        effects.add(effect);
      }
    }
    return effects;
  }

  /** Null when it reaches nobody. */
  private Effect effect(
      PlanTerm term, List<TenantRef> tenants, Map<TenantId, Map<String, Long>> used) {
    return switch (term.type()) {
      case SET_ENTITLEMENT -> ofEntitlement(term, tenants);
      case SET_LIMIT -> ofLimit(term, tenants, used);
      case SET_PRICE -> ofPrice(term, tenants);
      case REMOVE_LIMIT -> null;
    };
  }

  /** Who pays elsewhere pays what was agreed there. */
  private Effect ofPrice(PlanTerm term, List<TenantRef> tenants) {
    long here = count(tenants, this::isBilledHere);
    long elsewhere = tenants.size() - here;
    String also =
        elsewhere == 0 ? "." : "; of " + elsewhere + " more it is changed where they pay.";
    return here == 0
        ? told(
            elsewhere,
            true,
            "has " + term.plan() + " and pays elsewhere: its price is changed there.",
            "have " + term.plan() + " and pay elsewhere: their price is changed there.")
        : told(
            here,
            elsewhere > 0,
            "has " + term.plan() + ", and pays its new price from the next month on" + also,
            "have " + term.plan() + ", and pay its new price from their next month on" + also);
  }

  private boolean isBilledHere(TenantRef tenant) {
    return CurrentCall.within(CallContext.system("plans", tenant), subscriptions::isBilledHere);
  }

  private Effect ofEntitlement(PlanTerm term, List<TenantRef> tenants) {
    Entitlement entitlement = entitlements.named(term.entitlement());
    JsonValue now =
        book.required(term.plan())
            .terms()
            .entitlements()
            .getOrDefault(entitlement.name(), entitlement.least());
    long reached =
        count(tenants, one -> !one.plan().entitlements().containsKey(entitlement.name()));
    int direction = compare(entitlement, term.value(), now);
    if (term.value().equals(now)) {
      return null;
    }
    String name = entitlement.name();
    if (direction >= 0) {
      String what = " " + name + " " + term.value() + " instead of " + now + ".";
      return told(reached, false, "gets" + what, "get" + what);
    }
    String lost =
        switch (entitlement.type()) {
          case BOOLEAN -> "would get 402 on " + name + ".";
          case CHOICE -> "would get 402 on " + name + " beyond " + term.value() + ".";
          case INTEGER, STRING ->
              "would have " + name + " " + term.value() + " instead of " + now + ".";
        };
    return told(reached, true, lost, lost);
  }

  /** Below 0: one is less than the other. */
  private static int compare(Entitlement entitlement, JsonValue one, JsonValue other) {
    return switch (entitlement.type()) {
      case BOOLEAN -> Boolean.compare(one == JsonValue.TRUE, other == JsonValue.TRUE);
      case INTEGER ->
          Integer.compare(((JsonNumber) one).intValue(), ((JsonNumber) other).intValue());
      case CHOICE ->
          Integer.compare(
              entitlement.choices().indexOf(((JsonString) one).getString()),
              entitlement.choices().indexOf(((JsonString) other).getString()));
      case STRING -> 0;
    };
  }

  private Effect ofLimit(
      PlanTerm term, List<TenantRef> tenants, Map<TenantId, Map<String, Long>> used) {
    Long now = book.required(term.plan()).terms().limits().get(term.meter());
    if (now != null && now <= term.limit()) {
      return null;
    }
    long full =
        count(
            tenants,
            one ->
                !one.plan().quotas().containsKey(term.meter())
                    && used.computeIfAbsent(one.id(), id -> usedBy(one))
                            .getOrDefault(term.meter(), 0L)
                        >= term.limit());
    String what =
        " at least " + term.limit() + " " + term.meter() + " and would get 402 on one more.";
    return told(full, true, "has" + what, "have" + what);
  }

  private Map<String, Long> usedBy(TenantRef tenant) {
    CallContext call = CallContext.system("plans", tenant);
    return CurrentCall.within(call, usage::ofTenant).items().stream()
        .collect(Collectors.toMap(MeterUse::meter, MeterUse::used));
  }

  private static long count(List<TenantRef> tenants, Predicate<TenantRef> which) {
    return tenants.stream().filter(which).count();
  }

  private static Effect told(long tenants, boolean caution, String one, String many) {
    return tenants == 0
        ? null
        : new Effect(caution, tenants == 1 ? "1 tenant " + one : tenants + " tenants " + many);
  }
}
