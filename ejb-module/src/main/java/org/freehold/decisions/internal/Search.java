package org.freehold.decisions.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.freehold.decisions.Found;
import org.freehold.decisions.Named;
import org.freehold.decisions.Question;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.json.WireForms;

/**
 * Finds who or what a question is answered with yes for, by asking it of every candidate: of the
 * tenant's people, keys and things, and of those of other systems that it made known.
 */
@ApplicationScoped
public class Search {
  /** Candidates that one request looks at; the next page goes on behind them. */
  private static final int MOST_LOOKED_AT = 1_000;

  /** As the database compares: so are pages without gaps. */
  private static final Comparator<String> BYTES =
      (one, other) ->
          Arrays.compareUnsigned(
              one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

  @Inject private Bench bench;
  @Inject private DecisionRepository decisions;

  public Found<Named> subjects(Question question, String after, int most) {
    Judge judge = bench.judge(List.of(question));
    String type = question.subject().type();
    Stream<Named> own =
        switch (type) {
          case Judge.USER -> decisions.peopleAfter(CurrentCall.tenantId(), after, MOST_LOOKED_AT);
          case Judge.API_KEY -> judge.keys().stream();
          default -> Stream.empty();
        };
    return found(
        judge,
        merged(own.toList(), things(judge, type, after), after),
        after,
        most,
        one -> question.withSubject(describedBy(question.subject(), one)));
  }

  public Found<Named> resources(Question question, String after, int most) {
    Judge judge = bench.judge(List.of(question));
    String type = question.resource().type();
    return found(
        judge,
        judge.isOwn(type)
            ? judge.ownAfter(type, after, MOST_LOOKED_AT)
            : things(judge, type, after),
        after,
        most,
        one -> question.withResource(describedBy(question.resource(), one)));
  }

  public Found<String> actions(Question question, String after, int most) {
    Judge judge = bench.judge(List.of(question));
    return found(
        judge.actionsOf(question.resource()).stream()
            .filter(action -> action.compareTo(after) > 0)
            .toList(),
        Function.identity(),
        action -> judge.decide(question.withAction(action)).decision(),
        after,
        most);
  }

  private static Found<Named> found(
      Judge judge,
      List<Named> candidates,
      String after,
      int most,
      Function<Named, Question> asked) {
    return found(
        candidates,
        Named::id,
        candidate -> judge.decide(asked.apply(candidate)).decision(),
        after,
        most);
  }

  /** There is a next page only when something is on it, or too much was looked at to tell. */
  private static <T> Found<T> found(
      List<T> candidates, Function<T, String> id, Predicate<T> allowed, String after, int most) {
    List<T> results = new ArrayList<>();
    String last = after;
    for (T candidate : candidates) {
      if (allowed.test(candidate)) {
        if (results.size() == most) {
          return new Found<>(results, last);
        }
        results.add(candidate);
      }
      last = id.apply(candidate);
    }
    return new Found<>(results, candidates.size() < MOST_LOOKED_AT ? null : last);
  }

  /** What the question says of all that it searches for holds of each. */
  private static Named describedBy(Named asked, Named candidate) {
    return new Named(candidate.type(), candidate.id(), asked.properties());
  }

  private List<Named> things(Judge judge, String type, String after) {
    List<Named> things =
        WireForms.isStorable(type)
            ? decisions.thingsAfter(CurrentCall.tenantId(), type, after, MOST_LOOKED_AT)
            : List.of();
    things.forEach(judge::know);
    return things;
  }

  /** Each id once: a person of the tenant may be described like somebody of another system. */
  private static List<Named> merged(List<Named> some, List<Named> others, String after) {
    SortedMap<String, Named> byId = new TreeMap<>(BYTES);
    Stream.concat(some.stream(), others.stream()).forEach(named -> byId.put(named.id(), named));
    return byId.values().stream()
        .filter(named -> BYTES.compare(named.id(), after) > 0)
        .limit(MOST_LOOKED_AT)
        .toList();
  }
}
