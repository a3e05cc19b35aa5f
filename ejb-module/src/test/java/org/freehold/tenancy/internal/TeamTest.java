package org.freehold.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.freehold.platform.TeamId;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.tenancy.TeamFields;
import org.freehold.tenancy.TeamMemberFields;
import org.freehold.tenancy.TeamRole;
import org.junit.jupiter.api.Test;

class TeamTest {
  private static final TenantId TENANT = new TenantId(Uuid7.next());
  private static final UserId ANN = new UserId(Uuid7.next());
  private static final UserId BOB = new UserId(Uuid7.next());
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void isManagedByWhomItNames() {
    Team team = new Team(TENANT, new TeamFields("Core", null, "Engineering", ANN), NOW);

    assertThat(team.isManagedBy(ANN)).isTrue();
    assertThat(team.isManagedBy(BOB)).isFalse();
    assertThat(team.fields()).isEqualTo(new TeamFields("Core", null, "Engineering", ANN));
  }

  @Test
  void mayBeWithoutAManager() {
    Team team = new Team(TENANT, new TeamFields("Core", null, null, ANN), NOW);

    team.change(new TeamFields("Core", null, null, null), NOW.plusSeconds(1));

    assertThat(team.managerId()).isNull();
    assertThat(team.isManagedBy(ANN)).isFalse();
    assertThat(team.details().updatedAt()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void takesMembersWhoMayBecomeManagers() {
    TeamMember member =
        new TeamMember(TENANT, new TeamMemberFields(new TeamId(Uuid7.next()), BOB, null), NOW);
    assertThat(member.role()).isEqualTo(TeamRole.MEMBER);

    member.become(TeamRole.MANAGER);

    assertThat(member.details().role()).isEqualTo(TeamRole.MANAGER);
  }
}
