package org.freehold.tenancy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;
import org.freehold.platform.RuleMode;
import org.freehold.platform.TeamId;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;
import org.freehold.tenancy.EmailDomains;
import org.freehold.tenancy.IpAllowList;
import org.freehold.tenancy.TeamRole;
import org.freehold.tenancy.TenancyEvents;
import org.freehold.tenancy.TenantStatus;
import org.freehold.tenancy.TenantTier;

/** One example of each event of tenancy. */
@ApplicationScoped
public class TenancyEventCatalogue implements EventCatalogue {
  private static final TenantId TENANT = new TenantId(id(1));
  private static final UserId ADA = new UserId(id(2));
  private static final TeamId TEAM = new TeamId(id(3));
  private static final String SLUG = "techcorp";
  private static final String NAME = "TechCorp";
  private static final String EMAIL = "ada@techcorp.example";

  @Override
  public List<DomainEvent> examples() {
    TenantTier tier = TenantTier.PROFESSIONAL;
    return List.of(
        new TenancyEvents.TenantCreated(TENANT, SLUG, NAME, tier, TenantStatus.PENDING),
        new TenancyEvents.TenantUpdated(TENANT, SLUG, NAME, tier, TenantStatus.ACTIVE),
        new TenancyEvents.AccessRulesUpdated(
            TENANT,
            SLUG,
            new IpAllowList(RuleMode.ENFORCED, List.of("203.0.113.0/24")),
            new EmailDomains(RuleMode.REPORT_ONLY, List.of("techcorp.example"))),
        new TenancyEvents.TenantActivated(TENANT, SLUG, NAME, tier, TenantStatus.ACTIVE),
        new TenancyEvents.TenantSuspended(TENANT, SLUG, NAME, tier, TenantStatus.SUSPENDED),
        new TenancyEvents.TenantArchived(TENANT, SLUG, NAME, tier, TenantStatus.ARCHIVED),
        new TenancyEvents.WorkspaceCreated(new WorkspaceId(id(4)), "sales", "Sales"),
        new TenancyEvents.UserCreated(ADA, EMAIL, "Ada Lovelace", "developer"),
        new TenancyEvents.UserUpdated(ADA, EMAIL, "Ada King", "developer"),
        new TenancyEvents.UserDeactivated(ADA, EMAIL, "Ada King", "developer"),
        new TenancyEvents.MembershipAdded(ADA, "developer"),
        new TenancyEvents.RoleChanged(ADA, "developer", "manager"),
        new TenancyEvents.TeamCreated(TEAM, "Portal team", ADA),
        new TenancyEvents.TeamMemberAdded(TEAM, ADA, TeamRole.MEMBER));
  }

  private static UUID id(int last) {
    return UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e0" + last);
  }
}
