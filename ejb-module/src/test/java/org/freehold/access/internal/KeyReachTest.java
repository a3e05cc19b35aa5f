package org.freehold.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.BuiltInRoles;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.PermissionSet;
import org.freehold.engine.access.Subject;
import org.freehold.platform.KeyScope;
import org.freehold.platform.UserId;
import org.junit.jupiter.api.Test;

class KeyReachTest {
  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.builtIn();
  private static final UserId MAKER = new UserId(UUID.randomUUID());
  private static final UUID WORKSPACE = UUID.randomUUID();
  private static final UUID TEAM = UUID.randomUUID();
  private final KeyReach reach = new KeyReach();

  private static PermissionSet of(String role) {
    return BuiltInRoles.permissionsOf(List.of(role));
  }

  private static Subject maker(String role, String workspaceRole) {
    return new Subject(MAKER.value(), of(role), Map.of(WORKSPACE, of(workspaceRole)), Set.of(TEAM));
  }

  private static KeyScope permissions(String... codes) {
    return new KeyScope(MAKER, null, List.of(codes));
  }

  @Test
  void aKeyMayWhatItAndItsMakerMay() {
    Subject key =
        reach.narrowed(maker("member", "member"), permissions("tasks:write", "users:write"));
    assertThat(key.tenantPermissions().codes(CATALOGUE))
        .containsExactlyInAnyOrder("tasks:write", "tasks:read", "users:read");
  }

  @Test
  void aKeyWithARoleShrinksWithItsMaker() {
    KeyScope scope = new KeyScope(MAKER, "developer", null);
    assertThat(reach.narrowed(maker("tenant_admin", "viewer"), scope).tenantPermissions())
        .isEqualTo(of("developer"));
    PermissionSet demoted = reach.narrowed(maker("viewer", "viewer"), scope).tenantPermissions();
    assertThat(of("viewer").containsAll(demoted)).isTrue();
    assertThat(of("developer").containsAll(demoted)).isTrue();
  }

  @Test
  void aKeyOfSomebodyWhoIsGoneMayNothing() {
    Subject nobody = new Subject(null, PermissionSet.NONE, Map.of(), Set.of());
    assertThat(reach.narrowed(nobody, permissions("*:*")).tenantPermissions().isEmpty()).isTrue();
  }

  @Test
  void theSameHoldsInsideWorkspaces() {
    Subject key = reach.narrowed(maker("viewer", "manager"), permissions("projects:write"));
    assertThat(key.workspacePermissions().get(WORKSPACE).codes(CATALOGUE))
        .containsExactlyInAnyOrder("projects:read", "projects:write");
    assertThat(key.tenantPermissions().codes(CATALOGUE)).containsExactly("projects:read");
    assertThat(key.teams()).containsExactly(TEAM);
  }

  @Test
  void aPermissionThatThisVersionDoesNotKnowGivesNothing() {
    Subject key = reach.narrowed(maker("tenant_admin", "viewer"), permissions("moons:write"));
    assertThat(key.tenantPermissions().isEmpty()).isTrue();
  }
}
