package org.freehold.engine.transparency.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.CompactRange;
import org.freehold.engine.transparency.RangeProof;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.VerifierKey;

/**
 * Verifies a bundle: that its leaves are what was sealed, that they are all there are between the
 * first and the last of them, and that the tree is the one that was signed, now and whenever a
 * checkpoint was kept. Says what is wrong and where. Memory does not grow with the bundle.
 */
public final class BundleVerifier {
  private static final int LONGEST_TEXT = 1 << 24;

  private final List<VerifierKey> kept;
  private final List<SignedNote> held;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> undecided = new ArrayList<>();

  /**
   * @param kept keys that whoever verifies trusts; none: those in the bundle are taken, which
   *     proves less
   * @param held checkpoints that were kept outside
   */
  public BundleVerifier(List<VerifierKey> kept, List<SignedNote> held) {
    this.kept = List.copyOf(kept);
    this.held = List.copyOf(held);
  }

  /** An {@link IOException} only when the file is no bundle that could be read at all. */
  public Report verify(Path file) throws IOException {
    findings.clear();
    undecided.clear();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return verify(zip);
    }
  }

  private Report verify(ZipFile zip) throws IOException {
    Bundle bundle;
    try {
      bundle = Bundle.parse(text(zip, Bundle.MANIFEST));
    } catch (IllegalArgumentException e) {
      findings.add(Finding.of("manifest", "The manifest cannot be read: " + e.getMessage()));
      return report(null, null, null, null);
    }
    List<VerifierKey> keys = keys(zip, bundle);
    SignedNote note = newest(zip);
    VerifierKey signer = note == null ? null : note.verifiedBy(keys);
    Checkpoint checkpoint = note == null ? null : checkpoint(note, bundle, "The checkpoint");
    if (note != null && signer == null) {
      findings.add(
          Finding.of("signature", "The checkpoint is not signed by a key that is trusted"));
    }
    if (bundle.damage() != null) {
      findings.add(Finding.of("tree", "The tree as it is kept is damaged: " + bundle.damage()));
    }
    if (bundle.range() == null) {
      return report(bundle, checkpoint, signer, null);
    }
    TreeMap<Long, Checkpoint> expected = others(zip, bundle, keys);
    if (checkpoint != null) {
      expected.put(checkpoint.size(), checkpoint);
    }
    LeafCheck check = new LeafCheck(zip, bundle, expected, findings);
    CompactRange range = check.run();
    if (checkpoint != null) {
      compare(bundle.range(), range, checkpoint);
    }
    beyond(bundle.range(), expected, checkpoint);
    new UnplacedCheck(zip, findings).run();
    check.heads().compare(zip, findings, undecided);
    return report(bundle, checkpoint, signer, check);
  }

  private Report report(Bundle bundle, Checkpoint checkpoint, VerifierKey signer, LeafCheck check) {
    return new Report(
        bundle,
        checkpoint,
        signer == null ? null : signer.toString(),
        signer != null && !kept.isEmpty(),
        check == null ? 0 : check.leaves(),
        check == null ? 0 : check.hidden(),
        check == null ? 0 : check.disclosures(),
        check == null ? List.of() : check.matched(),
        List.copyOf(undecided),
        List.copyOf(findings));
  }

  private List<VerifierKey> keys(ZipFile zip, Bundle bundle) throws IOException {
    if (!kept.isEmpty()) {
      return kept.stream().map(key -> key.named(bundle.log())).toList();
    }
    undecided.add(
        "No key was given, so the one in the bundle was believed: compare it with one that you kept");
    List<VerifierKey> keys = new ArrayList<>();
    for (String line : text(zip, Bundle.KEYS).lines().toList()) {
      try {
        keys.add(VerifierKey.parse(line).named(bundle.log()));
      } catch (IllegalArgumentException e) {
        findings.add(Finding.of("key", "A key in the bundle cannot be read: " + e.getMessage()));
      }
    }
    return keys;
  }

  private SignedNote newest(ZipFile zip) throws IOException {
    try {
      return SignedNote.parse(text(zip, Bundle.CHECKPOINT));
    } catch (IllegalArgumentException e) {
      findings.add(Finding.of("checkpoint", "The checkpoint cannot be read: " + e.getMessage()));
      return null;
    }
  }

  private Checkpoint checkpoint(SignedNote note, Bundle bundle, String which) {
    try {
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      if (checkpoint.origin().equals(bundle.log())) {
        return checkpoint;
      }
      findings.add(Finding.of("log", which + " is of another log: " + checkpoint.origin()));
    } catch (IllegalArgumentException e) {
      findings.add(Finding.of("checkpoint", which + " cannot be read: " + e.getMessage()));
    }
    return null;
  }

  /** Those in the bundle, and those that were kept, which are worth more. */
  private TreeMap<Long, Checkpoint> others(ZipFile zip, Bundle bundle, List<VerifierKey> keys)
      throws IOException {
    TreeMap<Long, Checkpoint> others = new TreeMap<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (entry.getName().startsWith(Bundle.EARLIER)) {
        add(others, text(zip, entry.getName()), bundle, keys, "The earlier " + entry.getName());
      }
    }
    for (SignedNote note : held) {
      add(others, note.toString(), bundle, keys, "A checkpoint that you gave");
    }
    return others;
  }

  private void add(
      TreeMap<Long, Checkpoint> others,
      String text,
      Bundle bundle,
      List<VerifierKey> keys,
      String which) {
    SignedNote note;
    try {
      note = SignedNote.parse(text);
    } catch (IllegalArgumentException e) {
      findings.add(Finding.of("checkpoint", which + " cannot be read: " + e.getMessage()));
      return;
    }
    if (note.verifiedBy(keys) == null) {
      findings.add(Finding.of("signature", which + " is not signed by a key that is trusted"));
      return;
    }
    Checkpoint checkpoint = checkpoint(note, bundle, which);
    Checkpoint other = checkpoint == null ? null : others.put(checkpoint.size(), checkpoint);
    if (other != null && !other.equals(checkpoint)) {
      findings.add(
          Finding.of(
              "fork",
              "Two checkpoints over %d leaves have different roots".formatted(other.size())));
    }
  }

  private void compare(RangeProof proof, CompactRange range, Checkpoint checkpoint) {
    long size = proof.size();
    if (checkpoint.size() > size) {
      findings.add(cut(checkpoint.size(), size));
    } else if (checkpoint.size() < size) {
      findings.add(
          Finding.of(
              "old_checkpoint",
              "The tree has %d leaves and the checkpoint is over %d: the newest are not signed, or an old checkpoint was put in the place of a newer one"
                  .formatted(size, checkpoint.size())));
    } else if (range.size() == proof.end()
        && !java.util.Arrays.equals(proof.root(range), checkpoint.root())) {
      findings.add(
          Finding.of(
              "root",
              "The tree of %d leaves is not the one that was signed: leaves or tree were rewritten"
                  .formatted(size)));
    }
  }

  private static Finding cut(long signed, long size) {
    return new Finding(
        "cut",
        size,
        null,
        "A checkpoint over %d leaves was signed and the tree has %d: the newest %d are gone"
            .formatted(signed, size, signed - size));
  }

  private void beyond(RangeProof proof, TreeMap<Long, Checkpoint> expected, Checkpoint checkpoint) {
    for (long size : expected.keySet()) {
      boolean own = checkpoint != null && checkpoint.size() == size;
      if (size > proof.size() && !own) {
        findings.add(cut(size, proof.size()));
      } else if (!own && (size < proof.begin() || size > proof.end() && size < proof.size())) {
        undecided.add(
            "The checkpoint over %d leaves cannot be compared with the leaves %d to %d: export a period that reaches there, or from the beginning"
                .formatted(size, proof.begin(), proof.end()));
      }
    }
  }

  static String text(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return "";
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
    }
  }
}
