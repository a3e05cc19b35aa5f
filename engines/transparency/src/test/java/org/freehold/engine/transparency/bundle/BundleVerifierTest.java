package org.freehold.engine.transparency.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.freehold.engine.transparency.CanonicalJson;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.CompactRange;
import org.freehold.engine.transparency.Disclosure;
import org.freehold.engine.transparency.GrowingTree;
import org.freehold.engine.transparency.MerkleTree;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.TiledTree;
import org.freehold.engine.transparency.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleVerifierTest {
  private static final String LOG = "audit.example/t/1";
  private static final int BEGIN = 5;
  private static final int END = 15;
  private static final int SIZE = 20;

  @TempDir private Path folder;

  private KeyPair pair;
  private VerifierKey key;
  private final Disclosure disclosure =
      Disclosure.of(new SecureRandom(), "actor.email", "a@b.example");
  private List<byte[]> leaves;

  @BeforeEach
  void aTrail() throws GeneralSecurityException {
    pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    key = VerifierKey.of(LOG, pair.getPublic());
    leaves = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      leaves.add(leaf(i, LOG));
    }
  }

  private byte[] leaf(int index, String log) {
    Map<String, Object> members = new HashMap<>();
    members.put("id", "event-" + index);
    members.put("log", log);
    members.put("action", "project.created");
    members.put("sd", List.of(disclosure.commitment()));
    return CanonicalJson.bytes(members);
  }

  @Test
  void aWholeBundleHolds() throws IOException {
    Report report = verify(new Content(leaves), note(10, leaves), note(SIZE, leaves));
    assertThat(report.findings()).isEmpty();
    assertThat(report.holds()).isTrue();
    assertThat(report.keyKept()).isTrue();
    assertThat(report.leaves()).isEqualTo(END - BEGIN);
    assertThat(report.disclosures()).isEqualTo(1);
    assertThat(report.matched()).contains(10L);
    assertThat(report.undecided()).isEmpty();
  }

  @Test
  void aKeyThatOnlyTheBundleKnowsIsSaidToProveLess() throws IOException {
    Report report = new BundleVerifier(List.of(), List.of()).verify(new Content(leaves).file());
    assertThat(report.findings()).isEmpty();
    assertThat(report.keyKept()).isFalse();
    assertThat(report.undecided()).hasSize(1);
  }

  @Test
  void aChangedEventIsFoundWithItsPlace() throws IOException {
    Content content = new Content(leaves);
    content.shown.set(7 - BEGIN, leafText(7).replace("created", "deleted"));
    finds(verify(content), "changed", 7L, "event-7");
  }

  @Test
  void swappedEventsAreFoundWithBothPlaces() throws IOException {
    Content content = new Content(leaves);
    Collections.swap(content.shown, 8 - BEGIN, 11 - BEGIN);
    Report report = verify(content);
    assertThat(report.findings())
        .extracting(Finding::code, Finding::index, Finding::event)
        .contains(tuple("swapped", 8L, "event-11"), tuple("swapped", 11L, "event-8"));
    assertThat(report.findings().get(0).text()).contains("sealed at 11 and stands at 8");
  }

  @Test
  void anEventThatIsGoneIsFound() throws IOException {
    Content content = new Content(leaves);
    String hash = HexFormat.of().formatHex(MerkleTree.leafHash(leaves.get(9)));
    content.shown.set(9 - BEGIN, "\"missing:" + hash + "\"");
    finds(verify(content), "removed", 9L, null);
    content.shown.set(9 - BEGIN, "\"hidden:" + hash + "\"");
    Report hidden = verify(content);
    assertThat(hidden.holds()).isTrue();
    assertThat(hidden.hidden()).isEqualTo(1);
    content.shown.set(9 - BEGIN, "\"hidden:" + "0".repeat(64) + "\"");
    finds(verify(content), "changed", 9L, null);
  }

  @Test
  void oneEventMoreOrLessIsFound() throws IOException {
    Content less = new Content(leaves);
    less.shown.remove(3);
    assertThat(codes(verify(less))).contains("count", "swapped");
    Content more = new Content(leaves);
    more.shown.add(new String(leaf(99, LOG), StandardCharsets.UTF_8));
    assertThat(codes(verify(more))).containsExactly("count");
    Content unplaced = new Content(leaves);
    unplaced.files.put(
        Bundle.UNPLACED, "{\"event\":\"event-77\"}\n".getBytes(StandardCharsets.UTF_8));
    finds(verify(unplaced), "inserted", null, "event-77");
  }

  @Test
  void aTreeThatWasRewrittenWithItsLeavesIsFound() throws IOException {
    SignedNote before = note(SIZE, leaves);
    SignedNote held = note(12, leaves);
    leaves.set(8, leafText(8).replace("created", "deleted").getBytes(StandardCharsets.UTF_8));
    Content content = new Content(leaves);
    content.files.put(Bundle.CHECKPOINT, before.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(codes(verify(content))).containsExactly("root");
    // Also when everything was signed anew, as long as somebody kept an older checkpoint.
    Report report = verify(new Content(leaves), note(7, leaves), held);
    finds(report, "rewritten", 7L, null);
    assertThat(report.findings().get(0).text()).contains("between leaf 7 and leaf 12");
  }

  @Test
  void aTailThatWasCutIsFound() throws IOException {
    finds(verify(new Content(leaves), note(25, longer(25))), "cut", (long) SIZE, null);
    Content content = new Content(leaves);
    content.files.put(
        Bundle.CHECKPOINT, note(25, longer(25)).toString().getBytes(StandardCharsets.UTF_8));
    finds(verify(content), "cut", (long) SIZE, null);
  }

  private List<byte[]> longer(int size) {
    List<byte[]> longer = new ArrayList<>(leaves);
    for (int i = leaves.size(); i < size; i++) {
      longer.add(leaf(i, LOG));
    }
    return longer;
  }

  @Test
  void anOldCheckpointInThePlaceOfTheNewestIsFound() throws IOException {
    Content content = new Content(leaves);
    content.files.put(
        Bundle.CHECKPOINT, note(12, leaves).toString().getBytes(StandardCharsets.UTF_8));
    assertThat(codes(verify(content))).containsExactly("old_checkpoint");
  }

  @Test
  void twoCheckpointsOfOneSizeThatDifferAreAFork() throws IOException {
    List<byte[]> other = new ArrayList<>(leaves);
    other.set(0, leaf(100, LOG));
    Report report = verify(new Content(leaves), note(12, leaves), note(12, other));
    assertThat(codes(report)).contains("fork", "rewritten");
  }

  @Test
  void signaturesOfOthersCountForNothing() throws IOException, GeneralSecurityException {
    KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    VerifierKey unknown = VerifierKey.of(LOG, other.getPublic());
    Report report =
        new BundleVerifier(List.of(unknown), List.of()).verify(new Content(leaves).file());
    assertThat(codes(report)).contains("signature");
    assertThat(report.signedBy()).isNull();
  }

  @Test
  void whatCannotBeComparedIsSaid() throws IOException {
    Report report = verify(new Content(leaves), note(3, leaves), note(18, leaves));
    assertThat(report.holds()).isTrue();
    assertThat(report.undecided()).hasSize(2);
  }

  @Test
  void aPersonalValueThatWasNotHashedIsFound() throws IOException {
    Content content = new Content(leaves);
    Disclosure made = Disclosure.of(new SecureRandom(), "actor.email", "x@y.example");
    content.disclose(6, made);
    finds(verify(content), "disclosure", 6L, "event-6");
    content.disclose(99, disclosure);
    assertThat(codes(verify(content))).containsExactly("disclosure");
  }

  @Test
  void anEventOfAnotherLogIsFound() throws IOException {
    leaves.set(6, leaf(6, "audit.example/t/2"));
    finds(verify(new Content(leaves)), "log", 6L, "event-6");
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
                + disclosure.commitment()
                + "\"]}")
            .getBytes(StandardCharsets.UTF_8));
    Content content = new Content(leaves);
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
    Content content = new Content(leaves);
    content.files.put(Bundle.MANIFEST, "{}".getBytes(StandardCharsets.UTF_8));
    assertThat(codes(verify(content))).containsExactly("manifest");
    Content damaged = new Content(leaves);
    damaged.files.put(
        Bundle.MANIFEST,
        new Bundle(LOG, "t", "", "", "", null, "The tile 2 of level 0 is missing").bytes());
    assertThat(codes(verify(damaged))).containsExactly("tree");
  }

  private Report verify(Content content, SignedNote... held) throws IOException {
    return new BundleVerifier(List.of(key), List.of(held)).verify(content.file());
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
    CompactRange range = CompactRange.empty();
    of.subList(0, size).forEach(leaf -> range.append(MerkleTree.leafHash(leaf)));
    return new Checkpoint(LOG, size, range.root()).signed(key, pair.getPrivate());
  }

  /** The files of a bundle, to be changed. */
  private final class Content {
    private final Map<String, byte[]> files = new HashMap<>();
    private final List<String> shown = new ArrayList<>();

    Content(List<byte[]> all) {
      Map<String, byte[]> tiles = new HashMap<>();
      GrowingTree growing = new GrowingTree(CompactRange.empty());
      all.forEach(leaf -> growing.append(MerkleTree.leafHash(leaf)));
      growing.parts().forEach(part -> tiles.put(part.level() + "/" + part.index(), part.hashes()));
      TiledTree tree = new TiledTree((level, index) -> tiles.get(level + "/" + index));
      files.put(
          Bundle.MANIFEST,
          new Bundle(LOG, "t", "", "", "", tree.range(BEGIN, END, SIZE), null).bytes());
      files.put(Bundle.CHECKPOINT, bytes(note(SIZE, all).toString()));
      files.put(Bundle.KEYS, bytes(key + "\n"));
      byte[] hashes = new byte[(END - BEGIN) * 32];
      for (int i = BEGIN; i < END; i++) {
        System.arraycopy(tree.leafHash(i), 0, hashes, (i - BEGIN) * 32, 32);
        shown.add(new String(all.get(i), StandardCharsets.UTF_8));
      }
      files.put(Bundle.HASHES, hashes);
      disclose(6, disclosure);
    }

    void disclose(int index, Disclosure one) {
      files.put(
          Bundle.DISCLOSURES,
          bytes(
              "{\"event\":\"event-%d\",\"disclosure\":\"%s\"}\n".formatted(index, one.encoded())));
    }

    private byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    Path file() throws IOException {
      files.put(Bundle.LEAVES, bytes(String.join("\n", shown) + "\n"));
      Path file = Files.createTempFile(folder, "bundle", ".zip");
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        for (Map.Entry<String, byte[]> entry : files.entrySet()) {
          zip.putNextEntry(new ZipEntry(entry.getKey()));
          zip.write(entry.getValue());
          zip.closeEntry();
        }
      }
      return file;
    }
  }
}
