package org.freehold.engine.transparency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Replaces the largest old and new values by their SHA-256 until enough bytes are saved. */
final class ShortenedChanges {

  private static final int DIGEST_BYTES = "{\"sha256\":\"\"}".length() + 2 * Sha256.LENGTH;

  private record Candidate(int change, boolean isNew, byte[] canonical) {
    int saving() {
      return canonical.length - DIGEST_BYTES;
    }
  }

  private ShortenedChanges() {}

  /** Saves at least so many bytes, or as many as can be. */
  static List<LeafChange> saving(int bytes, List<LeafChange> changes) {
    List<LeafChange> shortened = new ArrayList<>(changes);
    int missing = bytes;
    for (Candidate candidate : largestFirst(changes)) {
      if (missing <= 0) {
        break;
      }
      shortened.set(candidate.change(), replace(shortened.get(candidate.change()), candidate));
      missing -= candidate.saving();
    }
    return shortened;
  }

  private static List<Candidate> largestFirst(List<LeafChange> changes) {
    List<Candidate> candidates = new ArrayList<>();
    for (int at = 0; at < changes.size(); at++) {
      LeafChange change = changes.get(at);
      if (!change.withheld()) {
        candidates.add(new Candidate(at, false, CanonicalJson.valueBytes(change.oldValue())));
        candidates.add(new Candidate(at, true, CanonicalJson.valueBytes(change.newValue())));
      }
    }
    candidates.removeIf(candidate -> candidate.saving() <= 0);
    candidates.sort(Comparator.comparingInt(Candidate::saving).reversed());
    return candidates;
  }

  private static LeafChange replace(LeafChange change, Candidate candidate) {
    String hash = HexFormat.of().formatHex(Sha256.of(candidate.canonical()));
    Map<String, String> digest = Map.of("sha256", hash);
    return candidate.isNew()
        ? LeafChange.of(change.path(), change.oldValue(), digest)
        : LeafChange.of(change.path(), digest, change.newValue());
  }
}
