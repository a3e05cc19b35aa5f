package org.freehold.engine.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.freehold.engine.transparency.Vectors.hex;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MerkleTreeTest {

  private static final int LARGEST = 35;

  private final ReferenceTree tree = new ReferenceTree(LARGEST);

  /** One line of the vector files: two numbers, two hashes, a proof, and what to say of it. */
  record ProofCase(
      String name,
      boolean valid,
      long first,
      long second,
      byte[] hash,
      byte[] root,
      List<byte[]> proof) {
    @Override
    public String toString() {
      return name;
    }
  }

  @Test
  void hashesAsTheRfc() {
    assertThat(hex(MerkleTree.emptyRoot())).isEqualTo(Vectors.ROOTS.get(0));
    assertThat(hex(MerkleTree.leafHash(new byte[0])))
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    assertThat(hex(MerkleTree.leafHash("L123456".getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    byte[] left = MerkleTree.leafHash(Vectors.LEAVES.get(0));
    byte[] right = MerkleTree.leafHash(Vectors.LEAVES.get(1));
    assertThat(hex(MerkleTree.nodeHash(left, right))).isEqualTo(Vectors.ROOTS.get(2));
  }

  @Test
  void refusesANodeOfAnythingButHashes() {
    byte[] hash = MerkleTree.emptyRoot();
    assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.nodeHash(hash, new byte[31]));
    assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.nodeHash(new byte[33], hash));
  }

  @ParameterizedTest
  @MethodSource
  void verifiesPublishedInclusionProofs(ProofCase given) {
    assertThat(
            MerkleTree.verifyInclusion(
                given.first(), given.second(), given.hash(), given.proof(), given.root()))
        .isEqualTo(given.valid());
  }

  static List<ProofCase> verifiesPublishedInclusionProofs() throws IOException {
    return cases("inclusion-proofs.tsv");
  }

  @ParameterizedTest
  @MethodSource
  void verifiesPublishedConsistencyProofs(ProofCase given) {
    assertThat(
            MerkleTree.verifyConsistency(
                given.first(), given.second(), given.proof(), given.hash(), given.root()))
        .isEqualTo(given.valid());
  }

  static List<ProofCase> verifiesPublishedConsistencyProofs() throws IOException {
    return cases("consistency-proofs.tsv");
  }

  @Test
  void verifiesTheInclusionOfEveryLeafAtItsPlaceOnly() {
    for (int size = 1; size <= LARGEST; size++) {
      byte[] root = tree.root(size);
      for (int index = 0; index < size; index++) {
        List<byte[]> proof = tree.inclusion(index, size);
        byte[] leaf = tree.leafHash(index);
        for (int claimed = 0; claimed < size; claimed++) {
          assertThat(MerkleTree.verifyInclusion(claimed, size, leaf, proof, root))
              .isEqualTo(claimed == index);
        }
        for (List<byte[]> broken : brokenFormsOf(proof)) {
          assertThat(MerkleTree.verifyInclusion(index, size, leaf, broken, root)).isFalse();
        }
      }
    }
  }

  @Test
  void verifiesTheConsistencyOfEveryPairOfSizes() {
    for (int newer = 1; newer <= LARGEST; newer++) {
      for (int older = 1; older <= newer; older++) {
        List<byte[]> proof = tree.consistency(older, newer);
        byte[] before = tree.root(older);
        byte[] after = tree.root(newer);
        assertThat(MerkleTree.verifyConsistency(older, newer, proof, before, after)).isTrue();
        assertThat(MerkleTree.verifyConsistency(older, newer, proof, flipped(before), after))
            .isFalse();
        assertThat(MerkleTree.verifyConsistency(older, newer, proof, before, flipped(after)))
            .isFalse();
        for (List<byte[]> broken : brokenFormsOf(proof)) {
          assertThat(MerkleTree.verifyConsistency(older, newer, broken, before, after)).isFalse();
        }
      }
    }
  }

  @Test
  void anEmptyTreeIsConsistentWithItselfOnly() {
    byte[] empty = MerkleTree.emptyRoot();
    assertThat(MerkleTree.verifyConsistency(0, 0, List.of(), empty, empty)).isTrue();
    assertThat(MerkleTree.verifyConsistency(0, 0, List.of(), tree.root(1), tree.root(1))).isFalse();
    assertThat(MerkleTree.verifyConsistency(0, 1, List.of(), empty, tree.root(1))).isFalse();
    assertThat(MerkleTree.verifyConsistency(0, 1, List.of(empty), empty, tree.root(1))).isFalse();
  }

  @Test
  void saysNoToImpossibleNumbers() {
    byte[] leaf = tree.leafHash(0);
    assertThat(MerkleTree.verifyInclusion(0, 1, leaf, List.of(), leaf)).isTrue();
    assertThat(MerkleTree.verifyInclusion(-1, 1, leaf, List.of(), leaf)).isFalse();
    assertThat(MerkleTree.verifyInclusion(1, 1, leaf, List.of(), leaf)).isFalse();
    assertThat(MerkleTree.verifyInclusion(0, 0, leaf, List.of(), leaf)).isFalse();
    assertThat(MerkleTree.verifyInclusion(0, -1, leaf, List.of(), leaf)).isFalse();
    assertThat(MerkleTree.verifyConsistency(-1, -1, List.of(), leaf, leaf)).isFalse();
    assertThat(MerkleTree.verifyConsistency(2, 1, List.of(), leaf, leaf)).isFalse();
  }

  private static List<List<byte[]>> brokenFormsOf(List<byte[]> proof) {
    List<List<byte[]>> broken = new ArrayList<>();
    for (byte[] extra : List.of(new byte[0], new byte[31], MerkleTree.emptyRoot())) {
      List<byte[]> longer = new ArrayList<>(proof);
      longer.add(extra);
      broken.add(longer);
    }
    for (int at = 0; at < proof.size(); at++) {
      List<byte[]> shorter = new ArrayList<>(proof);
      shorter.remove(at);
      broken.add(shorter);
      List<byte[]> changed = new ArrayList<>(proof);
      changed.set(at, flipped(proof.get(at)));
      broken.add(changed);
    }
    return broken;
  }

  private static byte[] flipped(byte[] hash) {
    byte[] flipped = hash.clone();
    flipped[0] ^= 1;
    return flipped;
  }

  private static List<ProofCase> cases(String file) throws IOException {
    List<ProofCase> cases = Vectors.lines(file).stream().map(MerkleTreeTest::proofCase).toList();
    assertThat(cases).hasSize(98);
    return cases;
  }

  private static ProofCase proofCase(String line) {
    String[] columns = line.split("\t", -1);
    String[] proof = columns[6].split(",", -1);
    Base64.Decoder base64 = Base64.getDecoder();
    return new ProofCase(
        columns[0],
        columns[1].equals("valid"),
        Long.parseUnsignedLong(columns[2]),
        Long.parseUnsignedLong(columns[3]),
        base64.decode(columns[4]),
        base64.decode(columns[5]),
        Arrays.stream(proof).limit(proof.length - 1L).map(base64::decode).toList());
  }
}
