package org.freehold.engine.transparency.bundle;

import java.util.List;
import org.freehold.engine.transparency.Checkpoint;

/**
 * What the verification of a bundle came to.
 *
 * @param bundle what it says it is; null when even that cannot be read
 * @param checkpoint the one that it leads to; null when that is not there
 * @param signedBy the verifier key that signed it; null: none of those that were tried
 * @param keyKept whether that key was given by whoever verifies, and not by the bundle
 * @param rootMatched whether the leaves were found to make the root that was signed
 * @param leaves how many leaves were looked at
 * @param hidden how many of them only as a hash
 * @param removed how many of them were removed under certificates of retention
 * @param disclosures how many personal values were found to be those that were hashed
 * @param matched the sizes of the checkpoints that were found to hold
 * @param notes what whoever verifies should know, and no more
 * @param undecided what could not be told with this bundle, in sentences
 * @param findings what is wrong; empty: nothing
 */
public record Report(
    Bundle bundle,
    Checkpoint checkpoint,
    String signedBy,
    boolean keyKept,
    boolean rootMatched,
    long leaves,
    long hidden,
    long removed,
    long disclosures,
    List<Long> matched,
    List<String> notes,
    List<String> undecided,
    List<Finding> findings) {

  /** What it comes to in a word. */
  public enum Verdict {
    /** All events are shown, and all are those that were signed. */
    HOLDS,
    /** Nothing is wrong in what is shown, and something is not shown or not decided. */
    OPEN,
    /** Something is wrong. */
    WRONG
  }

  /** Nothing holds that was not compared with a root that was signed. */
  public Verdict verdict() {
    if (!findings.isEmpty()) {
      return Verdict.WRONG;
    }
    boolean whole = rootMatched && leaves > 0 && hidden + removed == 0 && undecided.isEmpty();
    return whole ? Verdict.HOLDS : Verdict.OPEN;
  }

  /** What it comes to, and no more than that. */
  public String sentence() {
    if (!findings.isEmpty()) {
      return findings.size() + " things are wrong.";
    }
    if (leaves == 0) {
      return "No event was verified: the bundle has none.";
    }
    if (!rootMatched || !undecided.isEmpty()) {
      return "Nothing wrong was found, and not everything was decided.";
    }
    long shown = leaves - hidden - removed;
    if (hidden > 0 && removed > 0) {
      return "Nothing was changed in the %d events shown; %d are there as a hash only, and %d were removed under a certificate."
          .formatted(shown, hidden, removed);
    }
    if (hidden > 0) {
      return "Nothing was changed in the %d events shown; %d are there as a hash only."
          .formatted(shown, hidden);
    }
    if (removed > 0) {
      return "Nothing was changed in the %d events shown; %d were removed under a certificate."
          .formatted(shown, removed);
    }
    return "Nothing was changed, and nothing is missing in between.";
  }
}
