package org.freehold.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.engine.access.Decision.ALLOW;
import static org.freehold.engine.access.Decision.DENY;
import static org.freehold.engine.access.Decision.HIDDEN;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessEngineTest {

  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.builtIn();
  private static final int READ = CATALOGUE.indexOf("projects:read");
  private static final int WRITE = CATALOGUE.indexOf("projects:write");
  private static final int ADMIN = CATALOGUE.indexOf("projects:admin");
  private static final int EXPORT = CATALOGUE.indexOf("projects:export");

  private static final UUID ANN = UUID.randomUUID();
  private static final UUID BOB = UUID.randomUUID();
  private static final UUID TEAM = UUID.randomUUID();
  private static final UUID WORKSPACE = UUID.randomUUID();
  private static final UUID ELSEWHERE = UUID.randomUUID();

  @Test
  void decidesAnOperationWithoutAThingByTheTenantsPermissions() {
    assertThat(AccessEngine.decide(inTenant("projects:read"), READ)).isEqualTo(ALLOW);
    assertThat(AccessEngine.decide(inTenant("projects:read"), WRITE)).isEqualTo(DENY);
    assertThat(AccessEngine.decide(inWorkspace("projects:write"), WRITE)).isEqualTo(DENY);
    assertThat(AccessEngine.decide(inTenant("projects:read"), READ, READ, ADMIN, null))
        .isEqualTo(ALLOW);
  }

  @Test
  void aThingOfTheTenantNeedsTheTenantsPermission() {
    ResourceFacts open = facts(null, null, null, null);
    assertThat(decide(inTenant("projects:write"), WRITE, open)).isEqualTo(ALLOW);
    assertThat(decide(inTenant("projects:read"), WRITE, open)).isEqualTo(DENY);
    assertThat(decide(inTenant("tasks:read"), READ, open)).isEqualTo(HIDDEN);
    assertThat(decide(inWorkspace("projects:admin"), READ, open)).isEqualTo(HIDDEN);
  }

  @Test
  void aThingInAWorkspaceIsHiddenFromThoseOutside() {
    ResourceFacts inside = facts(WORKSPACE, null, null, Visibility.PUBLIC);
    ResourceFacts outside = facts(ELSEWHERE, null, null, Visibility.PUBLIC);
    assertThat(decide(inWorkspace("projects:write"), WRITE, inside)).isEqualTo(ALLOW);
    assertThat(decide(inWorkspace("projects:write"), WRITE, outside)).isEqualTo(HIDDEN);
    assertThat(decide(inTenant("projects:write"), WRITE, inside)).isEqualTo(HIDDEN);
  }

  @Test
  void theTenantsAdministratorEntersEveryWorkspace() {
    ResourceFacts secret = facts(WORKSPACE, BOB, null, Visibility.PRIVATE);
    assertThat(decide(inTenant("projects:admin"), WRITE, secret)).isEqualTo(ALLOW);
    assertThat(decide(inTenant("projects:admin"), EXPORT, secret)).isEqualTo(DENY);
    assertThat(decide(inTenant("*:*"), EXPORT, secret)).isEqualTo(ALLOW);
    assertThat(decide(inTenant("tasks:admin"), READ, secret)).isEqualTo(HIDDEN);
  }

  @Test
  void aWorkspaceAdministratorSeesEverythingInsideOnly() {
    Subject ann = inWorkspace("projects:admin");
    assertThat(decide(ann, WRITE, facts(WORKSPACE, BOB, TEAM, Visibility.PRIVATE)))
        .isEqualTo(ALLOW);
    assertThat(decide(ann, READ, facts(ELSEWHERE, ANN, null, Visibility.PUBLIC))).isEqualTo(HIDDEN);
  }

  @Test
  void membersKeepTheirTenantsPermissionsInside() {
    Subject ann =
        new Subject(ANN, set("projects:write"), Map.of(WORKSPACE, set("projects:read")), Set.of());
    assertThat(decide(ann, WRITE, facts(WORKSPACE, null, null, null))).isEqualTo(ALLOW);
  }

  @Test
  void aPrivateThingIsSeenByOwnerAndParticipants() {
    Subject ann = inTenant("projects:read");
    assertThat(decide(ann, READ, facts(null, ANN, null, Visibility.PRIVATE))).isEqualTo(ALLOW);
    assertThat(decide(ann, READ, facts(null, BOB, null, Visibility.PRIVATE, ANN))).isEqualTo(ALLOW);
    assertThat(decide(ann, READ, facts(null, BOB, null, Visibility.PRIVATE))).isEqualTo(HIDDEN);
    assertThat(decide(ann, READ, facts(null, null, null, Visibility.PRIVATE))).isEqualTo(HIDDEN);
  }

  @Test
  void aPrivateThingIsHiddenFromItsTeam() {
    Subject member = inTeam("projects:admin", "tasks:read");
    Subject reader = inTeam("projects:read");
    ResourceFacts secret = facts(null, BOB, TEAM, Visibility.PRIVATE);
    assertThat(decide(member, READ, secret)).isEqualTo(ALLOW);
    assertThat(decide(reader, READ, secret)).isEqualTo(HIDDEN);
  }

  @Test
  void aTeamsThingIsSeenByItsMembersOwnerAndParticipants() {
    ResourceFacts shared = facts(null, BOB, TEAM, Visibility.TEAM);
    assertThat(decide(inTeam("projects:read"), READ, shared)).isEqualTo(ALLOW);
    assertThat(decide(inTenant("projects:read"), READ, shared)).isEqualTo(HIDDEN);
    assertThat(decide(inTenant("projects:read"), READ, facts(null, ANN, TEAM, Visibility.TEAM)))
        .isEqualTo(ALLOW);
    assertThat(
            decide(inTenant("projects:read"), READ, facts(null, BOB, TEAM, Visibility.TEAM, ANN)))
        .isEqualTo(ALLOW);
  }

  @Test
  void aTeamsThingWithoutATeamIsEverybodys() {
    assertThat(decide(inTenant("projects:read"), READ, facts(null, BOB, null, Visibility.TEAM)))
        .isEqualTo(ALLOW);
    assertThat(
            decide(
                inWorkspace("projects:read"), READ, facts(WORKSPACE, BOB, null, Visibility.TEAM)))
        .isEqualTo(ALLOW);
  }

  @Test
  void ownersGetNoPermissionFromOwning() {
    ResourceFacts own = facts(null, ANN, TEAM, Visibility.PRIVATE, ANN);
    assertThat(decide(inTenant("projects:read"), WRITE, own)).isEqualTo(DENY);
    assertThat(decide(inTenant("tasks:admin"), READ, own)).isEqualTo(HIDDEN);
    assertThat(decide(inTenant("projects:export"), EXPORT, own)).isEqualTo(HIDDEN);
  }

  @Test
  void anActorWithoutAUserOwnsNothing() {
    Subject key = new Subject(null, set("projects:read"), Map.of(), Set.of());
    assertThat(decide(key, READ, facts(null, null, null, Visibility.PRIVATE))).isEqualTo(HIDDEN);
    assertThat(decide(key, READ, facts(null, null, TEAM, Visibility.TEAM))).isEqualTo(HIDDEN);
    assertThat(decide(key, READ, facts(null, null, null, Visibility.TEAM))).isEqualTo(ALLOW);
  }

  @Test
  void allocatesNothing() {
    Subject ann = inTeam("projects:read");
    ResourceFacts shared = facts(WORKSPACE, BOB, TEAM, Visibility.TEAM, ANN);
    ResourceFacts secret = facts(null, BOB, TEAM, Visibility.PRIVATE, BOB);
    long allowed = 0;
    long before = allocatedBytes();
    for (int round = 0; round < 10_000; round++) {
      allowed += decide(ann, WRITE, shared).ordinal() + decide(ann, WRITE, secret).ordinal();
    }
    long allocated = allocatedBytes() - before;
    assertThat(allowed).isEqualTo(10_000L * 2 * HIDDEN.ordinal());
    assertThat(allocated).isLessThan(10_000);
  }

  @Test
  void whatIsMadeNeedsThePermissionWhereItWillBeAndNobodyWhoSeesIt() {
    ResourceFacts secret = facts(null, BOB, null, Visibility.PRIVATE);
    ResourceFacts inside = facts(WORKSPACE, BOB, null, Visibility.PRIVATE);
    ResourceFacts elsewhere = facts(ELSEWHERE, ANN, null, Visibility.PUBLIC);
    assertThat(decideNew(inTenant("projects:write"), secret)).isEqualTo(ALLOW);
    assertThat(decideNew(inTenant("projects:read"), secret)).isEqualTo(DENY);
    assertThat(decideNew(inWorkspace("projects:write"), inside)).isEqualTo(ALLOW);
    assertThat(decideNew(inWorkspace("projects:read"), inside)).isEqualTo(DENY);
    assertThat(decideNew(inWorkspace("projects:write"), secret)).isEqualTo(DENY);
    assertThat(decideNew(inTenant("projects:write"), elsewhere)).isEqualTo(HIDDEN);
    assertThat(decideNew(inTenant("projects:admin"), elsewhere)).isEqualTo(ALLOW);
  }

  private static Decision decideNew(Subject subject, ResourceFacts facts) {
    return AccessEngine.decideNew(
        subject,
        CATALOGUE,
        CATALOGUE.action("projects:write"),
        facts,
        Environment.at(Instant.EPOCH));
  }

  private static long allocatedBytes() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }

  private static Decision decide(Subject subject, int permission, ResourceFacts facts) {
    Decision decision = AccessEngine.decide(subject, permission, READ, ADMIN, facts);
    assert AccessEngine.sees(subject, READ, ADMIN, facts) == (decision != HIDDEN);
    return decision;
  }

  private static Subject inTenant(String... grants) {
    return new Subject(ANN, set(grants), Map.of(), Set.of());
  }

  private static Subject inTeam(String... grants) {
    return new Subject(ANN, set(grants), Map.of(), Set.of(TEAM));
  }

  private static Subject inWorkspace(String... grants) {
    return new Subject(ANN, PermissionSet.NONE, Map.of(WORKSPACE, set(grants)), Set.of());
  }

  private static PermissionSet set(String... grants) {
    return CATALOGUE.compile(List.of(grants));
  }

  private static ResourceFacts facts(
      UUID workspace, UUID owner, UUID team, Visibility visibility, UUID... participants) {
    UUID id = UUID.randomUUID();
    return new ResourceFacts(
        "projects", id, workspace, owner, team, visibility, Set.of(participants));
  }
}
