package org.freehold.keys;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.freehold.access.Access;
import org.freehold.identity.IdentitySettings;
import org.freehold.keys.internal.PortalKeys;
import org.freehold.platform.Actor;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.KeyReach;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.RoleGrants;
import org.freehold.platform.TenantId;

/**
 * Links for people who have no account here: who opens one sees the webhooks of its tenant, until
 * its time is over, and nothing else. It never reaches further than its maker does at the moment.
 */
@Stateless
@Guarded
public class PortalLinks {
  private static final int MOST = 1000;
  private static final int MOST_OPENED = 100;
  private static final String LINK = "portal_link";

  /** What the trail tells of a link. */
  public record Given(PortalAccess access, Instant expiresAt) {}

  /** What the trail tells of a visit. */
  public record Opened(UUID sessionId, Instant expiresAt) {}

  @Inject private PortalKeys portals;
  @Inject private RoleGrants roles;
  @Inject private Access access;
  @Inject private IdentitySettings identity;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** The only answer that tells the link. */
  @RequiresPermission("webhooks:write")
  @Audited(value = "portal_link.created", complianceRelevant = true)
  public NewPortalLink create(PortalLinkFields wish) {
    CurrentCall.get().requireNoVisitor();
    TenantId tenant = CurrentCall.tenantId();
    Actor maker = CurrentCall.get().actor();
    roles.requireMayGrant(wish.access().permissions(), "/access");
    Instant now = clock.instant();
    if (maker.key() != null) {
      portals.requireLasting(tenant, maker, now);
    }
    portals.forgetEnded(tenant, now);
    if (portals.countLinks(tenant) >= MOST) {
      throw new Conflict(
          "too_many_portal_links",
          "There are " + MOST + " portal links already.",
          "Make them for a shorter time, or end those that are not needed.");
    }
    PortalKeys.Made link =
        portals.add(
            tenant,
            new PortalKeys.Wish(
                KeyReach.PORTAL_LINK,
                maker.person(),
                maker.key() == null ? null : maker.id(),
                wish.access().permissions(),
                earlier(now.plusSeconds(wish.expiresInSeconds()), maker)),
            now);
    changes.about(LINK, link.id()).after(new Given(wish.access(), link.validUntil()));
    return new NewPortalLink(
        new PortalLinkId(link.id()),
        identity.publicUrl() + "/portal/#" + link.token(),
        wish.access(),
        link.validUntil());
  }

  /** What a key makes does not outlast it. */
  private static Instant earlier(Instant end, Actor maker) {
    Instant ofKey = maker.key() == null ? null : maker.key().validUntil();
    return ofKey == null || end.isBefore(ofKey) ? end : ofKey;
  }

  /** Those that are good still, the newest two hundred. */
  @RequiresPermission("webhooks:write")
  @NotAudited("It only reads.")
  public Page<PortalLinkDetails> list() {
    CurrentCall.get().requireNoVisitor();
    return new Page<>(portals.links(CurrentCall.tenantId(), clock.instant()), null);
  }

  @RequiresPermission("webhooks:write")
  @NotAudited("It only reads.")
  public PortalLinkDetails details(PortalLinkId id) {
    CurrentCall.get().requireNoVisitor();
    return portals
        .link(CurrentCall.tenantId(), id.value(), clock.instant())
        .orElseThrow(() -> new NotFound(LINK));
  }

  /** Ends the link and all that was opened with it. */
  @RequiresPermission("webhooks:write")
  @Audited(value = "portal_link.ended", complianceRelevant = true)
  public void end(PortalLinkId id) {
    CurrentCall.get().requireNoVisitor();
    if (!portals.end(CurrentCall.tenantId(), id.value())) {
      throw new NotFound(LINK);
    }
    changes.about(LINK, id.value());
  }

  /** For who comes with a link: what they work with from now on. */
  @RequiresPermission("webhooks:read")
  @Audited(value = "portal_link.opened", complianceRelevant = true)
  public PortalSession open() {
    TenantId tenant = CurrentCall.tenantId();
    Actor link = CurrentCall.get().actor();
    if (link.key() == null || link.key().reach() != KeyReach.PORTAL_LINK) {
      throw NotAllowed.because(
          "portal_link_required",
          "A portal is opened with a portal link.",
          "Send what stands behind the # of the link as Authorization: Bearer.");
    }
    Instant now = clock.instant();
    portals.requireLasting(tenant, link, now);
    if (portals.countMadeWith(tenant, link.id()) >= MOST_OPENED) {
      throw new Conflict(
          "portal_opened_too_often",
          "The link was opened " + MOST_OPENED + " times.",
          "Ask whoever gave it to you for a new one.");
    }
    PortalKeys.Made session =
        portals.add(
            tenant,
            new PortalKeys.Wish(
                KeyReach.PORTAL_SESSION,
                link.person(),
                link.id(),
                link.key().permissions(),
                link.key().validUntil()),
            now);
    changes.about(LINK, link.id()).after(new Opened(session.id(), session.validUntil()));
    return new PortalSession(
        session.token(),
        CurrentCall.get().requireTenant().slug(),
        access.permissions(),
        session.validUntil());
  }
}
