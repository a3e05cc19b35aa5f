package org.freehold.compliance.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.freehold.compliance.Verdict;
import org.freehold.compliance.catalogue.Control;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final Answer GOOD = answer("G", Verdict.SATISFIED, null);
  private static final Answer BAD = answer("B", Verdict.NOT_SATISFIED, null);
  private static final Answer NONE = answer("N", Verdict.NO_POPULATION, null);
  private static final Answer OPEN = answer("O", Verdict.NOT_ATTESTABLE, "there is none.");

  static Answer answer(String id, Verdict verdict, String missing) {
    return new Answer(
        id, "Title", "Asks", null, null, missing, verdict, null, 3, 0, List.of(), List.of());
  }

  @Test
  void nothingThatHappenedIsNeverSatisfied() {
    assertThat(Judgement.of(0, 0)).isEqualTo(Verdict.NO_POPULATION);
    assertThat(Judgement.of(5, 0)).isEqualTo(Verdict.SATISFIED);
    assertThat(Judgement.of(5, 1)).isEqualTo(Verdict.NOT_SATISFIED);
    assertThat(verdict(NONE)).isEqualTo(Verdict.NO_POPULATION);
    assertThat(verdict(NONE, GOOD)).isEqualTo(Verdict.SATISFIED);
  }

  @Test
  void oneExceptionIsEnough() {
    assertThat(verdict(GOOD, BAD, OPEN)).isEqualTo(Verdict.NOT_SATISFIED);
  }

  @Test
  void whatCannotBeAttestedIsNeverSatisfied() {
    assertThat(verdict(OPEN)).isEqualTo(Verdict.NOT_ATTESTABLE);
    assertThat(verdict(OPEN, NONE)).isEqualTo(Verdict.NOT_ATTESTABLE);
    assertThat(verdict(OPEN, GOOD)).isEqualTo(Verdict.SATISFIED_IN_PART);
    assertThat(judged(OPEN, GOOD).missing()).containsExactly("not attestable: there is none.");
  }

  @Test
  void nothingIsSatisfiedOnATrailThatIsNotProved() {
    assertThat(Judgement.onTrail(GOOD, true)).isSameAs(GOOD);
    assertThat(Judgement.onTrail(GOOD, false).verdict()).isEqualTo(Verdict.NOT_SATISFIED);
    assertThat(Judgement.onTrail(NONE, false).verdict()).isEqualTo(Verdict.NOT_SATISFIED);
    assertThat(Judgement.onTrail(OPEN, false)).isSameAs(OPEN);
  }

  private static Verdict verdict(Answer... answers) {
    return judged(answers).verdict();
  }

  private static ControlResult judged(Answer... answers) {
    Map<String, Answer> byId = new java.util.TreeMap<>();
    List.of(answers).forEach(answer -> byId.put(answer.id(), answer));
    List<String> ids = List.of(answers).stream().map(Answer::id).toList();
    return Judgement.of(new Control("X1", "Title", null, ids), byId);
  }
}
