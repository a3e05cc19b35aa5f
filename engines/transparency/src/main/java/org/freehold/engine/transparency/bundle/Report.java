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
 * @param leaves how many leaves were looked at
 * @param hidden how many of them only as a hash
 * @param disclosures how many personal values were found to be those that were hashed
 * @param matched the sizes of the other checkpoints that were found to hold
 * @param undecided what could not be told with this bundle, in sentences
 * @param findings what is wrong; empty: nothing
 */
public record Report(
    Bundle bundle,
    Checkpoint checkpoint,
    String signedBy,
    boolean keyKept,
    long leaves,
    long hidden,
    long disclosures,
    List<Long> matched,
    List<String> undecided,
    List<Finding> findings) {

  /** Whether nothing is wrong. */
  public boolean holds() {
    return findings.isEmpty();
  }
}
