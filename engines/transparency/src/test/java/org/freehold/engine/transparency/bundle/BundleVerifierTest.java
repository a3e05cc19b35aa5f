package org.freehold.engine.transparency.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.freehold.engine.transparency.Disclosure;
import org.freehold.engine.transparency.MerkleTree;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleVerifierTest {
  private static final String LOG = TestTrail.LOG;
  private static final int BEGIN = TestTrail.BEGIN;
  private static final int END = TestTrail.END;
  private static final int SIZE = TestTrail.SIZE;

  @TempDir private Path folder;

  private final TestTrail trail = new TestTrail(LOG);
  private final VerifierKey key = trail.key;
  private final List<byte[]> leaves = trail.leaves;

  @Test
  void aWholeBundleHolds() throws IOException {
    Report report = verify(bundle(), note(10, leaves), note(SIZE, leaves));
    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Report.Verdict.HOLDS);
    assertThat(report.keyKept()).isTrue();
    assertThat(report.leaves()).isEqualTo(END - BEGIN);
    assertThat(report.disclosures()).isEqualTo(1);
    assertThat(report.matched()).contains(10L);
    assertThat(report.undecided()).isEmpty();
  }

  @Test
  void aKeyThatOnlyTheBundleKnowsIsSaidToProveLess() throws IOException {
    Report report = BothVerifiers.verify(bundle().file(folder), Trust.in(List.of(), List.of()));
    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Report.Verdict.OPEN);
    assertThat(report.keyKept()).isFalse();
    assertThat(report.undecided()).hasSize(1);
  }

  @Test
  void aChangedEventIsFoundWithItsPlace() throws IOException {
    TestBundle content = bundle();
    content.shown.set(7 - BEGIN, leafText(7).replace("created", "deleted"));
    finds(verify(content), "changed", 7L, "event-7");
  }

  @Test
  void swappedEventsAreFoundWithBothPlaces() throws IOException {
    TestBundle content = bundle();
    Collections.swap(content.shown, 8 - BEGIN, 11 - BEGIN);
    Report report = verify(content);
    assertThat(report.findings())
        .extracting(Finding::code, Finding::index, Finding::event)
        .contains(tuple("swapped", 8L, "event-11"), tuple("swapped", 11L, "event-8"));
    assertThat(report.findings().get(0).text()).contains("sealed at 11 and stands at 8");
  }

  @Test
  void anEventThatIsGoneIsFound() throws IOException {
    TestBundle content = bundle();
    String hash = HexFormat.of().formatHex(MerkleTree.leafHash(leaves.get(9)));
    content.shown.set(9 - BEGIN, "\"missing:" + hash + "\"");
    finds(verify(content), "removed", 9L, null);
    content.shown.set(9 - BEGIN, "\"hidden:" + hash + "\"");
    Report hidden = verify(content);
    assertThat(hidden.findings()).isEmpty();
    assertThat(hidden.hidden()).isEqualTo(1);
    assertThat(hidden.verdict()).isEqualTo(Report.Verdict.OPEN);
    assertThat(hidden.sentence()).contains("in the 9 events shown; 1 ");
    content.shown.set(9 - BEGIN, "\"hidden:" + "0".repeat(64) + "\"");
    finds(verify(content), "changed", 9L, null);
  }

  @Test
  void oneEventMoreOrLessIsFound() throws IOException {
    TestBundle less = bundle();
    less.shown.remove(3);
    assertThat(codes(verify(less))).contains("count", "swapped");
    TestBundle more = bundle();
    more.shown.add(new String(trail.leaf(99, LOG), StandardCharsets.UTF_8));
    assertThat(codes(verify(more))).containsExactly("count");
    TestBundle unplaced = bundle();
    unplaced.files.put(
        Bundle.UNPLACED, "{\"event\":\"event-77\"}\n".getBytes(StandardCharsets.UTF_8));
    finds(verify(unplaced), "inserted", null, "event-77");
  }

  @Test
  void aTreeThatWasRewrittenWithItsLeavesIsFound() throws IOException {
    SignedNote before = note(SIZE, leaves);
    SignedNote held = note(12, leaves);
    leaves.set(8, leafText(8).replace("created", "deleted").getBytes(StandardCharsets.UTF_8));
    TestBundle content = bundle();
    content.files.put(Bundle.CHECKPOINT, before.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(codes(verify(content))).containsExactly("root");
    // Also when everything was signed anew, as long as somebody kept an older checkpoint.
    Report report = verify(bundle(), note(7, leaves), held);
    finds(report, "rewritten", 7L, null);
    assertThat(report.findings().get(0).text()).contains("between leaf 7 and leaf 12");
  }

  @Test
  void aTailThatWasCutIsFound() throws IOException {
    finds(verify(bundle(), note(25, longer(25))), "cut", (long) SIZE, null);
    TestBundle content = bundle();
    content.files.put(
        Bundle.CHECKPOINT, note(25, longer(25)).toString().getBytes(StandardCharsets.UTF_8));
    finds(verify(content), "cut", (long) SIZE, null);
  }

  private List<byte[]> longer(int size) {
    List<byte[]> longer = new ArrayList<>(leaves);
    for (int i = leaves.size(); i < size; i++) {
      longer.add(trail.leaf(i, LOG));
    }
    return longer;
  }

  @Test
  void anOldCheckpointInThePlaceOfTheNewestIsFound() throws IOException {
    TestBundle content = bundle();
    content.files.put(
        Bundle.CHECKPOINT, note(12, leaves).toString().getBytes(StandardCharsets.UTF_8));
    assertThat(codes(verify(content))).containsExactly("old_checkpoint");
  }

  @Test
  void twoCheckpointsOfOneSizeThatDifferAreAFork() throws IOException {
    List<byte[]> other = new ArrayList<>(leaves);
    other.set(0, trail.leaf(100, LOG));
    Report report = verify(bundle(), note(12, leaves), note(12, other));
    assertThat(codes(report)).contains("fork", "rewritten");
  }

  @Test
  void signaturesOfOthersCountForNothing() throws IOException, GeneralSecurityException {
    KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    VerifierKey unknown = VerifierKey.of(LOG, other.getPublic());
    Report report =
        BothVerifiers.verify(bundle().file(folder), Trust.in(List.of(unknown), List.of()));
    assertThat(codes(report)).contains("signature");
    assertThat(report.signedBy()).isNull();
  }

  @Test
  void whatCannotBeComparedIsSaid() throws IOException {
    Report report = verify(bundle(), note(3, leaves), note(18, leaves));
    assertThat(report.verdict()).isEqualTo(Report.Verdict.OPEN);
    assertThat(report.undecided()).hasSize(2);
  }

  @Test
  void aPersonalValueThatWasNotHashedIsFound() throws IOException {
    TestBundle content = bundle();
    Disclosure made = Disclosure.of(new SecureRandom(), "actor.email", "x@y.example");
    content.disclose(6, made);
    finds(verify(content), "disclosure", 6L, "event-6");
    content.disclose(99, trail.disclosure);
    assertThat(codes(verify(content))).containsExactly("disclosure");
  }

  @Test
  void anEventOfAnotherLogIsFound() throws IOException {
    leaves.set(6, trail.leaf(6, "audit.example/t/2"));
    finds(verify(bundle()), "log", 6L, "event-6");
  }

  @Test
  void aLogThatIsGoneOrShorterIsMissedByThePlatform() throws IOException {
    String root = java.util.Base64.getEncoder().encodeToString(new byte[32]);
    String head = "{\"origin\":\"audit.example/t/%s\",\"size\":%d,\"root\":\"" + root + "\"}";
    leaves.set(
        7,
        ("{\"action\":\"audit.heads_recorded\",\"chg\":[{\"new\":["
                + head.formatted("gone", 4)
                + ","
                + head.formatted("shorter", 4)
                + ","
                + head.formatted("same", 4)
                + "],\"path\":\"heads\"}],\"id\":\"event-7\",\"log\":\""
                + LOG
                + "\",\"sd\":[\""
                + trail.disclosure.commitment()
                + "\"]}")
            .getBytes(StandardCharsets.UTF_8));
    TestBundle content = bundle();
    String now = ",\"from\":4,\"proof\":[]}\n";
    content.files.put(
        Bundle.HEADS,
        (head.formatted("shorter", 3).replace("}", now)
                + head.formatted("same", 4).replace("}", now))
            .getBytes(StandardCharsets.UTF_8));
    assertThat(verify(content).findings())
        .extracting(Finding::code, Finding::index)
        .containsExactly(tuple("log_gone", 7L), tuple("log_changed", 7L));
  }

  @Test
  void whatIsNoBundleIsSaidToBeNone() throws IOException {
    TestBundle content = bundle();
    content.files.put(Bundle.MANIFEST, "{}".getBytes(StandardCharsets.UTF_8));
    assertThat(codes(verify(content))).containsExactly("manifest");
    TestBundle damaged = bundle();
    damaged.files.put(
        Bundle.MANIFEST,
        new Bundle(LOG, "t", "", "", "", null, "The tile 2 of level 0 is missing").bytes());
    assertThat(codes(verify(damaged))).containsExactly("tree");
  }

  private Report verify(TestBundle content, SignedNote... held) throws IOException {
    return BothVerifiers.verify(content.file(folder), Trust.in(List.of(key), List.of(held)));
  }

  private static List<String> codes(Report report) {
    return report.findings().stream().map(Finding::code).distinct().toList();
  }

  private static void finds(Report report, String code, Long index, String event) {
    assertThat(report.findings())
        .extracting(Finding::code, Finding::index, Finding::event)
        .containsExactly(tuple(code, index, event));
  }

  private String leafText(int index) {
    return new String(leaves.get(index), StandardCharsets.UTF_8);
  }

  private SignedNote note(int size, List<byte[]> of) {
    return trail.note(size, of);
  }

  private TestBundle bundle() {
    return trail.bundle(leaves);
  }
}
