package org.freehold.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.freehold.engine.access.RoleFault.Code;
import org.junit.jupiter.api.Test;

class RoleGraphTest {

  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.builtIn();

  @Test
  void aChildHasWhatAllItsParentsHaveAndItsOwn() {
    RoleGraph graph =
        graph(
            role("auditor", List.of("viewer", "exporter"), List.of("compliance:read"), List.of()),
            role("exporter", List.of(), List.of("audit:export"), List.of()));
    assertThat(graph.role("auditor").held().codes(CATALOGUE))
        .containsAll(BuiltInRoles.permissionsOf(List.of("viewer")).codes(CATALOGUE))
        .contains("compliance:read", "audit:export");
    assertThat(graph.role("auditor").names())
        .containsExactlyInAnyOrder("auditor", "viewer", "exporter");
    assertThat(graph.descendants("exporter")).containsExactly("auditor", "exporter");
  }

  @Test
  void aDenyWinsOverEveryRoleHeldBesideIt() {
    RoleGraph graph =
        graph(
            role("careful", List.of(), List.of(), List.of("projects:write")),
            role("child", List.of("careful"), List.of("projects:admin"), List.of()));
    RoleSet held = graph.together(List.of("tenant_admin", "careful"));
    assertThat(held.held().codes(CATALOGUE))
        .contains("projects:read", "projects:export", "tasks:admin")
        .doesNotContain("projects:write", "projects:admin");
    assertThat(graph.role("child").held().codes(CATALOGUE)).containsExactly("projects:read");
  }

  @Test
  void findsRolesByAliasAndInternsEqualSets() {
    RoleDefinition lead =
        new RoleDefinition(
            "team-lead", List.of("lead"), List.of("user"), List.of("tasks:admin"), List.of(), null);
    RoleGraph graph = RoleGraph.of(CATALOGUE, List.of(lead));
    assertThat(graph.canonical("lead")).contains("team-lead");
    assertThat(graph.canonical("admin")).contains("tenant_admin");
    assertThat(graph.canonical("nobody")).isEmpty();
    assertThat(graph.canonical(null)).isEmpty();
    assertThat(graph.together(List.of("lead", "viewer")))
        .isSameAs(graph.together(List.of("user", "team-lead", "lead")));
    assertThatIllegalArgumentException().isThrownBy(() -> graph.role("nobody"));
  }

  @Test
  void namesTheCycle() {
    assertThat(
            faults(
                role("aa", List.of("bb"), List.of(), List.of()),
                role("bb", List.of("cc"), List.of(), List.of()),
                role("cc", List.of("bb"), List.of(), List.of())))
        .containsExactly(new RoleFault(Code.CYCLE, "bb", "cc", List.of("bb", "cc", "bb")));
    assertThat(faults(role("own", List.of("own"), List.of(), List.of())))
        .containsExactly(new RoleFault(Code.CYCLE, "own", "own", List.of("own", "own")));
  }

  @Test
  void refusesWhatDoesNotExist() {
    assertThat(
            faults(
                role("aa", List.of("nobody"), List.of("projects:fly"), List.of("nothing:read")),
                role("bb", List.of("super_admin"), List.of(), List.of())))
        .extracting(RoleFault::code, RoleFault::entry)
        .containsExactly(
            tuple(Code.UNKNOWN_PARENT, "nobody"),
            tuple(Code.UNKNOWN_PERMISSION, "projects:fly"),
            tuple(Code.UNKNOWN_PERMISSION, "nothing:read"),
            tuple(Code.PLATFORM_PARENT, "super_admin"));
  }

  @Test
  void refusesNamesThatAreTaken() {
    RoleDefinition alias =
        new RoleDefinition("dd", List.of("read_only", "cc"), List.of(), List.of(), List.of(), null);
    assertThat(
            faults(
                role("viewer", List.of(), List.of(), List.of()),
                role("cc", List.of(), List.of(), List.of()),
                alias,
                role("Not a name", List.of(), List.of(), List.of())))
        .extracting(RoleFault::code, RoleFault::entry)
        .containsExactly(
            tuple(Code.BUILT_IN_NAME, "viewer"),
            tuple(Code.BUILT_IN_NAME, "read_only"),
            tuple(Code.TAKEN_NAME, "cc"),
            tuple(Code.MALFORMED_NAME, "Not a name"));
  }

