package org.freehold.engine.transparency.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.freehold.engine.transparency.CanonicalJson;
import org.freehold.engine.transparency.CompactRange;
import org.freehold.engine.transparency.GrowingTree;
import org.freehold.engine.transparency.MerkleTree;
import org.freehold.engine.transparency.TiledTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Leaves that retention removed, in bundles: allowed where a certificate says so, and only there.
 */
class RemovedLeavesTest {
  private static final int CERTIFICATE = 18;

  @TempDir private Path folder;
  private final TestTrail trail = new TestTrail(TestTrail.LOG);

  private Report verify(TestBundle bundle) throws Exception {
    return BothVerifiers.verify(bundle.file(folder), Trust.in(List.of(trail.key), List.of()));
  }

  /** With a certificate over the places 7 to 9 and 12. */
  private TestBundle certified(Map<String, Object> other) {
    Map<String, Object> event = new HashMap<>();
    event.put("id", "event-18");
    event.put("log", TestTrail.LOG);
    event.put("action", "retention.certified");
    event.put("outcome", "success");
    event.put("observer", "freehold");
    event.put("actor", Map.of("type", "system", "id", "job:retention-cleanup"));
    event.put("chg", List.of(places(List.of(place(12, 13), place(7, 10)))));
    event.putAll(other);
    trail.leaves.set(CERTIFICATE, CanonicalJson.bytes(event));
    TestBundle bundle = trail.bundle(trail.leaves);
    bundle.put(Bundle.CERTIFICATES, line(CERTIFICATE));
    return bundle;
  }

  private static Map<String, Object> places(List<?> places) {
    Map<String, Object> change = new HashMap<>();
    change.put("path", "places");
    change.put("old", null);
    change.put("new", places);
    return change;
  }

  private static Map<String, Object> place(int begin, int end) {
    return Map.of("begin", begin, "end", end);
  }

  private String line(int index) {
    Map<String, byte[]> tiles = new HashMap<>();
    GrowingTree growing = new GrowingTree(CompactRange.empty());
    trail.leaves.forEach(leaf -> growing.append(MerkleTree.leafHash(leaf)));
    growing.parts().forEach(part -> tiles.put(part.level() + "/" + part.index(), part.hashes()));
    TiledTree tree = new TiledTree((level, at) -> tiles.get(level + "/" + at));
    List<String> proof = new ArrayList<>();
    tree.inclusion(index, TestTrail.SIZE)
        .forEach(hash -> proof.add(Base64.getEncoder().encodeToString(hash)));
    Map<String, Object> members = new HashMap<>();
    members.put("index", index);
    members.put("leaf", Base64.getEncoder().encodeToString(trail.leaves.get(index)));
    members.put("proof", proof);
    return new String(CanonicalJson.bytes(members), StandardCharsets.UTF_8) + "\n";
  }

  private void remove(TestBundle bundle, int... indexes) {
    for (int index : indexes) {
      byte[] hash = MerkleTree.leafHash(trail.leaves.get(index));
      bundle.shown.set(
          index - TestTrail.BEGIN, "\"pruned:" + HexFormat.of().formatHex(hash) + "\"");
    }
  }

  @Test
  void whatACertificateCoversIsNoFindingAndIsTold() throws Exception {
    TestBundle bundle = certified(Map.of());
    remove(bundle, 7, 8, 9, 12);
    Report report = verify(bundle);
    assertThat(report.findings()).isEmpty();
    assertThat(report.removed()).isEqualTo(4);
    assertThat(report.verdict()).isEqualTo(Report.Verdict.OPEN);
    assertThat(report.sentence())
        .isEqualTo(
            "Nothing was changed in the 6 events shown; 4 were removed under a certificate.");
    assertThat(report.notes().toString()).contains("certificates are the leaves: 18");
  }

  @Test
  void aCertificateAllowsAndDoesNotDemand() throws Exception {
    TestBundle bundle = certified(Map.of());
    remove(bundle, 8);
    assertThat(verify(bundle).findings()).isEmpty();
  }

  @Test
  void whatNoCertificateCoversIsGone() throws Exception {
    TestBundle bundle = certified(Map.of());
    remove(bundle, 9, 10, 11, 12, 13);
    assertThat(verify(bundle).findings())
        .extracting(Finding::code, Finding::index)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("removed", 10L));
    TestBundle without = trail.bundle(trail.leaves);
    remove(without, 8);
    assertThat(verify(without).findings()).extracting(Finding::code).containsExactly("removed");
  }

  @ParameterizedTest
  @CsvSource({
    "action,retention.changed",
    "outcome,refused",
    "observer,crm",
    "log,audit.example/t/2",
    "actor,job:retention-cleanup"
  })
  void anEventThatIsNoCertificateOfTheJobCoversNothing(String member, String value)
      throws Exception {
    TestBundle bundle = certified(Map.of(member, value));
    remove(bundle, 8);
    assertThat(verify(bundle).findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder("certificate", "removed");
  }

  @Test
  void aCertificateThatIsNotInTheTreeOrComesBeforeCoversNothing() throws Exception {
    TestBundle forged = certified(Map.of());
    remove(forged, 8);
    forged.put(Bundle.CERTIFICATES, line(CERTIFICATE).replace("\"index\":18", "\"index\":17"));
    assertThat(verify(forged).findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder("certificate", "removed");
    TestBundle later = certified(Map.of("chg", List.of(places(List.of(place(8, 20))))));
    remove(later, 8);
    assertThat(verify(later).findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder("certificate", "removed");
  }

  @Test
  void theHashOfWhatWasRemovedIsStillCompared() throws Exception {
    TestBundle bundle = certified(Map.of());
    bundle.shown.set(8 - TestTrail.BEGIN, "\"pruned:" + "0".repeat(64) + "\"");
    assertThat(verify(bundle).findings()).extracting(Finding::code).containsExactly("changed");
  }
}
