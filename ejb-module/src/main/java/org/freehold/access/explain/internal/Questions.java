package org.freehold.access.explain.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.freehold.access.Access;
import org.freehold.access.PastRefusal;
import org.freehold.access.RefusalSource;
import org.freehold.access.RefusedQuestion;
import org.freehold.access.explain.AccessQuestion;
import org.freehold.engine.access.Action;
import org.freehold.engine.access.Environment;
import org.freehold.engine.access.SubjectFacts;
import org.freehold.engine.access.condition.IpAddress;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.NotFound;

/** Reads questions, and refuses those that the caller may not ask. */
@ApplicationScoped
public class Questions {
  @Inject private Access access;
  @Inject private Things things;
  @Inject private RefusalSource refusals;
  @Inject private Clock clock;

  /** One that is asked here and now. */
  public Question asked(AccessQuestion asked) {
    Asker asker = Asker.of(CurrentCall.get().actor());
    UUID id = subjectId(asked.subject(), asker);
    Optional<SubjectFacts> subject = access.snapshot().facts(id);
    boolean own = asker.is(id) || subject.map(asker::owns).orElse(false);
    if (!own) {
      require("roles:read");
      require("policies:read");
    }
    Action action = action(asked.permission());
    SubjectFacts found =
        subject
            .filter(facts -> asked.subject() == null || kind(asked.subject()) == facts.kind())
            .orElseThrow(() -> new NotFound(named(asked.subject())));
    return new Question(
        found,
        action,
        asked.resource(),
        asked.resource() == null ? null : things.seen(asked.resource()),
        environment(asked.environment(), asker.is(id)),
        null);
  }

  /** One that was answered with a refusal. */
  public Question earlier(AccessQuestion asked) {
    boolean alone =
        asked.subject() == null
            && asked.permission() == null
            && asked.resource() == null
            && asked.environment() == null;
    if (!alone) {
      throw Invalid.at("/decision_id", "one_of", "A decision stands for the whole question.");
    }
    PastRefusal refusal =
        refusals
            .find(CurrentCall.get().requireTenant(), asked.decisionId())
            .filter(this::mayAskFor)
            .orElseThrow(() -> new NotFound("decision"));
    RefusedQuestion question = refusal.question();
    UUID subject = refusal.apiKeyId() == null ? refusal.userId() : refusal.apiKeyId();
    AccessQuestion.Thing thing =
        question.thing() == null
            ? null
            : new AccessQuestion.Thing(question.thing().type(), question.thing().id());
    return new Question(
        Optional.ofNullable(subject)
            .flatMap(access.snapshot()::facts)
            .orElseThrow(() -> new NotFound("decision")),
        action(question.permission()),
        thing,
        thing == null ? null : things.seen(thing),
        new Environment(
            refusal.time(),
            address(refusal.ipAddress()),
            question.mfaAgeSeconds() == null ? Environment.NO_MFA : question.mfaAgeSeconds(),
            Map.of()),
        refusal);
  }

  /** Of others it is part of the trail; who may not read that does not learn that it is there. */
  private boolean mayAskFor(PastRefusal refusal) {
    Asker asker = Asker.of(CurrentCall.get().actor());
    boolean own =
        refusal.apiKeyId() == null
            ? asker.is(refusal.userId())
            : asker.is(refusal.apiKeyId()) || asker.is(refusal.userId());
    return own
        || access.holds("roles:read")
            && access.holds("policies:read")
            && access.holds("audit:read");
  }

  private void require(String permission) {
    if (!access.holds(permission)) {
      throw NotAllowed.missing(permission);
    }
  }

  private static UUID subjectId(AccessQuestion.Whom subject, Asker asker) {
    if (subject == null) {
      return asker.id();
    }
    if ((subject.userId() == null) == (subject.apiKeyId() == null)) {
      throw Invalid.at("/subject", "one_of", "Give exactly one of user_id and api_key_id.");
    }
    return subject.userId() == null ? subject.apiKeyId() : subject.userId().value();
  }

  private static org.freehold.engine.access.Subject.Kind kind(AccessQuestion.Whom subject) {
    return subject.userId() == null
        ? org.freehold.engine.access.Subject.Kind.API_KEY
        : org.freehold.engine.access.Subject.Kind.USER;
  }

  private static String named(AccessQuestion.Whom subject) {
    return subject == null || subject.userId() != null ? "user" : "api_key";
  }

  private Action action(String permission) {
    if (permission == null) {
      throw Invalid.at("/permission", "not_null", "Say which permission, or give a decision_id.");
    }
    if (!access.snapshot().catalogue().contains(permission)) {
      throw Invalid.at("/permission", "unknown_permission", "There is no such permission.");
    }
    return access.snapshot().catalogue().action(permission);
  }

  private Environment environment(AccessQuestion.Surroundings asked, boolean self) {
    Environment mine = access.environment();
    Environment standard = self ? mine : Environment.at(mine.now());
    if (asked == null) {
      return standard;
    }
    return new Environment(
        asked.time() == null ? clock.instant() : asked.time(),
        asked.ipAddress() == null ? standard.address() : known(asked.ipAddress()),
        asked.mfaAgeSeconds() == null ? standard.mfaAgeSeconds() : asked.mfaAgeSeconds(),
        Map.of());
  }

  private static IpAddress known(String text) {
    return IpAddress.parse(text)
        .orElseThrow(
            () ->
                Invalid.at("/environment/ip_address", "malformed", "This is no internet address."));
  }

  private static IpAddress address(String text) {
    return text == null ? null : IpAddress.parse(text).orElse(null);
  }
}
