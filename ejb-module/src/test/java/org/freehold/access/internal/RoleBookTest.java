package org.freehold.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.freehold.access.RoleDetails;
import org.freehold.access.RoleFields;
import org.freehold.access.RoleFilter;
import org.freehold.access.RoleMatrix;
import org.freehold.engine.access.BuiltInRoles;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.RoleGraph;
import org.freehold.platform.Conflict;
import org.freehold.platform.Invalid;
import org.freehold.platform.Page;
import org.freehold.platform.Problem;
import org.freehold.platform.TenantId;
import org.freehold.platform.WorkspaceId;
import org.freehold.platform.persistence.PageRequest;
import org.junit.jupiter.api.Test;

class RoleBookTest {
  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.builtIn();

  private static final TenantId TENANT = new TenantId(UUID.randomUUID());
  private static final WorkspaceId WORKSPACE = new WorkspaceId(UUID.randomUUID());
  private static final RoleFilter ALL = new RoleFilter(null, null);

  private static TenantRole role(String name, List<String> parents, List<String> grants) {
    return role(name, null, parents, grants, List.of());
  }

  private static TenantRole role(
      String name,
      WorkspaceId workspace,
      List<String> parents,
      List<String> grants,
      List<String> denies) {
    RoleFields fields = new RoleFields(name, null, workspace, parents, grants, denies);
    return new TenantRole(TENANT, fields, Instant.EPOCH);
  }

  private static List<String> faults(RoleBook book, TenantRole added) {
    return catchThrowableOfType(Invalid.class, () -> book.with(added)).faults().stream()
        .map(fault -> fault.pointer() + " " + fault.code())
        .toList();
  }

  @Test
  void aFaultIsToldWhereItStands() {
    RoleBook book =
        RoleBook.of(CATALOGUE, List.of(role("local", WORKSPACE, List.of(), List.of(), List.of())));
    TenantRole wrong =
        role(
            "wrong",
            null,
            List.of("user", "moon", "local"),
            List.of("tasks:read", "moons:*"),
            List.of("tasks:write", "nonsense"));
    assertThat(faults(book, wrong))
        .containsExactlyInAnyOrder(
            "/parents/1 unknown_role",
            "/parents/2 role_of_workspace",
            "/grants/1 unknown_permission",
            "/denies/1 unknown_permission");
    TenantRole itself = role("itself", List.of("itself"), List.of());
    assertThat(faults(book, itself)).containsExactly("/parents role_cycle");
  }

  /** Else nobody could change a role any more after another version of the product was here. */
  @Test
  void whatAnotherVersionOfTheProductKnewIsPassedOverInTheOtherRoles() {
    TenantRole old = role("old", List.of(), List.of("moons:read", "tasks:read"));
    RoleBook book =
        RoleBook.of(CATALOGUE, List.of(old)).with(role("new", List.of("old"), List.of()));
    assertThat(book.details("new").orElseThrow().permissions()).containsExactly("tasks:read");
    assertThat(book.details("old").orElseThrow().grants()).contains("moons:read");
    assertThatThrownBy(() -> RoleBook.of(CATALOGUE, List.of(old), old)).isInstanceOf(Invalid.class);
  }

  @Test
  void aTenantHasOnlySoManyRoles() {
    List<TenantRole> many = new ArrayList<>();
    IntStream.rangeClosed(0, RoleGraph.MAX_ROLES)
        .forEach(i -> many.add(role("r" + i, List.of(), List.of())));
    assertThat(catchThrowableOfType(Problem.class, () -> RoleBook.of(CATALOGUE, many)))
        .isInstanceOf(Conflict.class)
        .extracting(Problem::code)
        .isEqualTo("too_many_roles");
  }

  @Test
  void pagesFollowEachOtherInBothDirections() {
    RoleBook book =
        RoleBook.of(
            CATALOGUE,
            List.of(
                role("beta", List.of(), List.of()),
                role("alpha", List.of(), List.of()),
                role("local", WORKSPACE, List.of(), List.of(), List.of())));
    List<String> up = names(book, ALL, "name");
    assertThat(up).hasSize(BuiltInRoles.names().size() + 3).isSorted().contains("alpha", "viewer");
    List<String> down = new ArrayList<>(up);
    Collections.reverse(down);
    assertThat(names(book, ALL, "-name")).isEqualTo(down);
    assertThat(names(book, new RoleFilter(false, null), null))
        .containsExactly("alpha", "beta", "local");
    assertThat(names(book, new RoleFilter(true, null), null)).hasSize(BuiltInRoles.names().size());
    assertThat(names(book, new RoleFilter(null, WORKSPACE), null)).containsExactly("local");
  }

  /** Page by page, two roles each. */
  private static List<String> names(RoleBook book, RoleFilter filter, String sort) {
    List<String> names = new ArrayList<>();
    String after = null;
    do {
      Page<RoleDetails> page = book.page(filter, new PageRequest(2, after, sort));
      assertThat(page.items()).isNotEmpty();
      page.items().forEach(role -> names.add(role.name()));
      after = page.next();
    } while (after != null);
    return names;
  }

  @Test
  void theMatrixTellsOwnFromInheritedAndADenyWins() {
    TenantRole parent =
        role("parent", null, List.of(), List.of("projects:read"), List.of("tasks:write"));
    TenantRole child = role("child", List.of("parent"), List.of("tasks:read", "tasks:write"));
    RoleBook book = RoleBook.of(CATALOGUE, List.of(parent, child));
    RoleMatrix.Row row =
        book.matrix().roles().stream()
            .filter(one -> one.name().equals("child"))
            .findFirst()
            .orElseThrow();
    assertThat(row.granted()).containsExactly("tasks:read");
    assertThat(row.inherited()).containsExactly("projects:read");
    assertThat(row.denied()).containsExactlyInAnyOrder("tasks:write", "tasks:admin");
    assertThat(row.builtIn()).isFalse();
    assertThat(book.childrenOf("parent")).containsExactly("child");
    assertThat(book.details("read_only").orElseThrow().name()).isEqualTo("viewer");
    assertThat(book.details("nobody")).isEmpty();
  }
}
