package org.freehold.engine.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Logs that others made and published are read, grown and proved as theirs. */
class PublishedLogsTest {
  private static final VerifierKey TESSERA =
      VerifierKey.parse(
          "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");

  /** A log at one size. */
  private record At(int size, byte[] leaf, SignedNote note, byte[] tile) {
    static At of(String line) {
      String[] columns = line.split("\t", -1);
      return new At(
          Integer.parseInt(columns[0]),
          columns[1].getBytes(StandardCharsets.UTF_8),
          SignedNote.parse(columns[2].translateEscapes()),
          Base64.getDecoder().decode(columns[3]));
    }

    Checkpoint checkpoint() {
      return Checkpoint.parse(note.text());
    }
  }

  @Test
  void growsToEachCheckpointThatWasSigned() throws IOException {
    GrowingTree growing = new GrowingTree(CompactRange.empty());
    for (At at : tessera()) {
      if (at.size() > 0) {
        growing.append(MerkleTree.leafHash(at.leaf()));
        assertThat(growing.parts())
            .singleElement()
            .extracting(TilePart::hashes)
            .isEqualTo(at.tile());
      }
      assertThat(at.note().isSignedBy(TESSERA)).isTrue();
      assertThat(at.checkpoint().origin()).isEqualTo(TESSERA.name());
      assertThat(at.checkpoint().size()).isEqualTo(at.size());
      assertThat(tree(at).root(at.size())).isEqualTo(at.checkpoint().root());
    }
  }

  @Test
  void provesEachLeafInEachCheckpointAndEachToGoOnFromTheOthers() throws IOException {
    List<At> log = tessera();
    for (At at : log) {
      Checkpoint said = at.checkpoint();
      TiledTree tree = tree(at);
      for (At before : log.subList(0, at.size())) {
        assertThat(
                MerkleTree.verifyConsistency(
                    before.size(),
                    at.size(),
                    tree.consistency(before.size(), at.size()),
                    before.checkpoint().root(),
                    said.root()))
            .as("of an empty tree nothing is shown")
            .isEqualTo(before.size() > 0);
        byte[] leaf = log.get(before.size() + 1).leaf();
        InclusionNote note =
            new InclusionNote(before.size(), tree.inclusion(before.size(), at.size()), at.note());
        assertThat(InclusionNote.parse(note.toString()).proves(leaf, TESSERA)).isTrue();
        assertThat(note.proves(log.get(0).leaf(), TESSERA)).isFalse();
      }
    }
  }

  @Test
  void readsTilesOfTwoLevelsAndMakesTheSame() throws IOException {
    List<String[]> lines =
        Vectors.lines("sunlight-tiles.tsv").stream().map(line -> line.split("\t")).toList();
    int size = Integer.parseInt(lines.get(0)[0]);
    Map<String, byte[]> published = new HashMap<>();
    for (String[] line : lines.subList(1, lines.size())) {
      published.put(line[0], Base64.getDecoder().decode(line[1]));
    }
    TiledTree tree =
        new TiledTree(
            (level, index) ->
                published.get(level + "/" + Tiles.path(index, Tiles.width(level, index, size))));
    byte[] root = Base64.getDecoder().decode(lines.get(0)[1]);
    assertThat(tree.root(size)).isEqualTo(root);
    GrowingTree growing = new GrowingTree(CompactRange.empty());
    for (int leaf = 0; leaf < size; leaf++) {
      growing.append(tree.leafHash(leaf));
      assertThat(
              MerkleTree.verifyInclusion(
                  leaf, size, tree.leafHash(leaf), tree.inclusion(leaf, size), root))
          .isTrue();
    }
    assertThat(growing.parts())
        .hasSize(published.size())
        .allSatisfy(
            part ->
                assertThat(part.hashes())
                    .isEqualTo(
                        published.get(
                            part.level()
                                + "/"
                                + Tiles.path(
                                    part.index(), Tiles.width(part.level(), part.index(), size)))));
  }

  private static TiledTree tree(At at) {
    return new TiledTree((level, index) -> level == 0 && index == 0 ? at.tile() : null);
  }

  private static List<At> tessera() throws IOException {
    List<At> log = Vectors.lines("tessera-log.tsv").stream().map(At::of).toList();
    assertThat(log)
        .extracting(At::size)
        .isEqualTo(Stream.iterate(0, i -> i + 1).limit(16).toList());
    return log;
  }
}
