package org.freehold.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccessScopeTest {

  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.builtIn();
  private static final int READ = CATALOGUE.indexOf("projects:read");
  private static final int ADMIN = CATALOGUE.indexOf("projects:admin");
  private static final List<String> GRANTS =
      List.of("projects:read", "projects:write", "projects:admin", "projects:export", "*:*");

  // Few of each, so that they meet often.
  private static final List<UUID> USERS = ids(3);
  private static final List<UUID> TEAMS = ids(3);
  private static final List<UUID> WORKSPACES = ids(3);

  @Test
  void saysOfEveryRowWhatTheEngineSaysOfTheThing() {
    Random random = new Random(20261121);
    int seen = 0;
    for (int round = 0; round < 5_000; round++) {
      Subject subject = subject(random);
      ResourceFacts row = row(random);
      boolean sees = AccessEngine.sees(subject, READ, ADMIN, row);
      AccessScope scope = AccessScope.of(subject, READ, ADMIN);
      assertThat(returns(scope, row)).as("%s on %s", subject, row).isEqualTo(sees);
      assertThat(scope.isEmpty() && sees).isFalse();
      seen += sees ? 1 : 0;
    }
    assertThat(seen).isBetween(1_000, 4_000);
  }

  @Test
  void anAdministratorOfTheTenantIsNotLimited() {
    Subject admin =
        new Subject(USERS.get(0), BuiltInRoles.permissionsOf(Set.of("admin")), Map.of(), Set.of());
    AccessScope scope = AccessScope.of(admin, READ, ADMIN);
    assertThat(scope.all()).isTrue();
    assertThat(scope.tenantWide()).isTrue();
  }

  @Test
  void listsTheWorkspacesThatCanBeRead() {
    Subject subject =
        new Subject(
            USERS.get(0),
            PermissionSet.NONE,
            Map.of(
                WORKSPACES.get(0), CATALOGUE.compile(List.of("projects:read")),
                WORKSPACES.get(1), CATALOGUE.compile(List.of("projects:admin")),
                WORKSPACES.get(2), CATALOGUE.compile(List.of("tasks:admin"))),
            Set.of(TEAMS.get(0)));
    AccessScope scope = AccessScope.of(subject, READ, ADMIN);
    assertThat(scope.all()).isFalse();
    assertThat(scope.tenantWide()).isFalse();
    assertThat(scope.isEmpty()).isFalse();
    assertThat(scope.workspaces()).containsExactlyInAnyOrder(WORKSPACES.get(0), WORKSPACES.get(1));
    assertThat(scope.adminWorkspaces()).containsExactly(WORKSPACES.get(1));
    assertThat(scope.teams()).containsExactly(TEAMS.get(0));
  }

  @Test
  void isNotEmptyForOneWhoOnlyAdministersAWorkspace() {
    Set<UUID> administered = Set.of(WORKSPACES.get(0));
    AccessScope scope =
        new AccessScope(false, false, USERS.get(0), Set.of(), Set.of(), administered);
    assertThat(scope.isEmpty()).isFalse();
  }

  @Test
  void isEmptyForOneWhoMayReadNowhere() {
    Subject subject = new Subject(USERS.get(0), PermissionSet.NONE, Map.of(), Set.of());
    assertThat(AccessScope.of(subject, READ, ADMIN).isEmpty()).isTrue();
  }

  /** The condition of the query, word by word as in the comment of {@link AccessScope}. */
  private static boolean returns(AccessScope scope, ResourceFacts row) {
    UUID workspace = row.workspaceId();
    boolean visible =
        row.visibility() == null
            || row.visibility() == Visibility.PUBLIC
            || row.visibility() == Visibility.TEAM
                && (row.teamId() == null || scope.teams().contains(row.teamId()))
            || scope.userId() != null && scope.userId().equals(row.ownerId())
            || scope.userId() != null && row.participants().contains(scope.userId());
    return scope.all()
        || workspace != null && scope.adminWorkspaces().contains(workspace)
        || (workspace == null && scope.tenantWide()
                || workspace != null && scope.workspaces().contains(workspace))
            && visible;
  }

  private static Subject subject(Random random) {
    PermissionSet tenantWide = permissions(random);
    Map<UUID, PermissionSet> workspaces = new HashMap<>();
    for (UUID workspace : someOf(random, WORKSPACES)) {
      workspaces.put(workspace, permissions(random));
    }
    return new Subject(oneOrNull(random, USERS), tenantWide, workspaces, someOf(random, TEAMS));
  }

  private static PermissionSet permissions(Random random) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> CATALOGUE.compile(List.of(GRANTS.get(random.nextInt(GRANTS.size()))));
      case 2, 3 -> CATALOGUE.compile(List.of("projects:read"));
      case 4 -> PermissionSet.of(ADMIN);
      default -> PermissionSet.NONE;
    };
  }

  private static ResourceFacts row(Random random) {
    Visibility[] all = Visibility.values();
    int chosen = random.nextInt(all.length + 1);
    return new ResourceFacts(
        "projects",
        UUID.randomUUID(),
        oneOrNull(random, WORKSPACES),
        oneOrNull(random, USERS),
        oneOrNull(random, TEAMS),
        chosen == all.length ? null : all[chosen],
        someOf(random, USERS));
  }

  private static UUID oneOrNull(Random random, List<UUID> ids) {
    int chosen = random.nextInt(ids.size() + 1);
    return chosen == ids.size() ? null : ids.get(chosen);
  }

  private static Set<UUID> someOf(Random random, List<UUID> ids) {
    Set<UUID> some = new HashSet<>(ids);
    some.removeIf(id -> random.nextInt(3) > 0);
    return some;
  }

  private static List<UUID> ids(int count) {
    return Stream.generate(UUID::randomUUID).limit(count).toList();
  }
}
