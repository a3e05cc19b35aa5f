package org.freehold.engine.transparency.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.freehold.engine.transparency.CompactRange;
import org.freehold.engine.transparency.MerkleTree;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has the database, the server's key and its folder, and makes bundles to be believed. */
class ForgedBundleTest {
  private static final int SIZE = TestTrail.SIZE;

  @TempDir private Path folder;

  private final TestTrail trail = new TestTrail(TestTrail.LOG);

  @Test
  void aManifestWithoutLeavesSwitchesNothingOff() throws IOException {
    TestBundle forged = trail.bundle(trail.leaves);
    forged.files.put(Bundle.MANIFEST, new Bundle(trail.log, "t", "", "", "", null, null).bytes());
    forged.shown.set(2, "{}");
    Report report = verify(forged);
    assertThat(codes(report)).containsExactly("manifest");
    assertThat(report.rootMatched()).isFalse();
  }

  @Test
  void aKeptCheckpointOfTheSameSizeIsNotReplaced() throws IOException {
    SignedNote kept = trail.note(SIZE, trail.leaves);
    assertThat(verify(trail.bundle(rewritten()), kept).findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder("fork", "rewritten");
    TestBundle whole = new TestBundle(trail, rewritten(), 0, SIZE);
    assertThat(codes(verify(whole, kept))).containsExactlyInAnyOrder("fork", "rewritten");
    assertThat(verify(trail.bundle(trail.leaves), kept).matched()).containsExactly((long) SIZE);
  }

  @Test
  void aKeptCheckpointOverTheTreeIsComparedWhenTheBundleHasNoneOfItsOwn() throws IOException {
    SignedNote kept = trail.note(SIZE, trail.leaves);
    TestBundle forged = trail.bundle(rewritten());
    forged.put(Bundle.CHECKPOINT, trail.note(10, rewritten()).toString());
    assertThat(codes(verify(forged, kept)))
        .containsExactlyInAnyOrder("old_checkpoint", "rewritten");
  }

  private List<byte[]> rewritten() {
    List<byte[]> leaves = new ArrayList<>(trail.leaves);
    leaves.set(7, trail.leaf(77, trail.log));
    return leaves;
  }

  @Test
  void anEventThatIsReplacedByItsHashIsNeverTheGoodSentence() throws IOException {
    TestBundle forged = trail.bundle(trail.leaves);
    forged.shown.set(2, marker("hidden:", 7));
    Report report = verify(forged);
    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Report.Verdict.OPEN);
    assertThat(report.sentence()).contains("9 events shown", "1 are there as a hash only");
    Trust strict = new Trust(List.of(trail.key), List.of(), List.of(), null, true);
    assertThat(codes(BothVerifiers.verify(forged.file(folder), strict))).containsExactly("hidden");
    // Its personal value tells that it was shown to whoever exported.
    forged.shown.set(1, marker("hidden:", 6));
    assertThat(codes(verify(forged))).containsExactly("disclosure");
  }

  @ParameterizedTest
  @ValueSource(strings = {"changed:", "other:", "", "hidden"})
  void onlyOneMarkerStandsForAnEvent(String marker) throws IOException {
    TestBundle forged = trail.bundle(trail.leaves);
    forged.shown.set(2, marker(marker, 7));
    assertThat(codes(verify(forged))).containsExactly("changed");
    forged.shown.set(2, "\"hidden:\"");
    assertThat(codes(verify(forged))).containsExactly("changed");
  }

  private String marker(String kind, int index) {
    byte[] hash = MerkleTree.leafHash(trail.leaves.get(index));
    return "\"" + kind + HexFormat.of().formatHex(hash) + "\"";
  }

