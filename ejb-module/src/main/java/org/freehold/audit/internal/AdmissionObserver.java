package org.freehold.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.freehold.access.AdmissionBroken;
import org.freehold.engine.transparency.Outcome;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Severity;

/** Records what a tenant's own rules refuse, or would refuse if they were enforced. */
@ApplicationScoped
public class AdmissionObserver {
  private static final Logger LOG = System.getLogger(AdmissionObserver.class.getName());

  @Inject private RefusalTrail trail;

  void broken(@Observes AdmissionBroken event) {
    if (event.broken().refuses()) {
      trail.write(entry("access.refused", Outcome.REFUSED, event.code()));
      return;
    }
    try {
      trail.write(entry("access.would_be_refused", Outcome.SUCCESS, event.code()));
    } catch (RuntimeException e) {
      // A rule that only reports must not keep anybody from anything.
      LOG.log(Level.WARNING, "It was not recorded what a rule would have refused", e);
    }
  }

  private static AuditEntry entry(String action, Outcome outcome, String code) {
    return new AuditEntry(
        null,
        action,
        outcome,
        code,
        Severity.WARNING,
        true,
        "tenant",
        CurrentCall.tenantId().value(),
        null,
        null,
        null);
  }
}
