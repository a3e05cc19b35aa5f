package org.freehold.engine.access;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.freehold.engine.access.Policy.Effect;
import org.freehold.engine.access.Policy.Target;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.IpAddress;
import org.freehold.engine.access.condition.Literal;
import org.freehold.engine.access.condition.Network;
import org.freehold.engine.access.condition.Operator;
import org.freehold.engine.access.condition.TimeWindow;

/**
 * Makes small tenants and questions from a seed. There is little of everything, so that it meets.
 */
final class WorldGenerator {

  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  static final List<UUID> USERS = ids(1, 3);
  static final List<UUID> TEAMS = ids(2, 2);
  static final List<UUID> WORKSPACES = ids(3, 3);
  static final List<UUID> KEYS = ids(4, 2);
  private static final UUID NO_USER = new UUID(1, 99);

  private static final List<String> ROLES = List.of("ra", "rb", "rc", "rd");
  private static final List<String> BUILT_IN = List.of("viewer", "developer", "manager", "admin");
  private static final List<String> ENTRIES =
      List.of(
          "projects:read",
          "projects:write",
          "projects:admin",
          "projects:export",
          "projects:*",
          "tasks:read",
          "tasks:write",
          "*:read",
          "*:export",
          "*:*");
  private static final List<String> ASKED =
      List.of(
          "projects:read",
          "projects:write",
          "projects:admin",
          "projects:export",
          "tasks:read",
          "tasks:write",
          "tasks:admin");
  private static final List<String> NETWORKS =
      List.of("10.0.0.0/8", "10.1.0.0/16", "2001:db8::/32");
  private static final List<String> ADDRESSES =
      List.of("10.1.2.3", "10.2.0.1", "192.0.2.1", "2001:db8::7", "::1");
  private static final List<String> DOMAINS = List.of("one.example", "two.example");

  private final Random random;

  WorldGenerator(long seed) {
    random = new Random(seed);
  }

  World world() {
    List<SubjectFacts> subjects = new ArrayList<>();
    USERS.forEach(user -> subjects.add(person(user)));
    subjects.add(key(KEYS.get(0), one(List.of(USERS.get(0), USERS.get(1), NO_USER))));
    subjects.add(key(KEYS.get(1), null));
    List<Policy> policies = many(4, this::policy);
    return new World(
        new TenantFacts(
            new UUID(9, 9), one(List.of("active", "trial")), one(List.of("pro", "free"))),
        roles(),
        many(7, this::grant),
        policies,
        subjects);
  }

  private SubjectFacts person(UUID user) {
    return new SubjectFacts(
        Subject.Kind.USER,
        user,
        random.nextInt(12) > 0,
        new Profile(
            null,
            null,
            random.nextInt(5) == 0 ? null : "a@" + one(DOMAINS),
            some(Set.of("blue", "red")),
            Map.of()),
        some(Set.copyOf(TEAMS)),
        some(Set.copyOf(WORKSPACES)),
        null,
        List.of());
  }

  private SubjectFacts key(UUID id, UUID maker) {
    return new SubjectFacts(
        Subject.Kind.API_KEY,
        id,
        true,
        Profile.NONE,
        Set.of(),
        maker == null ? some(Set.copyOf(WORKSPACES)) : Set.of(),
        maker,
        many(2, () -> one(ENTRIES)));
  }

  /** Parents come from before, so that there are no cycles. */
  private List<RoleDefinition> roles() {
    List<RoleDefinition> roles = new ArrayList<>();
    for (String name : ROLES) {
      List<String> parents = new ArrayList<>();
      roles.stream()
          .filter(role -> random.nextInt(4) == 0)
          .forEach(role -> parents.add(role.name()));
      if (random.nextInt(6) == 0) {
        parents.add("viewer");
      }
      List<String> denies = random.nextInt(4) == 0 ? List.of(one(ENTRIES)) : List.of();
      roles.add(
          new RoleDefinition(
              name, List.of("al-" + name), parents, many(3, () -> one(ENTRIES)), denies, null));
    }
    return roles;
  }

