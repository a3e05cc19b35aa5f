package org.freehold.engine.transparency.bundle;

import java.util.List;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.VerifierKey;

/**
 * What whoever verifies has from elsewhere than the bundle.
 *
 * @param keys of logs by name: each counts for its own log only, as one key signs many logs
 * @param nameless keys that were kept without the name of a log; what these are called says nothing
 * @param checkpoints that were kept outside
 * @param log whose bundle it must be; null: not said
 * @param noneHidden whether an event that is only there as a hash is wrong
 */
public record Trust(
    List<VerifierKey> keys,
    List<VerifierKey> nameless,
    List<SignedNote> checkpoints,
    String log,
    boolean noneHidden) {

  public Trust {
    keys = List.copyOf(keys);
    nameless = List.copyOf(nameless);
    checkpoints = List.copyOf(checkpoints);
  }

  /** In keys of logs, and in checkpoints. */
  public static Trust in(List<VerifierKey> keys, List<SignedNote> checkpoints) {
    return new Trust(keys, List.of(), checkpoints, null, false);
  }

  boolean hasKeys() {
    return !keys.isEmpty() || !nameless.isEmpty();
  }
}
