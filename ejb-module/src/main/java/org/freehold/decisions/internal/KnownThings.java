package org.freehold.decisions.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.freehold.decisions.Named;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.platform.ResourceFactsSource;
import org.freehold.platform.TenantId;

/** What is known of the subjects and resources of some questions. */
final class KnownThings {
  private final TenantId tenant;
  private final Map<String, ResourceFactsSource> own;
  private final Function<String, Optional<UUID>> people;
  private final Map<Map.Entry<String, String>, Map<String, Object>> properties = new HashMap<>();

  private final Map<Map.Entry<String, String>, Optional<ResourceFacts>> facts = new HashMap<>();

  /**
   * @param sources of the facts about the product's own things
   * @param people ids of the tenant's people by their addresses in lower case
   */
  KnownThings(
      TenantId tenant,
      Collection<ResourceFactsSource> sources,
      Function<String, Optional<UUID>> people,
      List<DecisionThing> things) {
    this.tenant = tenant;
    this.own =
        sources.stream()
            .collect(Collectors.toMap(ResourceFactsSource::resourceType, Function.identity()));
    this.people = people;
    things.stream().map(DecisionThing::named).forEach(this::add);
  }

  void add(Named thing) {
    properties.put(Map.entry(thing.type(), thing.id()), thing.properties());
  }

  /** One of the tenant's people, by id or address. */
  Optional<UUID> person(String idOrAddress) {
    return idOrAddress.contains("@")
        ? people.apply(idOrAddress.toLowerCase(Locale.ROOT))
        : uuid(idOrAddress);
  }

  /** Whether it is a type of the product's own things. */
  boolean isOwn(String type) {
    return own.containsKey(type);
  }

  /** The resource in the permissions for things of the type. */
  String permissionResource(String type) {
    ResourceFactsSource source = own.get(type);
    return source == null ? type : source.permissionResource();
  }

  /** Of all among these that are the product's own, type by type. */
  void readFacts(Collection<Named> things) {
    Map<String, Set<UUID>> wanted = new HashMap<>();
    things.stream()
        .filter(thing -> isOwn(thing.type()))
        .forEach(
            thing ->
                uuid(thing.id())
                    .ifPresent(
                        id ->
                            wanted.computeIfAbsent(thing.type(), type -> new HashSet<>()).add(id)));
    wanted.forEach(this::readFacts);
  }

  private void readFacts(String type, Set<UUID> ids) {
    Map<UUID, ResourceFacts> found = own.get(type).factsOf(tenant, ids);
    ids.forEach(
        id -> facts.put(Map.entry(type, id.toString()), Optional.ofNullable(found.get(id))));
  }

  /** Of one of the product's own things; asked once, however many questions are about it. */
  Optional<ResourceFacts> facts(String type, String id) {
    return uuid(id)
        .flatMap(
            known ->
                facts.computeIfAbsent(
                    Map.entry(type, known.toString()),
                    thing -> own.get(type).factsOf(tenant, known)));
  }

  /** Of one of the product's own types, by id. */
  List<Named> ownAfter(String type, String after, int most) {
    List<ResourceFacts> found = own.get(type).factsAfter(tenant, uuid(after).orElse(null), most);
    found.forEach(one -> facts.put(Map.entry(type, one.id().toString()), Optional.of(one)));
    return found.stream().map(one -> new Named(type, one.id().toString(), Map.of())).toList();
  }

  /** Of something of another system; none when it is not known. */
  Map<String, Object> properties(String type, String id) {
    return properties.getOrDefault(Map.entry(type, id), Map.of());
  }

  static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
