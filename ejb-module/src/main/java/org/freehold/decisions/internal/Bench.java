package org.freehold.decisions.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.freehold.access.Access;
import org.freehold.decisions.Named;
import org.freehold.decisions.Question;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.ResourceFactsSource;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireForms;

/** Gathers what questions are about, and seats a judge who knows it. */
@ApplicationScoped
public class Bench {
  @Inject private Access access;
  @Inject private DecisionRepository decisions;
  @Inject @Any private Instance<ResourceFactsSource> sources;
  @Inject private Clock clock;

  /**
   * For these questions, of which some may be null; in one statement for each type that they are
   * about, however many they are.
   */
  public Judge judge(Collection<Question> questions) {
    TenantSnapshot snapshot = access.snapshot();
    return new Judge(snapshot, known(snapshot, questions), clock.instant());
  }

  private KnownThings known(TenantSnapshot snapshot, Collection<Question> questions) {
    TenantId tenant = CurrentCall.tenantId();
    Set<String> types = new HashSet<>();
    Set<String> ids = new HashSet<>();
    questions.stream()
        .filter(Objects::nonNull)
        .flatMap(question -> Stream.of(question.subject(), question.resource()))
        .filter(Bench::mayBeStored)
        .forEach(
            named -> {
              types.add(named.type());
              ids.add(named.id());
            });
    KnownThings known =
        new KnownThings(
            tenant,
            sources.stream().toList(),
            snapshot::personWithEmail,
            ids.isEmpty() ? List.of() : decisions.things(tenant, types, ids));
    known.readFacts(
        questions.stream()
            .filter(Objects::nonNull)
            .map(Question::resource)
            .filter(resource -> resource.id() != null)
            .toList());
    return known;
  }

  private static boolean mayBeStored(Named named) {
    return named.id() != null
        && WireForms.isStorable(named.type())
        && WireForms.isStorable(named.id());
  }
}
