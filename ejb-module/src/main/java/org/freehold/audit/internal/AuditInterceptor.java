package org.freehold.audit.internal;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;
import org.freehold.access.Access;
import org.freehold.engine.transparency.Outcome;
import org.freehold.platform.Audited;
import org.freehold.platform.CallContext;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.Problem;
import org.freehold.platform.RefusedDecision;
import org.freehold.platform.Severity;

/**
 * Records every audited call: on success in its transaction, after a flush, so that version
 * conflicts surface before the event claims anything; on failure in another, since this one rolls
 * back.
 */
@Audited
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 100)
public class AuditInterceptor {
  @Inject private ChangeLog changes;
  @Inject private ChangeTrail trail;
  @Inject private RefusalTrail refusals;
  @Inject private Access access;
  @Inject private ActionCatalogue catalogue;

  @AroundInvoke
  Object record(InvocationContext invocation) throws Exception {
    Audited audited = invocation.getMethod().getAnnotation(Audited.class);
    try {
      Object result = invocation.proceed();
      if (!changes.isNothingChanged()) {
        trail.write(entry(audited, changes.refusal(), true));
      }
      return result;
    } catch (NotAllowed problem) {
      recordRefusal(audited, problem);
      throw problem;
    } catch (Problem problem) {
      recordFailure(audited, problem);
      throw problem;
    } catch (PersistenceException e) {
      Problem problem = DatabaseConflict.of(e);
      recordFailure(audited, problem);
      throw problem;
    } finally {
      changes.clear();
    }
  }

  private void recordFailure(Audited audited, Problem problem) {
    CallContext call = CurrentCall.get();
    if (call.tenant() != null && problem.status() != 400) {
      refusals.write(entry(audited, problem.code(), false));
    }
  }

  /** Under the id of the decision, if one was made: it leads from the answer to the event. */
  private void recordRefusal(Audited audited, NotAllowed problem) {
    if (CurrentCall.get().tenant() == null || !problem.toBeRecorded()) {
      return;
    }
    RefusedDecision decision = problem.decision();
    refusals.write(
        new AuditEntry(
            decision == null ? null : decision.id(),
            audited.value(),
            Outcome.REFUSED,
            problem.code(),
            severity(audited, problem.code()),
            audited.complianceRelevant(),
            changes.resourceType(),
            changes.resourceId(),
            changes.projectId(),
            null,
            decision == null ? null : AskedPermission.of(access.question(decision))));
  }

  private AuditEntry entry(Audited audited, String error, boolean happened) {
    return new AuditEntry(
        null,
        audited.value(),
        error == null ? Outcome.SUCCESS : happened ? Outcome.REFUSED : Outcome.FAILED,
        error,
        severity(audited, error),
        audited.complianceRelevant(),
        changes.resourceType(),
        changes.resourceId(),
        changes.projectId(),
        happened ? changes.before() : null,
        happened ? changes.after() : null);
  }

  private Severity severity(Audited audited, String error) {
    Severity usual = catalogue.severityOf(audited.value());
    if (error == null) {
      return usual;
    }
    Severity atLeast = error.equals("refresh_token_reused") ? Severity.CRITICAL : Severity.WARNING;
    return usual.compareTo(atLeast) < 0 ? atLeast : usual;
  }
}