  @Test
  void aBundleOfAnotherTenantIsNotTakenForThatOfTheKeptKey() throws IOException {
    TestTrail other = new TestTrail("audit.example/t/2", trail.pair);
    Path decoy = other.bundle(other.leaves).file(folder);
    assertThat(codes(BothVerifiers.verify(decoy, Trust.in(List.of(trail.key), List.of()))))
        .containsExactly("log");
    Report open = BothVerifiers.verify(decoy, nameless(null));
    assertThat(open.verdict()).isEqualTo(Report.Verdict.OPEN);
    assertThat(open.undecided()).singleElement().asString().contains(other.log);
    assertThat(codes(BothVerifiers.verify(decoy, nameless(trail.log)))).containsExactly("log");
    assertThat(BothVerifiers.verify(decoy, nameless(other.log)).verdict())
        .isEqualTo(Report.Verdict.HOLDS);
    SignedNote kept = trail.note(SIZE, trail.leaves);
    assertThat(codes(BothVerifiers.verify(decoy, nameless(null, kept)))).containsExactly("log");
    SignedNote right = other.note(SIZE, other.leaves);
    assertThat(BothVerifiers.verify(decoy, nameless(null, right)).verdict())
        .isEqualTo(Report.Verdict.HOLDS);
    VerifierKey both = other.key;
    assertThat(BothVerifiers.verify(decoy, Trust.in(List.of(trail.key, both), List.of())).verdict())
        .isEqualTo(Report.Verdict.HOLDS);
  }

  private Trust nameless(String log, SignedNote... kept) {
    return new Trust(List.of(), List.of(trail.key.named("kept")), List.of(kept), log, false);
  }

  @Test
  void twoFilesOfOneNameAreRefusedAndOthersNamed() throws IOException {
    TestBundle forged = trail.bundle(trail.leaves);
    forged.put("leaves.ndjsoX", "{}\n");
    Path file = forged.file(folder);
    Report named = BothVerifiers.verify(file, trust());
    assertThat(named.findings()).isEmpty();
    assertThat(named.notes()).singleElement().asString().contains("leaves.ndjsoX");
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(file, bytes.replace("ndjsoX", "ndjson"), StandardCharsets.ISO_8859_1);
    assertThat(codes(new BundleVerifier(trust()).verify(file))).contains("files");
  }

