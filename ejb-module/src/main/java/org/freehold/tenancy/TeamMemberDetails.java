package org.freehold.tenancy;

import java.time.Instant;
import org.freehold.platform.TeamId;
import org.freehold.platform.UserId;

/** Somebody's membership of a team as the API tells it. */
public record TeamMemberDetails(
    TeamMemberId id, TeamId teamId, UserId userId, TeamRole role, Instant createdAt) {}
