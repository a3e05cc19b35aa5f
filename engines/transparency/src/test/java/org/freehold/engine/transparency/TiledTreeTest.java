package org.freehold.engine.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TiledTreeTest {

  /** Beyond one full tile of the second level there would be 65,536: two levels are enough here. */
  private static final int SIZE = 777;

  private final ReferenceTree reference = new ReferenceTree(SIZE);
  private final Map<String, byte[]> stored = new HashMap<>();
  private final TiledTree tree = new TiledTree((level, index) -> stored.get(level + "/" + index));

  @Test
  void keepsTheTilesOfATreeThatGrowsInPieces() {
    grow(1, 2, 3, 250, 256, 257, 512, 600, SIZE);
    for (int size : new int[] {1, 2, 255, 256, 257, 511, 512, 513, 700, SIZE}) {
      assertThat(tree.root(size)).isEqualTo(reference.root(size));
    }
    assertThat(stored.keySet()).containsExactlyInAnyOrder("0/0", "0/1", "0/2", "0/3", "1/0");
    assertThat(stored.get("1/0")).hasSize(3 * 32);
    assertThat(stored.get("0/3")).hasSize((SIZE - 768) * 32);
  }

  @Test
  void provesEveryKindOfPlace() {
    grow(SIZE);
    for (int size : new int[] {1, 2, 255, 256, 257, 513, SIZE}) {
      for (int index = 0; index < size; index += 1 + size / 50) {
        List<byte[]> proof = tree.inclusion(index, size);
        same(proof, reference.inclusion(index, size));
        assertThat(
                MerkleTree.verifyInclusion(
                    index, size, tree.leafHash(index), proof, reference.root(size)))
            .isTrue();
      }
    }
    for (int[] sizes : new int[][] {{1, 2}, {255, 256}, {256, 257}, {257, SIZE}, {512, SIZE}}) {
      same(tree.consistency(sizes[0], sizes[1]), reference.consistency(sizes[0], sizes[1]));
    }
    assertThat(tree.consistency(0, SIZE)).isEmpty();
    assertThat(tree.consistency(SIZE, SIZE)).isEmpty();
  }

  @Test
  void aRangeIsProvedWithAllItsLeavesOnly() {
    grow(SIZE);
    byte[] root = reference.root(SIZE);
    int[][] ranges = {{0, SIZE}, {0, 1}, {5, 5}, {255, 257}, {256, 512}, {300, 301}, {776, 777}};
    for (int[] range : ranges) {
      RangeProof proof = tree.range(range[0], range[1], SIZE);
      assertThat(proof.root(leaves(proof, range[0], range[1]))).isEqualTo(root);
      if (range[1] - range[0] > 1) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> proof.root(leaves(proof, range[0] + 1, range[1])));
        CompactRange swapped = proof.before();
        swapped.append(reference.leafHash(range[0] + 1));
        swapped.append(reference.leafHash(range[0]));
        for (int leaf = range[0] + 2; leaf < range[1]; leaf++) {
          swapped.append(reference.leafHash(leaf));
        }
        assertThat(proof.root(swapped)).isNotEqualTo(root);
      }
    }
  }

  @Test
  void refusesARangeThatIsNotSurroundedAsItMustBe() {
    grow(SIZE);
    RangeProof proof = tree.range(5, 9, SIZE);
    List<byte[]> shorter = proof.left().subList(1, proof.left().size());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RangeProof(5, 9, SIZE, shorter, proof.right()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RangeProof(5, 9, SIZE + 300, proof.left(), proof.right()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RangeProof(9, 5, SIZE, List.of(), List.of()));
  }

  @Test
  void saysWhichTileIsMissing() {
    grow(SIZE);
    stored.remove("0/2");
    assertThatThrownBy(() -> tree.inclusion(513, SIZE))
        .isInstanceOf(IncompleteTree.class)
        .hasMessageContaining("tile 2 of level 0");
    stored.put("0/3", new byte[32]);
    assertThatThrownBy(() -> tree.root(SIZE)).isInstanceOf(IncompleteTree.class);
  }

  @Test
  void nobodyCountsOnALeafThatIsNotThere() {
    grow(3);
    assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(3, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(-1, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(3, 2));
  }

  private CompactRange leaves(RangeProof proof, int begin, int end) {
    CompactRange range = proof.before();
    for (int leaf = begin; leaf < end; leaf++) {
      range.append(reference.leafHash(leaf));
    }
    return range;
  }

  /** As the database does it: each piece begins with the compact range that was kept. */
  private void grow(int... sizes) {
    CompactRange range = CompactRange.empty();
    for (int size : sizes) {
      range = CompactRange.of(range.size(), range.hashes());
      GrowingTree growing = new GrowingTree(range);
      for (int leaf = (int) range.size(); leaf < size; leaf++) {
        growing.append(reference.leafHash(leaf));
      }
      growing.parts().forEach(this::store);
    }
  }

  private void store(TilePart part) {
    String key = part.level() + "/" + part.index();
    byte[] before = stored.getOrDefault(key, new byte[0]);
    assertThat(before).hasSize(part.offset() * 32);
    byte[] after = Arrays.copyOf(before, before.length + part.hashes().length);
    System.arraycopy(part.hashes(), 0, after, before.length, part.hashes().length);
    stored.put(key, after);
  }

  private static void same(List<byte[]> proof, List<byte[]> expected) {
    assertThat(new ArrayList<>(proof)).usingElementComparator(Arrays::compare).isEqualTo(expected);
  }
}
