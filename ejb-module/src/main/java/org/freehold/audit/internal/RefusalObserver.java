package org.freehold.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.freehold.access.PermissionRefused;
import org.freehold.engine.transparency.Outcome;
import org.freehold.platform.Actor;
import org.freehold.platform.Audited;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.NotFound;
import org.freehold.platform.Severity;

/**
 * Records what the access interceptor refuses to somebody known. Strangers are only turned away:
 * they could fill the trail.
 */
@ApplicationScoped
public class RefusalObserver {
  @Inject private RefusalTrail trail;

  void refused(@Observes PermissionRefused refusal) {
    CallContext call = CurrentCall.get();
    boolean refusedAccess =
        refusal.problem() instanceof NotAllowed || refusal.problem() instanceof NotFound;
    if (call.actor().kind() == Actor.Kind.ANONYMOUS || call.tenant() == null || !refusedAccess) {
      return;
    }
    Audited audited = refusal.method().getAnnotation(Audited.class);
    trail.write(
        new AuditEntry(
            refusal.question() == null ? null : refusal.question().id(),
            audited == null ? "access.refused" : audited.value(),
            Outcome.REFUSED,
            refusal.problem().code(),
            Severity.WARNING,
            true,
            refusal.resourceType(),
            refusal.resourceId(),
            "project".equals(refusal.resourceType()) ? refusal.resourceId() : null,
            null,
            AskedPermission.of(refusal.question())));
  }
}
