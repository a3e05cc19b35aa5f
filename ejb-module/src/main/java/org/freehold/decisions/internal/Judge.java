package org.freehold.decisions.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.freehold.decisions.Named;
import org.freehold.decisions.Question;
import org.freehold.decisions.Verdict;
import org.freehold.engine.access.Action;
import org.freehold.engine.access.Decision;
import org.freehold.engine.access.Environment;
import org.freehold.engine.access.Profile;
import org.freehold.engine.access.ResourceAttributes;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.engine.access.ResourceKind;
import org.freehold.engine.access.Subject;
import org.freehold.engine.access.SubjectFacts;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.engine.access.condition.IpAddress;

/** Answers questions by what is known at one moment. */
public final class Judge {
  /** The type of the tenant's own people. */
  static final String USER = "user";

  /** The type of the tenant's own keys. */
  static final String API_KEY = "api_key";

  private final TenantSnapshot snapshot;
  private final KnownThings known;
  private final Instant now;

  Judge(TenantSnapshot snapshot, KnownThings known, Instant now) {
    this.snapshot = snapshot;
    this.known = known;
    this.now = now;
  }

  public Verdict decide(Question question) {
    String resource = known.permissionResource(question.resource().type());
    String permission = resource + ":" + question.action();
    if (!snapshot.catalogue().contains(permission)) {
      return Verdict.no("There is no permission " + permission + ".");
    }
    Optional<ResourceFacts> facts = facts(question.resource(), resource);
    if (facts.isEmpty()) {
      return Verdict.no("There is no such " + question.resource().type() + ".");
    }
    Subject subject = subject(question.subject());
    Action action = snapshot.catalogue().action(permission).with(question.actionProperties());
    Decision decision = snapshot.decide(subject, action, facts.get(), environment(question));
    return decision == Decision.ALLOW
        ? Verdict.YES
        : Verdict.no("The subject does not hold " + permission + " there.");
  }

  /** Something that the questions did not name. */
  void know(Named thing) {
    known.add(thing);
  }

  /** Whether it is a type of the product's own things. */
  boolean isOwn(String type) {
    return known.isOwn(type);
  }

  /** The product's own things of a type, by id. */
  List<Named> ownAfter(String type, String after, int most) {
    return known.ownAfter(type, after, most);
  }

  /** The actions of the type of the resource, by name. */
  List<String> actionsOf(Named resource) {
    String prefix = known.permissionResource(resource.type()) + ":";
    return snapshot.catalogue().codes().stream()
        .filter(code -> code.startsWith(prefix))
        .map(code -> code.substring(prefix.length()))
        .sorted()
        .toList();
  }

  /** What the question says of somebody comes before what is known. */
  private Subject subject(Named named) {
    Optional<SubjectFacts> own = own(named);
    Map<String, Object> properties = properties(named);
    if (own.isPresent() && properties.isEmpty()) {
      return snapshot.subject(own.get().id(), now);
    }
    return snapshot.stranger(
        own.map(facts -> described(facts, properties)).orElseGet(() -> other(named, properties)),
        now);
  }

  /** One of the tenant's people or keys. */
  private Optional<SubjectFacts> own(Named named) {
    return switch (named.type()) {
      case USER -> stored(known.person(named.id()), Subject.Kind.USER);
      case API_KEY -> stored(KnownThings.uuid(named.id()), Subject.Kind.API_KEY);
      default -> Optional.empty();
    };
  }

  private Optional<SubjectFacts> stored(Optional<UUID> id, Subject.Kind kind) {
    return id.flatMap(snapshot::facts).filter(facts -> facts.kind() == kind);
  }

  private static SubjectFacts described(SubjectFacts facts, Map<String, Object> properties) {
    return new SubjectFacts(
        facts.kind(),
        facts.id(),
        facts.active(),
        facts.profile().described(properties),
        facts.teams(),
        facts.workspaces(),
        facts.makerId(),
        facts.permissions());
  }

  /** Somebody of another system: holds nothing but what policies give. */
  private static SubjectFacts other(Named named, Map<String, Object> properties) {
    String key = named.type() + "/" + named.id();
    return new SubjectFacts(
        Subject.Kind.USER,
        UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
        true,
        new Profile(named.type(), named.id(), null, Set.of(), properties),
        Set.of(),
        Set.of(),
        null,
        List.of());
  }

  /** Ids of the tenant's keys. */
  List<Named> keys() {
    return snapshot.subjectIds().stream()
        .filter(id -> stored(Optional.of(id), Subject.Kind.API_KEY).isPresent())
        .map(id -> new Named(API_KEY, id.toString(), Map.of()))
        .toList();
  }

  private Optional<ResourceFacts> facts(Named named, String resource) {
    if (known.isOwn(named.type())) {
      return known.facts(named.type(), named.id());
    }
    ResourceKind kind = snapshot.catalogue().kind(resource);
    return Optional.of(
        new ResourceFacts(
            kind.name(),
            null,
            null,
            null,
            null,
            null,
            Set.of(),
            new ResourceAttributes(
                named.id(), null, null, null, null, null, List.of(), Set.of(), properties(named))));
  }

  private Map<String, Object> properties(Named named) {
    Map<String, Object> all = new HashMap<>(known.properties(named.type(), named.id()));
    all.putAll(named.properties());
    return all;
  }

  /** The subject's address is what the context says: the call itself comes from the enforcer. */
  private Environment environment(Question question) {
    Object said = question.context().get("ip");
    IpAddress address = said instanceof String text ? IpAddress.parse(text).orElse(null) : null;
    return new Environment(now, address, Environment.NO_MFA, question.context());
  }
}
