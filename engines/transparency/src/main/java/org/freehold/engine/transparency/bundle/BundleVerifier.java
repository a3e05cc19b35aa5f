package org.freehold.engine.transparency.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  private final Trust trust;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> undecided = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** Without kept keys those in the bundle are taken, which proves less. */
  public BundleVerifier(Trust trust) {
    this.trust = trust;
  }

  /** An {@link IOException} only when the file is no bundle that could be read at all. */
  public Report verify(Path file) throws IOException {
    findings.clear();
    undecided.clear();
    notes.clear();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return verify(zip);
    }
  }

  private Report verify(ZipFile zip) {
    Bundle bundle = null;
    try {
      BundleFiles.look(zip, findings, notes);
      bundle = Bundle.parse(BundleFiles.text(zip, Bundle.MANIFEST));
      return verify(zip, bundle);
    } catch (IllegalArgumentException e) {
      findings.add(Finding.of("manifest", "The manifest cannot be read: " + e.getMessage()));
    } catch (IOException e) {
      findings.add(Finding.of("files", "The bundle cannot be read to its end: " + e.getMessage()));
    }
    return report(bundle, null, null, null, false);
  }

  private Report verify(ZipFile zip, Bundle bundle) throws IOException {
    BundleKeys binding = new BundleKeys(trust, findings, undecided, notes);
    List<VerifierKey> keys = binding.of(zip, bundle.log());
    SignedNote note = newest(zip);
    VerifierKey signer = note == null ? null : note.verifiedBy(keys);
    Checkpoint checkpoint = note == null ? null : checkpoint(note, bundle, "The checkpoint");
    if (checkpoint != null && signer == null) {
      findings.add(
          Finding.of("signature", "The checkpoint is not signed by a key that is trusted"));
    }
    if (bundle.damage() != null) {
      findings.add(Finding.of("tree", "The tree as it is kept is damaged: " + bundle.damage()));
    }
    if (bundle.range() == null) {
      if (bundle.damage() == null) {
        findings.add(Finding.of("manifest", "The manifest does not say which leaves there are"));
      }
      return report(bundle, checkpoint, signer, null, false);
    }
    SignedTrees signed = new SignedTrees();
    boolean bound = others(signed, zip, bundle, keys);
    Checkpoint believed = signer == null ? null : checkpoint;
    if (believed != null) {
      signed.add(believed, findings);
    }
    LeafCheck check = new LeafCheck(zip, bundle, signed, findings);
    CompactRange range = check.run();
    boolean same = isSigned(bundle.range(), range, signed, believed, check);
    beyond(bundle.range(), signed, believed);
    if (range.size() == bundle.range().end()) {
      check.removed().compare(zip, bundle, bundle.range().root(range), findings, notes);
    }
    new UnplacedCheck(zip, findings).run();
    check.heads().compare(zip, undecided);
    shown(bundle.range(), check);
    binding.bind(bundle.log(), bound);
    return report(bundle, checkpoint, signer, check, same);
  }

  private void shown(RangeProof proof, LeafCheck check) {
    if (proof.begin() == proof.end()) {
      undecided.add("The bundle has no events, which says nothing of any period");
    }
    if (check.hidden() > 0 && trust.noneHidden()) {
      findings.add(
          Finding.of("hidden", check.hidden() + " events are there as a hash only, none should"));
    } else if (check.hidden() > 0) {
      notes.add(
          "%d events are there as a hash only, as whoever exported may not know of them: whether they still exist is not shown"
              .formatted(check.hidden()));
    }
  }

  private Report report(
      Bundle bundle, Checkpoint checkpoint, VerifierKey signer, LeafCheck check, boolean same) {
    return new Report(
        bundle,
        checkpoint,
        signer == null ? null : signer.toString(),
        signer != null && trust.hasKeys(),
        same,
        check == null ? 0 : check.leaves(),
        check == null ? 0 : check.hidden(),
        check == null ? 0 : check.removed().count(),
        check == null ? 0 : check.disclosures(),
        check == null ? List.of() : check.matched(),
        List.copyOf(notes),
        List.copyOf(undecided),
        List.copyOf(findings));
  }

  private SignedNote newest(ZipFile zip) throws IOException {
    try {
      return SignedNote.parse(BundleFiles.text(zip, Bundle.CHECKPOINT));
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

  /** Those in the bundle, and those that were kept: whether there is one of these. */
  private boolean others(SignedTrees signed, ZipFile zip, Bundle bundle, List<VerifierKey> keys)
      throws IOException {
    for (String name : BundleFiles.earlier(zip)) {
      add(signed, BundleFiles.text(zip, name), bundle, keys, "The earlier " + name);
    }
    boolean held = false;
    for (SignedNote note : trust.checkpoints()) {
      held |= add(signed, note.toString(), bundle, keys, "A checkpoint that you gave");
    }
    return held;
  }

  private boolean add(
      SignedTrees signed, String text, Bundle bundle, List<VerifierKey> keys, String which) {
    SignedNote note;
    try {
      note = SignedNote.parse(text);
    } catch (IllegalArgumentException e) {
      findings.add(Finding.of("checkpoint", which + " cannot be read: " + e.getMessage()));
      return false;
    }
    Checkpoint checkpoint = checkpoint(note, bundle, which);
    if (checkpoint == null) {
      return false;
    }
    if (note.verifiedBy(keys) == null) {
      findings.add(Finding.of("signature", which + " is not signed by a key that is trusted"));
      return false;
    }
    signed.add(checkpoint, findings);
    return true;
  }

  /** Whether the whole tree is that of the checkpoint; any other over it must say the same. */
  private boolean isSigned(
      RangeProof proof,
      CompactRange range,
      SignedTrees signed,
      Checkpoint checkpoint,
      LeafCheck check) {
    long size = proof.size();
    if (checkpoint != null && checkpoint.size() > size) {
      findings.add(cut(checkpoint.size(), size));
    } else if (checkpoint != null && checkpoint.size() < size) {
      findings.add(
          Finding.of(
              "old_checkpoint",
              "The tree has %d leaves and the checkpoint is over %d: the newest are not signed, or an old checkpoint was put in the place of a newer one"
                  .formatted(size, checkpoint.size())));
    }
    if (range.size() != proof.end()) {
      return false;
    }
    byte[] root = proof.root(range);
    for (Checkpoint other : signed.against(size, root)) {
      findings.add(
          other.equals(checkpoint)
              ? Finding.of(
                  "root",
                  "The tree of %d leaves is not the one that was signed: leaves or tree were rewritten"
                      .formatted(size))
              : check.rewritten(size));
    }
    check.matches(size, root);
    return checkpoint != null
        && checkpoint.size() == size
        && Arrays.equals(root, checkpoint.root());
  }

  private static Finding cut(long signed, long size) {
    return new Finding(
        "cut",
        size,
        null,
        "A checkpoint over %d leaves was signed and the tree has %d: the newest %d are gone"
            .formatted(signed, size, signed - size));
  }

  private void beyond(RangeProof proof, SignedTrees signed, Checkpoint checkpoint) {
    for (long size : signed.sizes()) {
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
}
