package org.freehold.component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.freehold.engine.access.Environment;
import org.freehold.engine.access.Grant;
import org.freehold.engine.access.Policy;
import org.freehold.engine.access.RoleGraph;
import org.freehold.engine.access.SubjectFacts;
import org.freehold.engine.access.TenantFacts;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.IpAddress;
import org.freehold.engine.access.condition.Literal;
import org.freehold.engine.access.condition.Operator;

/** Who may do what about the rows, made from a seed: few of everything, so that it meets. */
final class ScopeWorld {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final List<String> ROLES = List.of("viewer", "developer", "manager", "analyst");
  private static final List<String> PERMISSIONS =
      List.of("*:read", "*:admin", "projects:read", "tasks:*", "files:read", "projects:admin");
  private static final List<String> ADDRESSES =
      List.of("10.1.2.3", "10.2.0.1", "192.0.2.1", "2001:db8::7", "::1");
  private static final List<Operator> EQUALITY =
      List.of(Operator.EQ, Operator.NE, Operator.IN, Operator.NOT_IN);

  private final long seed;
  private final Random random;
  private final ScopeRows rows;
  private final List<UUID> keys;

  ScopeWorld(long seed, ScopeRows rows) {
    this.seed = seed;
    this.random = new Random(seed);
    this.rows = rows;
    this.keys = List.of(new UUID(seed, 1), new UUID(seed, 2));
  }

  TenantSnapshot snapshot() {
    List<SubjectFacts> subjects = new ArrayList<>();
    for (UUID user : rows.users) {
      String email = "a@" + one(ScopeRows.DOMAINS);
      subjects.add(SubjectFacts.person(user, email, some(rows.teams), some(rows.workspaces)));
    }
    subjects.add(SubjectFacts.key(keys.get(0), one(rows.users), List.of(one(PERMISSIONS))));
    subjects.add(SubjectFacts.key(keys.get(1), null, List.of(one(PERMISSIONS), "*:read")));
    return TenantSnapshot.of(
        1,
        new TenantFacts(new UUID(9, 9), "active", "pro"),
        RoleGraph.builtIn(),
        many(5, this::grant),
        many(4, this::policy),
        subjects);
  }

  UUID subject() {
    return one(Stream.concat(rows.users.stream(), keys.stream()).toList());
  }

  Environment environment() {
    IpAddress address =
        random.nextInt(6) == 0 ? null : IpAddress.parse(one(ADDRESSES)).orElseThrow();
    return new Environment(NOON, address, Environment.NO_MFA, Map.of());
  }

  private Grant grant() {
    UUID workspace = random.nextBoolean() ? null : one(rows.workspaces);
    return new Grant(
        new UUID(5, random.nextLong()),
        Grant.Holder.USER,
        one(rows.users),
        one(ROLES),
        workspace,
        null,
        null);
  }

  private Policy policy() {
    Policy.Effect effect = one(List.of(Policy.Effect.values()));
    Set<String> types =
        random.nextInt(4) == 0 ? Set.of(one(List.of("projects", "tasks", "files"))) : Set.of();
    Set<String> roles = random.nextInt(4) == 0 ? Set.of(one(ROLES)) : Set.of();
    Policy.Target target =
        new Policy.Target(List.of(one(PERMISSIONS)), types, roles, Set.of(), Set.of(), Set.of());
    Condition condition = random.nextInt(9) == 0 ? null : condition(3);
    return new Policy(
        new UUID(6, random.nextLong()), "p", effect, 0, false, null, null, target, condition);
  }

  private Condition condition(int depth) {
    return switch (depth == 0 ? 3 : random.nextInt(6)) {
      case 0 -> new Condition.All(List.of(condition(depth - 1), condition(depth - 1)));
      case 1 -> new Condition.Any(List.of(condition(depth - 1), condition(depth - 1)));
      case 2 -> new Condition.Not(condition(depth - 1));
      default -> test();
    };
  }

  private Condition.Test test() {
    return switch (random.nextInt(13)) {
      case 0 -> equality("resource.owner", withAStranger(rows.users));
      case 1 -> equality("resource.workspace", texts(rows.workspaces));
      case 2 -> equality("resource.team", withAStranger(rows.teams));
      case 3 -> equality("resource.visibility", ScopeRows.VISIBILITIES);
      case 4 -> equality("resource.classification", ScopeRows.CLASSIFICATIONS);
      case 5 -> equality("resource.status", List.of("active", "todo", "done", "paused"));
      case 6 -> equality("resource.type", List.of("projects", "tasks", "files"));
      case 7 -> level();
      case 8 -> equality("resource.id", ids());
      case 9 ->
          test(
              "resource.requires_approval",
              one(List.of(Operator.EQ, Operator.NE)),
              Literal.of(random.nextBoolean()));
      case 10 ->
          test(
              one(List.of("resource.classification", "resource.status", "resource.visibility")),
              one(List.of(Operator.STARTS_WITH, Operator.ENDS_WITH)),
              Literal.of(one(List.of("p", "P", "I", "e", "_", "t%"))));
      case 11 ->
          test(
              "environment.address",
              one(List.of(Operator.IN_NETWORK, Operator.NOT_IN_NETWORK)),
              Literal.of("10.0.0.0/8"));
      default -> presence();
    };
  }

  private Condition.Test presence() {
    if (random.nextInt(3) == 0) {
      return test(
          one(List.of("resource.tags", "resource.properties.x")),
          Operator.CONTAINS_ANY,
          Literal.of("blue"));
    }
    String attribute =
        one(
            List.of(
                "resource.workspace",
                "resource.owner",
                "resource.status",
                "resource.tags",
                "resource.classification",
                "resource.visibility",
                "resource.properties.x"));
    return new Condition.Test(
        attribute, one(List.of(Operator.EXISTS, Operator.MISSING)), List.of());
  }

  private Condition.Test level() {
    return test(
        "resource.security_level",
        one(List.of(Operator.LT, Operator.LE, Operator.GT, Operator.GE, Operator.NE)),
        Literal.of(one(ScopeRows.LEVELS)));
  }

  /** Also in capitals, and one that is none of ours. */
  private List<String> ids() {
    return List.of(
        one(rows.projects).toString().toUpperCase(java.util.Locale.ROOT),
        one(rows.tasks).toString(),
        one(rows.files).toString(),
        "somebody-elses");
  }

  private Condition.Test equality(String attribute, List<String> values) {
    Operator operator = one(EQUALITY);
    boolean several = operator == Operator.IN || operator == Operator.NOT_IN;
    List<Literal> literals =
        Stream.generate(() -> Literal.of(one(values))).limit(several ? 2 : 1).toList();
    return new Condition.Test(attribute, operator, literals);
  }

  private static Condition.Test test(String attribute, Operator operator, Literal value) {
    return new Condition.Test(attribute, operator, List.of(value));
  }

  private static List<String> withAStranger(List<UUID> ids) {
    return Stream.concat(texts(ids).stream(), Stream.of("somebody-elses")).toList();
  }

  private static List<String> texts(List<UUID> ids) {
    return ids.stream().map(UUID::toString).toList();
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> Set<T> some(List<T> of) {
    return of.stream().filter(each -> random.nextBoolean()).collect(Collectors.toSet());
  }

  private <T> List<T> many(int most, Supplier<T> source) {
    return Stream.generate(source).limit(random.nextInt(most + 1)).toList();
  }

  @Override
  public String toString() {
    return "seed " + seed;
  }
}
