package org.freehold.flags.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.freehold.flags.FlagEnvironment;
import org.freehold.flags.FlagFields;
import org.freehold.flags.ReleasedFlag;
import org.freehold.flags.ReleasedFlags;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.ReleaseOperation;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.RecordReader;
import org.freehold.platform.json.SectionReader;

/** The section {@code flags} of the bundles of releases: how flags are in one environment. */
@ApplicationScoped
public class FlagSection implements ReleaseOperation {
  private static final RecordReader READER =
      new RecordReader(Validation.buildDefaultValidatorFactory().getValidator());
  private static final SectionReader<Wanted> SECTION =
      new SectionReader<>(READER, "flags", Wanted.class);

  @Inject private FlagRepository flags;
  @Inject private FlagChecks checks;
  @Inject private ReleasedFlags released;

  /** The section, within an object. */
  record Wanted(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid ReleasedFlag> flags) {}

  /**
   * What a release made of a flag.
   *
   * @param enabled whether the whole flag was on
   * @param before null when nothing was different in the environment
   */
  record Put(String key, FlagEnvironment put, Boolean enabled, FlagEnvironment before) {}

  /** What it made of all. */
  record Done(List<Put> flags) {}

  @Override
  public String section() {
    return SECTION.name();
  }

  @Override
  public String permission() {
    return "flags:write";
  }

  @Override
  public List<Effect> effects(JsonValue section, String environment) {
    TenantId tenant = CurrentCall.tenantId();
    List<ReleasedFlag> wanted = SECTION.read(section).flags();
    List<Effect> effects = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      ReleasedFlag one = wanted.get(i);
      FlagFields flag = flags.byKey(tenant, one.key()).map(Flag::fields).orElse(null);
      if (flag == null || !named.add(one.key())) {
        String why = flag == null ? "There is no flag " + one.key() : one.key() + " is here twice";
        faults.add(new Fault("/" + i + "/key", flag == null ? "unknown" : "twice", why + "."));
      } else {
        faults.addAll(faults(tenant, flag.with(one.in(environment)), i));
        effects.add(effect(flag, one.in(environment)));
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return effects;
  }

  private List<Fault> faults(TenantId tenant, FlagFields after, int place) {
    try {
      checks.require(tenant, after);
      return List.of();
    } catch (Invalid e) {
      return e.faults().stream()
          .map(fault -> new Fault("/" + place, fault.code(), fault.detail()))
          .toList();
    }
  }

  private static Effect effect(FlagFields flag, FlagEnvironment own) {
    FlagEnvironment before = flag.in(own.name()).orElse(null);
    boolean on = own.enabled() == null ? flag.enabled() : own.enabled();
    String rules =
        own.rules() == null ? "the rules of the flag" : own.rules().size() + " rules of its own";
    return new Effect(
        before != null && !before.equals(own),
        "%s is %s in %s, with %s%s."
            .formatted(
                flag.key(),
                on ? "on" : "off",
                own.name(),
                rules,
                before == null || before.equals(own)
                    ? ""
                    : "; what is different there now is replaced"));
  }

  @Override
  public JsonObject apply(JsonValue section, Delivery delivery) {
    List<Put> done = new ArrayList<>();
    for (ReleasedFlag one : SECTION.read(section).flags()) {
      FlagEnvironment own = one.in(delivery.environment());
      FlagFields before = released.put(one.key(), own, delivery.release());
      done.add(new Put(one.key(), own, before.enabled(), before.in(own.name()).orElse(null)));
    }
    return JsonText.toObject(new Done(done));
  }

  @Override
  public List<String> undo(JsonObject applied, Delivery delivery) {
    List<String> left = new ArrayList<>();
    for (Put one : READER.read(Done.class, applied).flags()) {
      if (!released.takeBack(
          one.key(), one.put(), one.enabled(), one.before(), delivery.release())) {
        left.add(
            "The flag %s was changed in %s since, and is left as it is."
                .formatted(one.key(), delivery.environment()));
      }
    }
    return left;
  }
}
