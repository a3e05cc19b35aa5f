package org.freehold.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessShiftTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.builtIn();
  private static final UUID KEY = new UUID(4, 4);

  private final List<Grant> grants = new ArrayList<>();
  private final List<SubjectFacts> subjects = new ArrayList<>();

  private static RoleGraph roles(String... supportGrants) {
    return RoleGraph.of(
        CATALOGUE, List.of(RoleDefinition.granting("support", List.of(supportGrants))));
  }

  private UUID person(String role, UUID workspace) {
    UUID id = UUID.randomUUID();
    Set<UUID> workspaces = workspace == null ? Set.of() : Set.of(workspace);
    subjects.add(SubjectFacts.person(id, id + "@one.example", Set.of(), workspaces));
    grants.add(new Grant(null, Grant.Holder.USER, id, role, workspace, null, null));
    return id;
  }

  private List<AccessShift> between(RoleGraph before, RoleGraph after) {
    TenantSnapshot now =
        TenantSnapshot.of(
            1,
            new TenantFacts(new UUID(9, 9), "active", "pro"),
            before,
            grants,
            List.of(),
            subjects);
    return AccessShift.between(now, now.with(after), NOW);
  }

  @Test
  void countsWhoWouldHoldLessAndWhoMore() {
    person("support", null);
    person("support", null);
    UUID alsoOtherwise = person("support", null);
    grants.add(new Grant(null, Grant.Holder.USER, alsoOtherwise, "developer", null, null, null));
    person("viewer", null);
    subjects.add(SubjectFacts.key(KEY, null, List.of()));
    grants.add(new Grant(null, Grant.Holder.API_KEY, KEY, "support", null, null, null));
    assertThat(
            between(
                roles("projects:write", "tasks:read"),
                roles("projects:read", "tasks:read", "audit:export")))
        .as("who holds it by another role, too, loses nothing")
        .containsExactly(
            new AccessShift(Subject.Kind.USER, true, 2, List.of("projects:write")),
            new AccessShift(Subject.Kind.API_KEY, true, 1, List.of("projects:write")),
            new AccessShift(Subject.Kind.USER, false, 3, List.of("audit:export")),
            new AccessShift(Subject.Kind.API_KEY, false, 1, List.of("audit:export")));
  }

  @Test
  void countsWhatIsHeldInAWorkspaceOnly() {
    person("support", new UUID(5, 5));
    person("support", null);
    assertThat(between(roles("tasks:write"), roles()))
        .extracting(AccessShift::holders)
        .containsExactly(2);
  }

  @Test
  void takesARoleThatIsGoneForOneThatGivesNothing() {
    person("support", null);
    assertThat(between(roles("tasks:read", "tasks:write"), RoleGraph.builtIn()))
        .containsExactly(
            new AccessShift(Subject.Kind.USER, true, 1, List.of("tasks:read", "tasks:write")));
    assertThat(between(roles("tasks:write"), roles("tasks:write"))).isEmpty();
  }
}
