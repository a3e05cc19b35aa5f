package org.freehold.access.explain.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.freehold.access.explain.AccessQuestion;
import org.freehold.access.explain.ExplainedChange;
import org.freehold.access.explain.ExplainedChange.Kind;
import org.freehold.engine.access.Environment;
import org.freehold.engine.access.Grant;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.Remedy;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.engine.access.RoleDefinition;
import org.freehold.engine.access.RoleGraph;
import org.freehold.engine.access.SubjectFacts;
import org.freehold.engine.access.TenantFacts;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.platform.UserId;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final UUID ANN = new UUID(1, 1);
  private static final UUID ROOT = new UUID(1, 2);
  private static final UUID KEEPER = new UUID(1, 3);
  private static final UUID LEAD = new UUID(1, 4);
  private static final UUID KEY = new UUID(1, 5);
  private static final UUID TEAM = new UUID(2, 1);
  private static final UUID PLACE = new UUID(3, 1);
  private static final UUID TASK = new UUID(4, 1);
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Discretion ALL = new Discretion(true, true);

  private final List<Grant> grants = new ArrayList<>();

  ChangesTest() {
    give(Grant.Holder.USER, ANN, "viewer", null);
    give(Grant.Holder.USER, ROOT, "tenant_admin", null);
    give(Grant.Holder.TEAM, TEAM, "role_keeper", null);
    give(Grant.Holder.USER, LEAD, "manager", PLACE);
  }

  @Test
  void aRoleIsGivenByWhoHoldsRolesWriteAndAllThatItGives() {
    ExplainedChange manager =
        one(new Remedy.GrantRole(Grant.Holder.USER, ANN, "manager", PLACE, List.of("x:y")));
    assertThat(manager.kind()).isEqualTo(Kind.GRANT_ROLE);
    assertThat(manager.role()).isEqualTo("manager");
    assertThat(manager.holder().type()).isEqualTo("user");
    assertThat(manager.workspaceId().value()).isEqualTo(PLACE);
    assertThat(manager.extra()).containsExactly("x:y");
    assertThat(manager.requires()).isEqualTo("roles:write");
    assertThat(who(manager)).containsExactly(ROOT);
    ExplainedChange own =
        one(new Remedy.GrantRole(Grant.Holder.USER, ANN, "role_keeper", null, List.of()));
    assertThat(who(own)).containsExactly(ROOT, KEEPER);
    assertThat(own.who().get(1).email()).isEqualTo("keeper@one.example");
  }

  @Test
  void aNewRoleIsMadeByWhoHoldsRolesWriteAndThePermission() {
    ExplainedChange made =
        one(new Remedy.MakeRole(Grant.Holder.USER, ANN, "projects:export", PLACE));
    assertThat(made.kind()).isEqualTo(Kind.MAKE_ROLE);
    assertThat(made.permission()).isEqualTo("projects:export");
    assertThat(made.role()).isNull();
    assertThat(made.holder().type()).isEqualTo("user");
    assertThat(made.workspaceId().value()).isEqualTo(PLACE);
    assertThat(made.requires()).isEqualTo("roles:write");
    assertThat(who(made)).containsExactly(ROOT);
  }

  @Test
  void whatTakesAPermissionInAWorkspaceNamesWhoHoldsItThere() {
    ExplainedChange share = one(new Remedy.ShareThing("tasks", TASK));
    assertThat(share.kind()).isEqualTo(Kind.SHARE);
    assertThat(share.resource().type()).isEqualTo("task");
    assertThat(share.requires()).isEqualTo("projects:write");
    assertThat(who(share)).containsExactly(ROOT, LEAD);
    ExplainedChange join = one(new Remedy.JoinWorkspace(PLACE));
    assertThat(join.requires()).isEqualTo("workspaces:write");
    assertThat(who(join)).containsExactly(ROOT);
    assertThat(one(new Remedy.LiftRestrictions("tasks", TASK)).requires())
        .isEqualTo("projects:admin");
  }

  @Test
  void rolesThatDenyAreEndedWhereTheyAreHeld() {
    ExplainedChange end = one(new Remedy.EndGrant(new UUID(9, 9), "viewer", null));
    assertThat(end.kind()).isEqualTo(Kind.END_ASSIGNMENT);
    assertThat(end.assignmentId()).isEqualTo(new UUID(9, 9));
    assertThat(end.requires()).isEqualTo("roles:write");
    assertThat(one(new Remedy.EndGrant(null, "viewer", null)).requires()).isEqualTo("users:write");
    assertThat(one(new Remedy.EndGrant(null, "viewer", PLACE)).requires())
        .isEqualTo("workspaces:write");
    ExplainedChange entry = one(new Remedy.RemoveDenyEntry("careful", "files:*"));
    assertThat(entry.entry()).isEqualTo("files:*");
    assertThat(who(entry)).as("the keeper of roles holds no files").containsExactly(ROOT);
  }

  @Test
  void keysAreWidenedByTheirMakersOrElseByWhoAdministersKeys() {
    ExplainedChange widen = one(new Remedy.WidenKey(KEY, "tasks:write"));
    assertThat(widen.apiKeyId()).isEqualTo(KEY);
    assertThat(widen.permission()).isEqualTo("tasks:write");
    assertThat(who(widen)).containsExactly(ROOT);
    give(Grant.Holder.USER, ANN, "developer", null);
    assertThat(who(one(new Remedy.WidenKey(KEY, "tasks:write")))).containsExactly(ANN);
  }

  @Test
  void whatOneDoesAloneTakesNobody() {
    ExplainedChange wait = one(new Remedy.WaitUntil(NOW));
    assertThat(wait.until()).isEqualTo(NOW);
    assertThat(wait.requires()).isNull();
    assertThat(wait.who()).isNull();
    assertThat(one(new Remedy.AuthenticateAgain()).kind()).isEqualTo(Kind.AUTHENTICATE_AGAIN);
    assertThat(one(new Remedy.ComeFromNetwork("10.0.0.0/8", true)).network())
        .isEqualTo("10.0.0.0/8");
  }

  @Test
  void whoMayNotKnowIsToldNoNamesAndNoNetworks() {
    Discretion none = new Discretion(false, false);
    List<List<Remedy>> ways =
        List.of(
            List.of(new Remedy.ChangePolicy(new UUID(8, 8), "Office")),
            List.of(new Remedy.ComeFromNetwork("10.0.0.0/8", true)),
            List.of(new Remedy.ComeFromNetwork("10.1.0.0/16", true)));
    List<List<ExplainedChange>> told = changes(none).of(ways);
    assertThat(told).hasSize(2);
    assertThat(told.get(0).get(0).requires()).isEqualTo("policies:write");
    assertThat(told.get(0).get(0).who()).isNull();
    assertThat(told.get(1).get(0).network()).isNull();
    assertThat(told.get(1).get(0).inside()).isTrue();
  }

  private ExplainedChange one(Remedy remedy) {
    return changes(ALL).of(List.of(List.of(remedy))).get(0).get(0);
  }

  private static List<UUID> who(ExplainedChange change) {
    return change.who().stream().map(ExplainedChange.Person::userId).map(UserId::value).toList();
  }

  private Changes changes(Discretion discretion) {
    RoleGraph roles =
        RoleGraph.of(
            PermissionCatalogue.builtIn(),
            List.of(
                RoleDefinition.granting("role_keeper", List.of("roles:write")),
                new RoleDefinition(
                    "careful", List.of(), List.of(), List.of(), List.of("files:*"), null)));
    TenantSnapshot snapshot =
        TenantSnapshot.of(
            1,
            new TenantFacts(new UUID(9, 9), "active", "pro"),
            roles,
            grants,
            List.of(),
            people());
    ResourceFacts task = new ResourceFacts("tasks", TASK, PLACE, null, null, null, Set.of());
    Question question =
        new Question(
            snapshot.facts(KEY).orElseThrow(),
            snapshot.catalogue().action("tasks:write"),
            new AccessQuestion.Thing("task", TASK),
            task,
            Environment.at(NOW),
            null);
    return new Changes(snapshot, question, NOW, discretion);
  }

  private static List<SubjectFacts> people() {
    return List.of(
        SubjectFacts.person(ANN, "ann@one.example", Set.of(), Set.of()),
        SubjectFacts.person(ROOT, "root@one.example", Set.of(), Set.of()),
        SubjectFacts.person(KEEPER, "keeper@one.example", Set.of(TEAM), Set.of()),
        SubjectFacts.person(LEAD, "lead@one.example", Set.of(), Set.of()),
        SubjectFacts.key(KEY, ANN, List.of("projects:read")));
  }

  private void give(Grant.Holder holder, UUID id, String role, UUID workspace) {
    grants.add(new Grant(UUID.randomUUID(), holder, id, role, workspace, null, null));
  }
}