  @Test
  void aNameThatComesTwiceInTheManifestIsRefused() throws IOException {
    TestBundle forged = trail.bundle(trail.leaves);
    forged.put(Bundle.MANIFEST, forged.text(Bundle.MANIFEST).replace("{\"", "{\"log\":\"x\",\""));
    assertThat(codes(verify(forged))).containsExactly("manifest");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"begin\":5|\"begin\":5.5",
        "\"begin\":5|\"begin\":-5",
        "\"begin\":5|\"begin\":\"5\"",
        "\"end\":15|\"end\":4",
        "\"size\":20|\"size\":1e999",
        "\"left\":[|\"left\":[\"AAAA\",",
        "\"left\":[\"|\"left\":[\"A",
        "\"log\":\"audit|\"log\":\"audit+",
        "\"log\"|\"gol\"",
        "{|[",
      })
  void aManifestThatIsMalformedIsAFinding(String text, String instead) throws IOException {
    TestBundle forged = trail.bundle(trail.leaves);
    String manifest = forged.text(Bundle.MANIFEST);
    assertThat(manifest).contains(text);
    forged.put(Bundle.MANIFEST, manifest.replace(text, instead));
    assertThat(codes(verify(forged))).containsExactly("manifest");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "checkpoint|no note|checkpoint",
        "checkpoints/10|no note|checkpoint",
        "disclosures.ndjson|[]|disclosure",
        "disclosures.ndjson|{\"event\":\"event-6\",\"unreadable\":true}|disclosure",
        "unplaced.ndjson|[]|inserted",
        "heads.ndjson|{\"origin\":\"x\",\"size\":1}|heads",
        "heads.ndjson|[1]|heads",
      })
  void aFileThatIsMalformedIsAFinding(String name, String text, String code) throws IOException {
    TestBundle forged = trail.bundle(trail.leaves);
    forged.put(name, text + "\n");
    assertThat(codes(verify(forged))).containsExactly(code);
  }

  @Test
  void aLeafThatIsNoJsonAndHashesThatAreTooFewAreFindings() throws IOException {
    TestBundle forged = trail.bundle(trail.leaves);
    forged.shown.set(2, "no json");
    assertThat(codes(verify(forged))).containsExactlyInAnyOrder("changed", "leaf");
    TestBundle few = trail.bundle(trail.leaves);
    few.files.put(Bundle.HASHES, new byte[0]);
    assertThat(codes(verify(few))).contains("count");
  }

  @Test
  void aPeriodWithoutEventsProvesNothing() throws IOException {
    for (int at : List.of(0, 5, SIZE)) {
      Report report = verify(new TestBundle(trail, trail.leaves, at, at));
      assertThat(report.findings()).isEmpty();
      assertThat(report.verdict()).isEqualTo(Report.Verdict.OPEN);
      assertThat(report.sentence()).isEqualTo("No event was verified: the bundle has none.");
    }
  }

  @Test
  void headsThatAreLeftOutOrContradictAreFound() throws IOException {
    trail.leaves.set(7, heads(7, 4, 1));
    assertThat(codes(verify(trail.bundle(trail.leaves)))).containsExactly("heads");
    TestBundle there = trail.bundle(trail.leaves);
    there.put(Bundle.HEADS, head(4, 1).replace("}", ",\"from\":4,\"proof\":[]}") + "\n");
    assertThat(verify(there).verdict()).isEqualTo(Report.Verdict.HOLDS);
    String twice = there.text(Bundle.HEADS);
    there.put(Bundle.HEADS, twice + twice);
    assertThat(codes(verify(there))).containsExactly("heads");
    for (byte[] later : List.of(heads(9, 4, 2), heads(9, 3, 1))) {
      trail.leaves.set(9, later);
      TestBundle contradicted = trail.bundle(trail.leaves);
      contradicted.put(Bundle.HEADS, twice);
      Report report = verify(contradicted);
      assertThat(codes(report)).containsExactly("log_changed");
      assertThat(report.findings().get(0).index()).isEqualTo(9);
    }
  }

  @Test
  void aLogThatGrewSinceItWasToldOfIsComparedByItsProof() throws IOException {
    TestTrail other = new TestTrail("audit.example/t/2", trail.pair);
    String told = root(other, 12);
    trail.leaves.set(7, heads(7, 12, told));
    CompactRange before = before(other, 12);
    // Of 12 leaves to 16: the two subtrees of the older tree, and what came behind.
    byte[] hashes = before.hashes();
    String first = base64(Arrays.copyOf(hashes, 32));
    String second = base64(Arrays.copyOfRange(hashes, 32, 64));
    CompactRange behind = CompactRange.empty();
    other.leaves.subList(12, 16).forEach(leaf -> behind.append(MerkleTree.leafHash(leaf)));
    String proof = "[\"" + second + "\",\"" + base64(behind.root()) + "\",\"" + first + "\"]";
    TestBundle bundle = trail.bundle(trail.leaves);
    String now = "{\"origin\":\"audit.example/t/2\",\"size\":16,\"root\":\"" + root(other, 16);
    bundle.put(Bundle.HEADS, now + "\",\"from\":12,\"proof\":" + proof + "}\n");
    assertThat(verify(bundle).verdict()).isEqualTo(Report.Verdict.HOLDS);
    bundle.put(Bundle.HEADS, now + "\",\"from\":12,\"proof\":[]}\n");
    assertThat(codes(verify(bundle))).containsExactly("log_changed");
    bundle.put(Bundle.HEADS, now + "\",\"from\":11,\"proof\":[]}\n");
    assertThat(verify(bundle).undecided()).hasSize(1);
  }

  private static CompactRange before(TestTrail of, int size) {
    CompactRange range = CompactRange.empty();
    of.leaves.subList(0, size).forEach(leaf -> range.append(MerkleTree.leafHash(leaf)));
    return range;
  }

  private static String root(TestTrail of, int size) {
    return base64(before(of, size).root());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private byte[] heads(int index, int size, int root) {
    byte[] hash = new byte[32];
    hash[0] = (byte) root;
    return heads(index, size, base64(hash));
  }

  private byte[] heads(int index, int size, String root) {
    String text =
        "{\"action\":\"audit.heads_recorded\",\"chg\":[{\"new\":[%s],\"path\":\"heads\"}],\"id\":\"event-%d\",\"log\":\"%s\",\"sd\":[]}";
    return text.formatted(head(size, root), index, trail.log).getBytes(StandardCharsets.UTF_8);
  }

  private static String head(int size, int root) {
    byte[] hash = new byte[32];
    hash[0] = (byte) root;
    return head(size, base64(hash));
  }

  private static String head(int size, String root) {
    return "{\"origin\":\"audit.example/t/2\",\"root\":\"%s\",\"size\":%d}".formatted(root, size);
  }

  private Trust trust(SignedNote... kept) {
    return Trust.in(List.of(trail.key), List.of(kept));
  }

  private Report verify(TestBundle bundle, SignedNote... kept) throws IOException {
    return BothVerifiers.verify(bundle.file(folder), trust(kept));
  }

  private static List<String> codes(Report report) {
    return report.findings().stream().map(Finding::code).distinct().toList();
  }
}
