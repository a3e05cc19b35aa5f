package org.freehold.market.internal;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.freehold.access.RoleFields;
import org.freehold.flags.FlagFields;
import org.freehold.market.UpgradeChange;
import org.freehold.market.UpgradeChange.Change;
import org.freehold.platform.json.JsonText;
import org.freehold.webhooks.EventTypeFields;

/**
 * Three-way: what a tenant was made of, what it would be made of now, and what is there. What is
 * still as it was made goes into the bundle of a release; what the tenant changed stays its own.
 */
public final class UpgradeComparison {
  private final Blueprint old;
  private final Blueprint next;
  private final String from;
  private final List<UpgradeChange> changes = new ArrayList<>();
  private final JsonArrayBuilder roles = JsonText.PROVIDER.createArrayBuilder();
  private final JsonArrayBuilder flags = JsonText.PROVIDER.createArrayBuilder();
  private JsonObject database;

  public UpgradeComparison(Blueprint old, Blueprint next, String from) {
    this.old = old;
    this.next = next;
    this.from = from;
  }

  /** A release makes, changes and deletes roles. */
  public void roles(Collection<RoleFields> live) {
    compare(
        "role",
        byKey(sorted(old.roles()), RoleFields::name),
        byKey(sorted(next.roles()), RoleFields::name),
        byKey(sorted(live), RoleFields::name),
        (before, after) -> {
          roles.add(after == null ? gone(before) : section(after));
          return true;
        });
  }

  private static JsonObject gone(RoleFields role) {
    return JsonText.PROVIDER
        .createObjectBuilder()
        .add("name", role.name())
        .add("delete", true)
        .build();
  }

  private static JsonObject section(RoleFields role) {
    JsonObjectBuilder section = JsonText.PROVIDER.createObjectBuilder(JsonText.toObject(role));
    section.remove("workspace_id");
    if (role.description() == null) {
      section.remove("description");
    }
    return section.build();
  }

  /** The order says nothing. */
  private static List<RoleFields> sorted(Collection<RoleFields> roles) {
    return roles.stream()
        .map(
            role ->
                new RoleFields(
                    role.name(),
                    role.description(),
                    role.workspaceId(),
                    role.parents().stream().sorted().toList(),
                    role.grants().stream().sorted().toList(),
                    role.denies().stream().sorted().toList()))
        .toList();
  }

  /** A release says how a flag that is there is in an environment; it makes and deletes none. */
  public void flags(Collection<FlagFields> live) {
    compare(
        "flag",
        byKey(plain(old.flags()), FlagFields::key),
        byKey(plain(next.flags()), FlagFields::key),
        byKey(live, FlagFields::key),
        (before, after) -> {
          boolean carried = before != null && after != null && sameButRules(before, after);
          if (carried) {
            flags.add(section(after));
          }
          return carried;
        });
  }

  private static List<FlagFields> plain(Collection<FlagFields> flags) {
    return flags.stream().map(FlagFields::withoutReason).toList();
  }

  private static boolean sameButRules(FlagFields before, FlagFields after) {
    JsonObjectBuilder one = JsonText.PROVIDER.createObjectBuilder(JsonText.toObject(before));
    JsonObjectBuilder other = JsonText.PROVIDER.createObjectBuilder(JsonText.toObject(after));
    for (String carried : List.of("enabled", "rules", "otherwise")) {
      one.remove(carried);
      other.remove(carried);
    }
    return one.build().equals(other.build());
  }

  private static JsonObject section(FlagFields flag) {
    JsonObject whole = JsonText.toObject(flag);
    JsonObjectBuilder section = JsonText.PROVIDER.createObjectBuilder();
    List.of("key", "enabled", "rules", "otherwise")
        .forEach(name -> section.add(name, whole.get(name)));
    return section.build();
  }

  /** No release carries them; what is there as the version says need not be done. */
  public void eventTypes(Collection<EventTypeFields> live) {
    compare(
        "event_type",
        byKey(old.eventTypes(), EventTypeFields::type),
        byKey(next.eventTypes(), EventTypeFields::type),
        byKey(live, EventTypeFields::type),
        (before, after) -> false);
  }

  /** Tables as the template says, and what no release carries. */
  public void rest() {
    tables();
    byHand("page", byKey(old.pages(), p -> p.key()), byKey(next.pages(), p -> p.key()));
    byHand(
        "environment",
        byKey(old.environments(), Blueprint.Place::name),
        byKey(next.environments(), Blueprint.Place::name));
    byHand("webhook", byKey(old.webhooks(), w -> w.url()), byKey(next.webhooks(), w -> w.url()));
  }

  private void tables() {
    if (next.release() == null) {
      return;
    }
    Optional<Blueprint.TableUpgrade> told =
        next.release().upgrades().stream().filter(one -> one.from().equals(from)).findFirst();
    if (told.isPresent()) {
      database =
          JsonText.PROVIDER.createObjectBuilder().add("changes", told.get().changes()).build();
      add("database", next.release().version(), Change.CHANGED, true, "The release carries it.");
    } else if (old.release() == null || !old.release().bundle().equals(next.release().bundle())) {
      String untold = "The template does not say how its tables come here from " + from + ".";
      add("database", next.release().version(), Change.CHANGED, false, untold);
    }
  }

  private <T> void byHand(String kind, Map<String, T> before, Map<String, T> after) {
    compare(kind, before, after, before, (one, other) -> false);
  }

  private <T> void compare(
      String kind,
      Map<String, T> before,
      Map<String, T> after,
      Map<String, T> live,
      BiPredicate<T, T> carry) {
    TreeSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      T one = before.get(key);
      T other = after.get(key);
      if (!Objects.equals(one, other)) {
        Change change =
            one == null ? Change.ADDED : other == null ? Change.REMOVED : Change.CHANGED;
        compare(kind, key, change, live.get(key), one, other, carry);
      }
    }
  }

  private <T> void compare(
      String kind, String key, Change change, T live, T before, T after, BiPredicate<T, T> carry) {
    if (Objects.equals(live, after)) {
      add(kind, key, change, false, "It is so already.");
    } else if (!Objects.equals(live, before)) {
      add(kind, key, change, false, "The tenant changed it since; it stays as it is.");
    } else {
      boolean carried = carry.test(before, after);
      String text = carried ? "The release carries it." : "No release carries it; do it by hand.";
      add(kind, key, change, carried, text);
    }
  }

  private void add(String kind, String key, Change change, boolean carried, String text) {
    changes.add(new UpgradeChange(kind, key, change, carried, text));
  }

  private static <T> Map<String, T> byKey(Collection<T> things, Function<T, String> key) {
    Map<String, T> byKey = new LinkedHashMap<>();
    things.forEach(thing -> byKey.put(key.apply(thing), thing));
    return byKey;
  }

  public List<UpgradeChange> changes() {
    return List.copyOf(changes);
  }

  /** As {@code release-bundle.json} describes it, without sections that say nothing. */
  public JsonObject bundle() {
    JsonObjectBuilder bundle = JsonText.PROVIDER.createObjectBuilder();
    if (database != null) {
      bundle.add("database", database);
    }
    Map.of("roles", roles.build(), "flags", flags.build())
        .forEach(
            (name, section) -> {
              if (!section.isEmpty()) {
                bundle.add(name, section);
              }
            });
    return bundle.build();
  }
}
