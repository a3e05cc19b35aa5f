package org.freehold.plans.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.freehold.plans.PlanFields;
import org.freehold.plans.PlanTerm;
import org.freehold.plans.PlatformOnly;
import org.freehold.plans.ReleasedPlans;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.Quotas;
import org.freehold.platform.ReleaseOperation;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.RecordReader;
import org.freehold.platform.json.SectionReader;

/**
 * The section {@code plans} of the bundles of releases of the platform: what plans give and what
 * they cost.
 */
@ApplicationScoped
public class PlanSection implements ReleaseOperation {
  private static final RecordReader READER =
      new RecordReader(Validation.buildDefaultValidatorFactory().getValidator());
  private static final SectionReader<Wanted> SECTION =
      new SectionReader<>(READER, "plans", Wanted.class);

  @Inject private PlanRepository plans;
  @Inject private EntitlementList entitlements;
  @Inject private Quotas quotas;
  @Inject private PlanReach reach;
  @Inject private ReleasedPlans released;

  /** The section, within an object. */
  record Wanted(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid PlanTerm> plans) {}

  /** What a release made of a plan. */
  record Put(PlanTerm put, PlanTerm before) {}

  /** What it made of all. */
  record Done(List<Put> plans) {}

  @Override
  public String section() {
    return SECTION.name();
  }

  @Override
  public String permission() {
    return "billing:admin";
  }

  @Override
  public boolean inEachEnvironment() {
    return false;
  }

  @Override
  public List<Effect> effects(JsonValue section, String environment) {
    PlatformOnly.require();
    List<PlanTerm> terms = SECTION.read(section).plans();
    List<Effect> effects = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (int i = 0; i < terms.size(); i++) {
      PlanTerm term = terms.get(i);
      String place = "/" + i;
      PlanFields plan = plans.byId(term.plan()).map(Plan::fields).orElse(null);
      faults(term, plan, named.add(term.about()))
          .forEach(
              fault ->
                  faults.add(new Fault(place + fault.pointer(), fault.code(), fault.detail())));
      if (plan != null) {
        effects.add(new Effect(false, told(term, term.asIn(plan))));
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return effects;
  }

  private List<Fault> faults(PlanTerm term, PlanFields plan, boolean first) {
    List<Fault> faults = new ArrayList<>(term.faults());
    if (plan == null) {
      faults.add(new Fault("/plan", "unknown", "There is no plan " + term.plan() + "."));
    }
    if (!first) {
      faults.add(new Fault("", "twice", "Another entry says something of " + term.about() + "."));
    }
    if (faults.isEmpty() && term.entitlement() != null) {
      faults.addAll(faultsOfEntitlement(term));
    }
    if (faults.isEmpty() && term.meter() != null) {
      try {
        quotas.requireKnown(List.of(term.meter()), "");
      } catch (Invalid e) {
        faults.add(new Fault("/meter", "unknown", e.getMessage()));
      }
    }
    return faults;
  }

  private List<Fault> faultsOfEntitlement(PlanTerm term) {
    try {
      entitlements.requireValid(Map.of(term.entitlement(), term.value()), "");
      return List.of();
    } catch (Invalid e) {
      Fault fault = e.faults().get(0);
      String member = fault.code().equals("unknown") ? "/entitlement" : "/value";
      return List.of(new Fault(member, fault.code(), fault.detail()));
    }
  }

  private String told(PlanTerm term, PlanTerm now) {
    return switch (term.type()) {
      case SET_ENTITLEMENT ->
          "%s gives %s %s instead of %s."
              .formatted(
                  term.plan(),
                  term.entitlement(),
                  term.value(),
                  now.value() == null
                      ? entitlements.complete(Map.of()).get(term.entitlement())
                      : now.value());
      case SET_LIMIT ->
          "%s gives at most %d %s instead of %s."
              .formatted(
                  term.plan(),
                  term.limit(),
                  term.meter(),
                  now.limit() == null ? "as many as one likes" : now.limit());
      case REMOVE_LIMIT ->
          "%s gives as many %s as one likes instead of %s."
              .formatted(term.plan(), term.meter(), now.limit() == null ? "the same" : now.limit());
      case SET_PRICE ->
          "%s costs %s %s a month instead of %s %s."
              .formatted(
                  term.plan(),
                  term.price().amount().toPlainString(),
                  term.price().currency(),
                  now.price().amount().toPlainString(),
                  now.price().currency());
    };
  }

  @Override
  public List<Effect> reach(JsonValue section) {
    return reach.of(SECTION.read(section).plans());
  }

  @Override
  public JsonObject apply(JsonValue section, Delivery delivery) {
    List<Put> done = new ArrayList<>();
    for (PlanTerm term : SECTION.read(section).plans()) {
      ReleasedPlans.Changed changed = released.put(term);
      done.add(new Put(changed.put(), changed.before()));
    }
    return JsonText.toObject(new Done(done));
  }

  @Override
  public List<String> undo(JsonObject applied, Delivery delivery) {
    List<Put> done = new ArrayList<>(READER.read(Done.class, applied).plans());
    Collections.reverse(done);
    List<String> left = new ArrayList<>();
    for (Put one : done) {
      if (!released.takeBack(new ReleasedPlans.Changed(one.put(), one.before()))) {
        left.add(
            "The %s of the plans was changed since, and is left as it is."
                .formatted(one.put().about()));
      }
    }
    return left;
  }
}
