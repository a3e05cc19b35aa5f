package org.freehold.decisions.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.freehold.decisions.Found;
import org.freehold.decisions.Named;
import org.freehold.decisions.Question;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantId;

/**
 * Finds who or what a question is answered with yes for, by asking it of every candidate: of the
 * tenant's people and of the things that it made known.
 */
@ApplicationScoped
public class Search {
  /** Candidates that one request looks at; the next page goes on behind them. */
  private static final int MOST_LOOKED_AT = 5_000;

  @Inject private Bench bench;
  @Inject private DecisionRepository decisions;

  public Found<Named> subjects(Question question, String after, int most) {
    Judge judge = bench.judge(List.of(question));
    String type = question.subject().type();
    List<Named> candidates = type.equals(Judge.USER) ? peopleAndThings(after) : things(type, after);
    return found(
        judge, candidates, most, one -> question.withSubject(describedBy(question.subject(), one)));
  }

  public Found<Named> resources(Question question, String after, int most) {
    Judge judge = bench.judge(List.of(question));
    return found(
        judge,
        things(question.resource().type(), after),
        most,
        one -> question.withResource(describedBy(question.resource(), one)));
  }

  public List<String> actions(Question question) {
    Judge judge = bench.judge(List.of(question));
    List<String> allowed = new ArrayList<>();
    for (String action : judge.actionsOf(question.resource())) {
      if (judge.decide(question.withAction(action)).decision()) {
        allowed.add(action);
      }
    }
    return allowed;
  }

  private static Found<Named> found(
      Judge judge, List<Named> candidates, int most, Function<Named, Question> asked) {
    List<Named> results = new ArrayList<>();
    for (Named candidate : candidates) {
      if (results.size() == most) {
        return new Found<>(results, results.get(most - 1).id());
      }
      judge.know(candidate);
      if (judge.decide(asked.apply(candidate)).decision()) {
        results.add(candidate);
      }
    }
    boolean more = candidates.size() >= MOST_LOOKED_AT;
    return new Found<>(results, more ? candidates.get(candidates.size() - 1).id() : null);
  }

  /** What the question says of all that it searches for holds of each. */
  private static Named describedBy(Named asked, Named candidate) {
    return new Named(candidate.type(), candidate.id(), asked.properties());
  }

  private List<Named> things(String type, String after) {
    return decisions
        .thingsAfter(CurrentCall.tenantId(), type, after, MOST_LOOKED_AT)
        .map(DecisionThing::named)
        .toList();
  }

  private List<Named> peopleAndThings(String after) {
    TenantId tenant = CurrentCall.tenantId();
    Stream<Named> people = decisions.peopleAfter(tenant, after, MOST_LOOKED_AT);
    return Stream.concat(people, things(Judge.USER, after).stream())
        .sorted(java.util.Comparator.comparing(Named::id))
        .limit(MOST_LOOKED_AT)
        .toList();
  }
}
