package org.freehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.CompactRange;
import org.freehold.engine.transparency.MerkleTree;
import org.freehold.engine.transparency.RangeProof;
import org.freehold.engine.transparency.VerifierKey;
import org.freehold.engine.transparency.bundle.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerifyTest {
  private static final String LOG = "audit.example/t/1";
  private static final byte[] LEAF =
      "{\"id\":\"1\",\"log\":\"audit.example/t/1\"}".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private KeyPair pair;
  private VerifierKey key;

  @BeforeEach
  void aKey() throws GeneralSecurityException {
    pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    key = VerifierKey.of(LOG, pair.getPublic());
  }

  @Test
  void onlyABundleOfWhichAllIsShownAndDecidedEndsWithZero() throws IOException {
    Path bundle = bundle(LEAF);
    String verifier = kept(key + "\n");
    verifies(bundle, 0, "Nothing was changed, and nothing is missing", "--key", verifier);
    verifies(bundle, 7, "not everything was decided");
    String pem =
        "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
            .formatted(Base64.getEncoder().encodeToString(key.spki()));
    verifies(bundle, 7, "UNDECIDED:", "--key", kept(pem));
    verifies(bundle, 0, "Nothing was changed", "--key", kept(pem), "--log", LOG);
    verifies(bundle, 1, "(log)", "--key", verifier, "--log", "audit.example/t/2");
    verifies(bundle, 1, "(log)", "--key", kept(key.named("audit.example/t/2") + "\n"));
  }

  @Test
  void anEventAsAHashOnlyIsSaidAndMayBeForbidden() throws IOException {
    String hash = HexFormat.of().formatHex(MerkleTree.leafHash(LEAF));
    Path bundle = bundle(("\"hidden:" + hash + "\"").getBytes(StandardCharsets.UTF_8));
    String verifier = kept(key + "\n");
    verifies(bundle, 7, "in the 0 events shown; 1 are there as a hash only.", "--key", verifier);
    verifies(bundle, 1, "(hidden)", "--key", verifier, "--none-hidden");
  }

  @Test
  void aKeyThatIsEmptyIsNotTakenForNone() throws IOException {
    try (Terminal terminal = new Terminal()) {
      int code = terminal.runAlone("audit", "verify", bundle(LEAF).toString(), "--key", kept("\n"));
      assertThat(code).isEqualTo(1);
      assertThat(terminal.err()).contains("cannot be read");
    }
  }

  private void verifies(Path bundle, int code, String says, String... more) {
    try (Terminal terminal = new Terminal()) {
      String[] words = Terminal.with(new String[] {"audit", "verify", bundle.toString()}, more);
      assertThat(terminal.runAlone(words)).as(terminal.out()).isEqualTo(code);
      assertThat(terminal.out()).contains(says);
    }
  }

  private String kept(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "kept", ".txt"), text).toString();
  }

  private Path bundle(byte[] shown) throws IOException {
    CompactRange tree = CompactRange.empty();
    tree.append(MerkleTree.leafHash(LEAF));
    RangeProof range = new RangeProof(0, 1, 1, List.of(), List.of());
    Path file = Files.createTempFile(folder, "bundle", ".zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry :
          Map.of(
                  Bundle.MANIFEST,
                  new Bundle(LOG, "t", "", "", "", range, null).bytes(),
                  Bundle.CHECKPOINT,
                  new Checkpoint(LOG, 1, tree.root())
                      .signed(key, pair.getPrivate())
                      .toString()
                      .getBytes(StandardCharsets.UTF_8),
                  Bundle.KEYS,
                  key.toString().getBytes(StandardCharsets.UTF_8),
                  Bundle.HASHES,
                  MerkleTree.leafHash(LEAF),
                  Bundle.LEAVES,
                  shown)
              .entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }
}
