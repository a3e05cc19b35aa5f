package org.freehold.market.internal;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.freehold.access.RoleFields;
import org.freehold.environments.EnvironmentPolicy;
import org.freehold.flags.FlagFields;
import org.freehold.pages.TenantPageDescription;
import org.freehold.platform.Invalid;
import org.freehold.platform.Personal;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.Secret;
import org.freehold.platform.Text;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.RecordReader;
import org.freehold.webhooks.EndpointFields;
import org.freehold.webhooks.EventTypeFields;

/** What a use of a template makes, with all answers in their places. */
public record Blueprint(
    @NotNull @Valid Tenant tenant,
    @Size(max = MOST) List<@NotNull @Valid OfferedPlan> plans,
    @Size(max = 20) List<@NotBlank @Size(max = 255) String> domains,
    @Size(max = MOST) List<@NotNull @Valid RoleFields> roles,
    @Size(max = MOST) List<@NotNull @Valid FlagFields> flags,
    @Size(max = MOST) List<@NotNull @Valid Place> environments,
    @Size(max = MOST) List<@NotNull @Valid EventTypeFields> eventTypes,
    @Size(max = MOST) List<@NotNull @Valid EndpointFields> webhooks,
    @Size(max = MOST) List<@NotNull @Valid TenantPageDescription> pages,
    @Valid FirstRelease release,
    @Valid DemoData demo) {
  private static final int MOST = 50;
  private static final RecordReader READER =
      new RecordReader(Validation.buildDefaultValidatorFactory().getValidator());

  public Blueprint {
    plans = plans == null ? List.of() : plans;
    domains = domains == null ? List.of() : domains;
    roles = roles == null ? List.of() : roles;
    flags = flags == null ? List.of() : flags;
    environments = environments == null ? List.of() : environments;
    eventTypes = eventTypes == null ? List.of() : eventTypes;
    webhooks = webhooks == null ? List.of() : webhooks;
    pages = pages == null ? List.of() : pages;
  }

  /**
   * The tenant itself.
   *
   * @param plan the one that it starts with; null: the first of the offered ones
   */
  public record Tenant(
      @NotBlank @Size(max = Text.NAME) String name,
      @NotNull @Pattern(regexp = Text.SLUG) String slug,
      @NotNull @Email @Size(max = Text.EMAIL) @Personal String ownerEmail,
      @Size(min = 12, max = 128) @Secret String ownerPassword,
      String plan,
      @Size(max = 50) Map<String, @NotNull @Size(max = 500) String> branding,
      @Size(max = 50) Map<String, @NotNull JsonValue> entitlements) {
    Tenant withoutPassword() {
      return new Tenant(name, slug, ownerEmail, null, plan, branding, entitlements);
    }
  }

  /**
   * A plan that the tenant can have, as whoever uses the template wishes it.
   *
   * @param price for a month, in major units of the currency of the other plans
   * @param features names of entitlements, or anything to be read
   */
  public record OfferedPlan(
      @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,62}") String id,
      @Size(min = 1, max = Text.NAME) String name,
      @DecimalMin("0") @DecimalMax("1000000") BigDecimal price,
      @Size(max = 50) List<@NotBlank @Size(max = 200) String> features,
      @Size(max = 50) Map<String, @NotNull @Positive Long> limits) {
    public OfferedPlan {
      features = features == null ? List.of() : features;
      limits = limits == null ? Map.of() : limits;
    }
  }

  /** An environment with a database that is made for it, or what is different in one that is. */
  public record Place(
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}") String name,
      @Min(1) @Max(1000) Integer position,
      @Size(max = 2000) String url,
      @Valid EnvironmentPolicy policy) {}

  /** The release that is prepared, and not promoted: that is for people. */
  public record FirstRelease(
      @NotBlank @Size(max = Text.NAME) String name,
      @NotNull @Size(max = 64) String version,
      @Size(max = Text.DESCRIPTION) String description,
      @NotBlank @Size(max = 100) String toEnv,
      @NotNull JsonValue bundle,
      @Size(max = MOST) List<@NotNull @Valid TableUpgrade> upgrades) {
    public FirstRelease {
      upgrades = upgrades == null ? List.of() : upgrades;
    }
  }

  /** How the tables of an older version become those of this one. */
  public record TableUpgrade(
      @NotNull @Pattern(regexp = TemplateVersion.FORM) String from, @NotNull JsonValue changes) {}

  /** The demo data that is asked for when all else is there. */
  public record DemoData(@Min(1) @Max(10_000) Integer projects, @Min(0) @Max(100) Integer tasks) {}

  static Blueprint of(JsonObject filled) {
    try {
      Blueprint read = READER.read(Blueprint.class, filled);
      read.requireDifferent();
      return read;
    } catch (Invalid e) {
      throw refused(e, "");
    }
  }

  /** Each thing is known among its kind by its key: of two with the same, one would be lost. */
  private void requireDifferent() {
    List<Fault> faults = new ArrayList<>();
    different("/domains", domains, domain -> domain.toLowerCase(Locale.ROOT), faults);
    different("/environments", environments, Place::name, faults);
    different("/roles", roles, RoleFields::name, faults);
    different("/flags", flags, FlagFields::key, faults);
    different("/event_types", eventTypes, EventTypeFields::type, faults);
    different("/webhooks", webhooks, EndpointFields::url, faults);
    different("/pages", pages, TenantPageDescription::key, faults);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private static <T> void different(
      String at, List<T> things, Function<T, String> key, List<Fault> faults) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < things.size(); i++) {
      String name = key.apply(things.get(i));
      if (!seen.add(name)) {
        faults.add(new Fault(at + "/" + i, "twice", name + " is here twice."));
      }
    }
  }

  /** What was refused at a place of the content. */
  static Invalid refused(Invalid why, String at) {
    return new Invalid(
        why.faults().stream()
            .map(fault -> told(new Fault(at + fault.pointer(), fault.code(), fault.detail())))
            .toList());
  }

  /** The request has no such place: it is the template's. */
  private static Fault told(Fault fault) {
    return new Fault(
        "",
        "template_" + fault.code(),
        "With these answers the template says something wrong at /content"
            + fault.pointer()
            + ": "
            + fault.detail());
  }

  static Blueprint stored(String text) {
    return READER.read(Blueprint.class, JsonText.parseObject(text));
  }

  /** As it is kept: without what nobody may read later. */
  public Blueprint withoutSecrets() {
    return new Blueprint(
        tenant.withoutPassword(),
        plans,
        domains,
        roles,
        flags,
        environments,
        eventTypes,
        webhooks,
        pages,
        release,
        demo);
  }
}
