package org.freehold.access.explain.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.freehold.access.Access;
import org.freehold.access.PastRefusal;
import org.freehold.access.explain.AccessExplanation;
import org.freehold.access.explain.AccessExplanation.Reported;
import org.freehold.access.explain.AccessQuestion;
import org.freehold.access.explain.ExplainedReason;
import org.freehold.access.internal.CallAccess;
import org.freehold.access.internal.TenantGate;
import org.freehold.engine.access.Decision;
import org.freehold.engine.access.Environment;
import org.freehold.engine.access.Explanation;
import org.freehold.engine.access.Subject;
import org.freehold.engine.access.SubjectFacts;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.NotFound;
import org.freehold.platform.UserId;

/** Puts a question to the engine and tells what it says, as far as the asker may know. */
@ApplicationScoped
public class Answering {
  @Inject private Access access;
  @Inject private CallAccess calls;
  @Inject private Clock clock;

  public AccessExplanation answer(Question question) {
    TenantSnapshot snapshot = access.snapshot();
    Explanation found =
        snapshot.explain(
            question.subject(), question.action(), question.facts(), question.environment());
    Decision decision = decide(question, question.environment());
    Discretion discretion =
        new Discretion(access.holds("roles:read"), access.holds("policies:read"));
    boolean own = question.subject().id().equals(CurrentCall.get().actor().id());
    if (own && decision == Decision.HIDDEN) {
      throw new NotFound(question.thing().type());
    }
    boolean closed = closed(question) != null;
    return new AccessExplanation(
        decision,
        found.version(),
        whom(question.subject()),
        question.action().code(),
        question.thing(),
        surroundings(question.environment()),
        refusal(question),
        reasons(question, found, decision, discretion),
        discretion.policies() ? reported(found) : List.of(),
        decision == Decision.ALLOW || closed
            ? List.of()
            : new Changes(snapshot, question, clock.instant(), discretion).of(found.ways()));
  }

  /** As the call itself would be decided. */
  private Decision decide(Question question, Environment environment) {
    TenantSnapshot snapshot = access.snapshot();
    Subject subject = snapshot.stranger(question.subject(), environment.now());
    boolean list = question.facts() == null && calls.isList(question.action());
    Decision decision;
    if (list) {
      boolean may = snapshot.mayList(subject, question.action().resource(), environment);
      decision = may ? Decision.ALLOW : Decision.DENY;
    } else {
      decision = snapshot.decide(subject, question.action(), question.facts(), environment);
    }
    return decision == Decision.ALLOW && closed(question) != null ? Decision.DENY : decision;
  }

  /** Null unless the tenant's status refuses it, whoever asks. */
  private static NotAllowed closed(Question question) {
    return TenantGate.refusal(CurrentCall.get().requireTenant(), question.action().code());
  }

  private static AccessQuestion.Whom whom(SubjectFacts subject) {
    return subject.kind() == Subject.Kind.USER
        ? new AccessQuestion.Whom(new UserId(subject.id()), null)
        : new AccessQuestion.Whom(null, subject.id());
  }

  private static AccessQuestion.Surroundings surroundings(Environment environment) {
    return new AccessQuestion.Surroundings(
        environment.address() == null ? null : environment.address().text(),
        environment.now(),
        environment.mfaAgeSeconds() == Environment.NO_MFA ? null : environment.mfaAgeSeconds());
  }

  private AccessExplanation.Refusal refusal(Question question) {
    PastRefusal refusal = question.refusal();
    if (refusal == null) {
      return null;
    }
    Environment then = question.environment();
    Environment now =
        new Environment(clock.instant(), then.address(), then.mfaAgeSeconds(), then.context());
    UUID id = refusal.question().id();
    return new AccessExplanation.Refusal(
        id,
        refusal.time(),
        refusal.decision(),
        refusal.question().version(),
        decide(question, now));
  }

  private static List<ExplainedReason> reasons(
      Question question, Explanation found, Decision decision, Discretion discretion) {
    List<ExplainedReason> reasons = new ArrayList<>();
    NotAllowed closed = closed(question);
    if (closed != null) {
      reasons.add(Reasons.ofTenant(closed));
    }
    boolean narrowed = decision == Decision.ALLOW && found.decision() != Decision.ALLOW;
    found.reasons().forEach(reason -> reasons.add(Reasons.of(reason, narrowed, discretion)));
    return reasons;
  }

  private static List<Reported> reported(Explanation found) {
    return found.reported().stream()
        .map(one -> new Reported(Reasons.name(one.policy()), one.wouldBe()))
        .toList();
  }
}
