package org.freehold.engine.transparency.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.freehold.engine.transparency.KeyIntroduction;
import org.freehold.engine.transparency.VerifierKey;

/** The keys that may have signed a bundle, and whether its log is the one that is meant. */
record BundleKeys(Trust trust, List<Finding> findings, List<String> undecided, List<String> notes) {

  /** As they sign for the log of the bundle. */
  List<VerifierKey> of(ZipFile zip, String log) throws IOException {
    if (trust.log() != null && !trust.log().equals(log)) {
      findings.add(Finding.of("log", "The bundle is of the log %s".formatted(log)));
    }
    if (!trust.hasKeys()) {
      undecided.add(
          "No key was given, so the one in the bundle was believed: compare it with one that you kept");
      return own(zip, log);
    }
    List<VerifierKey> keys = new ArrayList<>();
    trust.keys().stream().filter(key -> key.name().equals(log)).forEach(keys::add);
    trust.nameless().forEach(key -> keys.add(key.named(log)));
    if (keys.isEmpty()) {
      findings.add(
          Finding.of(
              "log",
              "The bundle is of the log %s, and the key that was given is of %s"
                  .formatted(log, trust.keys().get(0).name())));
      trust.keys().forEach(key -> keys.add(key.named(log)));
    }
    introduced(zip, log, keys);
    return keys;
  }

  /** Adds the keys that those which were given introduced, and whom these did. */
  private void introduced(ZipFile zip, String log, List<VerifierKey> keys) throws IOException {
    List<KeyIntroduction> waiting = new ArrayList<>();
    for (String name : BundleFiles.below(zip, Bundle.INTRODUCTIONS)) {
      try {
        waiting.add(KeyIntroduction.parse(BundleFiles.text(zip, name)));
      } catch (IllegalArgumentException e) {
        findings.add(
            Finding.of(
                "key", "The introduction %s cannot be read: %s".formatted(name, e.getMessage())));
      }
    }
    while (waiting.removeIf(one -> one.isBy(keys) && add(one, log, keys))) {
      // Again, as a key that was introduced may have introduced another.
    }
  }

  private boolean add(KeyIntroduction one, String log, List<VerifierKey> keys) {
    VerifierKey key = one.introduced().named(log);
    if (!keys.contains(key)) {
      keys.add(key);
      notes.add(
          "The key %s was introduced by one that you gave; keep it, if that one was never stolen"
              .formatted(key));
    }
    return true;
  }

  private List<VerifierKey> own(ZipFile zip, String log) throws IOException {
    List<VerifierKey> keys = new ArrayList<>();
    for (String line : BundleFiles.text(zip, Bundle.KEYS).lines().toList()) {
      try {
        keys.add(VerifierKey.parse(line).named(log));
      } catch (IllegalArgumentException e) {
        findings.add(Finding.of("key", "A key in the bundle cannot be read: " + e.getMessage()));
      }
    }
    return keys;
  }

  /** Says so when nothing that was kept names the log. */
  void bind(String log, boolean byCheckpoint) {
    boolean named =
        trust.log() != null || trust.keys().stream().anyMatch(key -> key.name().equals(log));
    if (trust.hasKeys() && findings.isEmpty() && !named && !byCheckpoint) {
      undecided.add(
          "The bundle says it is of the log %s, and the key signs others too: compare it with the log that you mean, or give it"
              .formatted(log));
    }
  }
}
