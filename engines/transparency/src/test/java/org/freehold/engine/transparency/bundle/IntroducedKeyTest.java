package org.freehold.engine.transparency.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import org.freehold.engine.transparency.KeyIntroduction;
import org.freehold.engine.transparency.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor kept a key, and the trail was signed by those that came after it. */
class IntroducedKeyTest {
  private static final String NAME = "audit.example/keys";

  @TempDir private Path folder;

  private final KeyPair first = TestTrail.pair();
  private final KeyPair second = TestTrail.pair();
  private final TestTrail trail = new TestTrail(TestTrail.LOG, TestTrail.pair());
  private final TestBundle bundle = trail.bundle(trail.leaves);

  @Test
  void isTrustedOverSeveralChanges() throws IOException {
    bundle.introduce(introduction(second, trail.pair));
    bundle.introduce(introduction(first, second));
    Report report = verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Report.Verdict.HOLDS);
    assertThat(report.notes()).anyMatch(note -> note.contains("was introduced by"));
  }

  @Test
  void isNotTrustedWhenOneBetweenIsMissingOrSomebodyElseMadeIt() throws IOException {
    bundle.introduce(introduction(second, trail.pair));
    assertThat(verify().findings()).extracting(Finding::code).containsOnly("signature");
    bundle.introduce(introduction(TestTrail.pair(), second));
    assertThat(verify().findings()).extracting(Finding::code).containsOnly("signature");
  }

  @Test
  void isNotTrustedWhenItsIntroductionIsNone() throws IOException {
    bundle.put(Bundle.INTRODUCTIONS + "1", trail.note(3, trail.leaves).toString());
    assertThat(verify().findings()).extracting(Finding::code).containsOnly("key", "signature");
  }

  private static KeyIntroduction introduction(KeyPair old, KeyPair fresh) {
    return KeyIntroduction.of(
        VerifierKey.of(NAME, fresh.getPublic()),
        VerifierKey.of(NAME, old.getPublic()),
        old.getPrivate());
  }

  private Report verify() throws IOException {
    VerifierKey kept = VerifierKey.of(TestTrail.LOG, first.getPublic());
    return BothVerifiers.verify(bundle.file(folder), Trust.in(List.of(kept), List.of()));
  }
}