  Grant grant() {
    Grant.Holder holder = one(List.of(Grant.Holder.values()));
    UUID id =
        switch (holder) {
          case USER -> one(USERS);
          case TEAM -> one(TEAMS);
          case API_KEY -> one(KEYS);
        };
    String role =
        random.nextInt(3) == 0 ? one(BUILT_IN) : random.nextInt(4) == 0 ? "al-ra" : one(ROLES);
    return new Grant(
        new UUID(5, random.nextLong()),
        holder,
        id,
        role,
        random.nextBoolean() ? null : one(WORKSPACES),
        moment(),
        moment());
  }

  private Instant moment() {
    return random.nextInt(3) > 0 ? null : NOON.plusSeconds(random.nextInt(5) - 2L);
  }

  private Policy policy() {
    Effect effect = random.nextInt(5) < 3 ? Effect.ALLOW : Effect.DENY;
    Target target =
        new Target(
            many(2, () -> one(ENTRIES)),
            random.nextInt(4) == 0 ? Set.of(one(List.of("projects", "tasks"))) : Set.of(),
            random.nextInt(3) == 0 ? Set.of(one(ROLES)) : Set.of(),
            random.nextInt(4) == 0 ? Set.of(one(USERS)) : Set.of(),
            random.nextInt(5) == 0 ? Set.of(one(TEAMS)) : Set.of(),
            random.nextInt(6) == 0 ? Set.of(one(KEYS)) : Set.of());
    return new Policy(
        new UUID(6, random.nextLong()),
        "p",
        effect,
        random.nextInt(3),
        random.nextInt(8) == 0,
        moment(),
        moment(),
        target,
        random.nextInt(6) == 0 ? null : condition(3));
  }

  Condition condition(int depth) {
    return switch (depth == 0 ? 3 : random.nextInt(6)) {
      case 0 -> new Condition.All(atLeastOne(() -> condition(depth - 1)));
      case 1 -> new Condition.Any(atLeastOne(() -> condition(depth - 1)));
      case 2 -> new Condition.Not(condition(depth - 1));
      default -> test();
    };
  }

  private Condition.Test test() {
    return switch (random.nextInt(17)) {
      case 0 -> ids("resource.owner", USERS);
      case 1 -> ids("resource.workspace", WORKSPACES);
      case 2 -> ids("subject.id", USERS);
      case 3 -> texts("resource.visibility", List.of("public", "team", "private"));
      case 4 -> texts("resource.classification", List.of("none", "PII"));
      case 5 -> level();
      case 6 -> sets("resource.tags", List.of("blue", "red"));
      case 7 -> sets("subject.roles", List.of("ra", "viewer"));
      case 8 -> sets("subject.teams", TEAMS.stream().map(UUID::toString).toList());
      case 9 ->
          test(
              "environment.address",
              one(List.of(Operator.IN_NETWORK, Operator.NOT_IN_NETWORK)),
              one(NETWORKS));
      case 10 ->
          new Condition.Test(
              "environment.mfa_age_seconds",
              one(List.of(Operator.LE, Operator.GT, Operator.EQ, Operator.NE)),
              List.of(Literal.of((double) random.nextInt(3) * 100)));
      case 11 ->
          new Condition.Test(
              "environment.time",
              one(List.of(Operator.WITHIN, Operator.NOT_WITHIN)),
              List.of(new Literal.Window(window())));
      case 12 -> texts("tenant.tier", List.of("pro", "free"));
      case 13 -> texts("subject.email_domain", DOMAINS);
      case 14 -> property();
      case 15 -> texts("action.permission", List.of("projects:read", "projects:write"));
      default -> presence();
    };
  }

  private Condition.Test property() {
    String name = one(List.of("resource.properties.x", "context.x", "subject.properties.x"));
    return switch (random.nextInt(4)) {
      case 0 ->
          new Condition.Test(
              name, one(List.of(Operator.LT, Operator.NE)), List.of(Literal.of(2.0)));
      case 1 -> new Condition.Test(name, Operator.EQ, List.of(Literal.of(random.nextBoolean())));
      case 2 -> test(name, Operator.STARTS_WITH, "b");
      default -> sets(name, List.of("blue", "red"));
    };
  }

  private Condition.Test presence() {
    return new Condition.Test(
        one(
            List.of(
                "resource.workspace", "resource.tags", "environment.mfa_age_seconds", "context.x")),
        one(List.of(Operator.EXISTS, Operator.MISSING)),
        List.of());
  }

  private Condition.Test ids(String name, List<UUID> ids) {
    return texts(name, ids.stream().map(UUID::toString).toList());
  }