  @Test
  void aRoleOfAWorkspaceIsInheritedThereOnly() {
    UUID here = UUID.randomUUID();
    RoleDefinition local = inWorkspace("local", List.of(), here);
    assertThat(
            RoleGraph.check(CATALOGUE, List.of(local, inWorkspace("x1", List.of("local"), here))))
        .isEmpty();
    assertThat(
            faults(
                local,
                inWorkspace("x1", List.of("local"), UUID.randomUUID()),
                role("x2", List.of("local"), List.of(), List.of())))
        .extracting(RoleFault::code)
        .containsExactly(Code.PARENT_ELSEWHERE, Code.PARENT_ELSEWHERE);
  }

  @Test
  void hasLimits() {
    List<RoleDefinition> most = numbered(RoleGraph.MAX_ROLES);
    assertThat(RoleGraph.check(CATALOGUE, most)).isEmpty();
    assertThat(RoleGraph.check(CATALOGUE, numbered(RoleGraph.MAX_ROLES + 1)))
        .extracting(RoleFault::code)
        .containsExactly(Code.TOO_MANY_ROLES);
    List<String> parents = Collections.nCopies(RoleGraph.MAX_PARENTS + 1, "viewer");
    List<String> grants = Collections.nCopies(RoleGraph.MAX_ENTRIES, "projects:read");
    assertThat(faults(role("aa", parents, grants, List.of("tasks:read"))))
        .extracting(RoleFault::code)
        .containsExactly(Code.TOO_MANY_PARENTS, Code.TOO_MANY_ENTRIES);
  }

  @Test
  void isOnlySoDeep() {
    List<RoleDefinition> line = new ArrayList<>();
    for (int depth = 0; depth < RoleGraph.MAX_DEPTH; depth++) {
      line.add(role("r" + depth, depth == 0 ? List.of() : List.of("r" + (depth - 1))));
    }
    assertThat(RoleGraph.check(CATALOGUE, line)).isEmpty();
    line.add(role("last", List.of("r" + (RoleGraph.MAX_DEPTH - 1))));
    assertThat(RoleGraph.check(CATALOGUE, line))
        .extracting(RoleFault::code, RoleFault::role)
        .containsExactly(tuple(Code.TOO_DEEP, "last"));
  }

  @Test
  void isNotMadeOfFaultyRoles() {
    List<RoleDefinition> faulty = List.of(role("own", List.of("own")));
    assertThatExceptionOfType(RolesRefused.class)
        .isThrownBy(() -> RoleGraph.of(CATALOGUE, faulty))
        .satisfies(refused -> assertThat(refused.faults()).hasSize(1));
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.api.Assertions.tuple(values);
  }

  private static List<RoleDefinition> numbered(int count) {
    return IntStream.range(0, count).mapToObj(number -> role("n" + number, List.of())).toList();
  }

  private static List<RoleFault> faults(RoleDefinition... roles) {
    return RoleGraph.check(CATALOGUE, List.of(roles));
  }

  private static RoleGraph graph(RoleDefinition... roles) {
    return RoleGraph.of(CATALOGUE, List.of(roles));
  }

  private static RoleDefinition role(String name, List<String> parents) {
    return role(name, parents, List.of(), List.of());
  }

  private static RoleDefinition role(
      String name, List<String> parents, List<String> grants, List<String> denies) {
    return new RoleDefinition(name, List.of(), parents, grants, denies, null);
  }

  private static RoleDefinition inWorkspace(String name, List<String> parents, UUID workspace) {
    return new RoleDefinition(name, List.of(), parents, List.of(), List.of(), workspace);
  }
}
