package org.freehold.web.platform;

import org.freehold.platform.Actor;
import org.freehold.platform.KeyReach;
import org.freehold.platform.NotAllowed;

/**
 * Holds visitors of a portal to it, whatever their permissions give elsewhere: a link opens a
 * session, and a session reaches the webhooks.
 */
final class PortalReach {
  private static final String WEBHOOKS = "/api/webhooks/";
  private static final String OPENING = WEBHOOKS + "portal-sessions";

  private PortalReach() {}

  /** Why a visitor may not be there; null when they may. */
  static NotAllowed refusal(Actor actor, String path) {
    if (actor.key() == null || !actor.key().visiting()) {
      return null;
    }
    boolean within =
        actor.key().reach() == KeyReach.PORTAL_LINK
            ? path.equals(OPENING)
            // Nothing of a portal is written with escapes, and an escape could hide what it names.
            : path.startsWith(WEBHOOKS)
                && !path.startsWith(WEBHOOKS + "portal-")
                && path.indexOf('%') < 0;
    return within ? null : NotAllowed.portalOnly();
  }
}
