package org.freehold.engine.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.freehold.engine.transparency.Vectors.hex;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CompactRangeTest {

  @Test
  void hasThePublishedRoots() {
    CompactRange range = CompactRange.empty();
    assertThat(hex(range.root())).isEqualTo(Vectors.ROOTS.get(0));
    for (byte[] leaf : Vectors.LEAVES) {
      range.append(MerkleTree.leafHash(leaf));
      assertThat(hex(range.root())).isEqualTo(Vectors.ROOTS.get((int) range.size()));
    }
  }

  @Test
  void holdsTheRootOfEachFullSubtree() {
    CompactRange range = CompactRange.empty();
    Vectors.LEAVES.stream().limit(7).map(MerkleTree::leafHash).forEach(range::append);
    byte[] hashes = range.hashes();
    assertThat(hashes).hasSize(3 * 32);
    assertThat(hex(hashes))
        .isEqualTo(
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
                + "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
                + "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f");
  }

  @Test
  void goesOnFromWhatWasKept() {
    int largest = 300;
    ReferenceTree tree = new ReferenceTree(largest);
    CompactRange range = CompactRange.empty();
    for (int size = 0; size < largest; size++) {
      range = CompactRange.of(range.size(), range.hashes());
      assertThat(range.root()).isEqualTo(tree.root(size));
      range.append(tree.leafHash(size));
    }
    assertThat(range.size()).isEqualTo(largest);
    assertThat(range.root()).isEqualTo(tree.root(largest));
  }

  @Test
  void isNotChangedThroughWhatItGaveOrTook() {
    byte[] leaf = MerkleTree.leafHash(new byte[0]);
    CompactRange range = CompactRange.empty();
    range.append(leaf);
    Arrays.fill(leaf, (byte) 0);
    Arrays.fill(range.root(), (byte) 0);
    Arrays.fill(range.hashes(), (byte) 0);
    assertThat(hex(range.root())).isEqualTo(Vectors.ROOTS.get(1));
  }

  @Test
  void refusesWhatDoesNotBelongTogether() {
    assertThatIllegalArgumentException().isThrownBy(() -> CompactRange.of(3, new byte[32]));
    assertThatIllegalArgumentException().isThrownBy(() -> CompactRange.of(0, new byte[32]));
    assertThatIllegalArgumentException().isThrownBy(() -> CompactRange.of(1, new byte[31]));
    assertThatIllegalArgumentException().isThrownBy(() -> CompactRange.of(-1, new byte[64 * 32]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CompactRange.empty().append(new byte[20]));
  }
}