  private Condition.Test texts(String name, List<String> values) {
    return test(
        name, one(List.of(Operator.EQ, Operator.NE, Operator.IN, Operator.NOT_IN)), one(values));
  }

  private Condition.Test sets(String name, List<String> values) {
    return new Condition.Test(
        name,
        one(List.of(Operator.CONTAINS_ANY, Operator.CONTAINS_ALL, Operator.CONTAINS_NONE)),
        atLeastOne(() -> Literal.of(one(values))));
  }

  private Condition.Test level() {
    return test(
        "resource.security_level",
        one(List.of(Operator.LT, Operator.LE, Operator.GT, Operator.GE, Operator.EQ)),
        one(AccessAttributes.SECURITY_LEVELS));
  }

  private static Condition.Test test(String name, Operator operator, String value) {
    return new Condition.Test(name, operator, List.of(Literal.of(value)));
  }

  private TimeWindow window() {
    Set<DayOfWeek> days = some(Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY));
    ZoneId zone = ZoneId.of(one(List.of("UTC", "America/New_York", "Asia/Kolkata")));
    return new TimeWindow(
        days.isEmpty() ? Set.of(DayOfWeek.FRIDAY) : days,
        random.nextInt(12) * 60,
        720 + random.nextInt(12) * 60,
        zone);
  }

  Action action() {
    return PermissionCatalogue.builtIn().action(one(ASKED));
  }

  Environment environment() {
    return new Environment(
        NOON.plusSeconds(random.nextInt(5) - 2L),
        random.nextInt(6) == 0 ? null : IpAddress.parse(one(ADDRESSES)).orElseThrow(),
        random.nextInt(4) == 0 ? Environment.NO_MFA : random.nextInt(3) * 100L,
        properties());
  }

  private Map<String, Object> properties() {
    return switch (random.nextInt(5)) {
      case 0 -> Map.of("x", 1);
      case 1 -> Map.of("x", random.nextBoolean());
      case 2 -> Map.of("x", "blue");
      case 3 -> Map.of("x", List.of("blue"));
      default -> Map.of();
    };
  }

  ResourceFacts thing() {
    return new ResourceFacts(
        one(List.of("projects", "tasks")),
        new UUID(7, random.nextInt(3)),
        random.nextInt(3) == 0 ? null : one(WORKSPACES),
        random.nextInt(3) == 0 ? null : one(USERS),
        random.nextInt(3) == 0 ? null : one(TEAMS),
        random.nextInt(4) == 0 ? null : one(List.of(Visibility.values())),
        some(Set.copyOf(USERS)),
        random.nextInt(3) == 0 ? ResourceAttributes.NONE : attributes());
  }

  private ResourceAttributes attributes() {
    return new ResourceAttributes(
        null,
        null,
        random.nextInt(4) == 0 ? null : one(List.of("none", "PII")),
        random.nextInt(4) == 0 ? null : one(AccessAttributes.SECURITY_LEVELS),
        random.nextInt(4) == 0 ? null : some(Set.of("blue", "red")),
        null,
        random.nextInt(4) == 0 ? List.of(Network.parse(one(NETWORKS)).orElseThrow()) : List.of(),
        random.nextInt(5) == 0 ? Set.of(one(DOMAINS)) : Set.of(),
        properties());
  }

  UUID subject() {
    return random.nextInt(3) == 0 ? one(KEYS) : one(USERS);
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> Set<T> some(Set<T> of) {
    // In a fixed order, so that a seed is a world.
    Set<T> some = new HashSet<>();
    of.stream()
        .sorted(java.util.Comparator.comparing(Object::toString))
        .filter(each -> random.nextInt(3) > 0)
        .forEach(some::add);
    return some;
  }

  private <T> List<T> many(int most, java.util.function.Supplier<T> source) {
    int count = random.nextInt(most + 1);
    return IntStream.range(0, count).mapToObj(position -> source.get()).toList();
  }

  private <T> List<T> atLeastOne(java.util.function.Supplier<? extends T> source) {
    int count = 1 + random.nextInt(2);
    List<T> some = new ArrayList<>();
    for (int position = 0; position < count; position++) {
      some.add(source.get());
    }
    return some;
  }

  private static List<UUID> ids(long kind, int count) {
    return LongStream.range(0, count).mapToObj(number -> new UUID(kind, number)).toList();
  }
}
