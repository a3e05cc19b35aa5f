package org.freehold.engine.transparency;

import java.security.PrivateKey;
import java.util.Collection;
import java.util.List;

/**
 * That a new key signs from now on, said by the one before: a signed note (C2SP signed-note) of two
 * lines, a name and the verifier key of the new key under that name. It cannot be taken for a
 * checkpoint, whose second line is a number.
 *
 * @param introduced the new key
 * @param note signed by the old one, under the same name
 */
public record KeyIntroduction(VerifierKey introduced, SignedNote note) {

  /** Made by the old key, under its name. */
  public static KeyIntroduction of(VerifierKey introduced, VerifierKey by, PrivateKey secret) {
    VerifierKey named = introduced.named(by.name());
    return new KeyIntroduction(named, SignedNote.of(by.name() + "\n" + named + "\n", by, secret));
  }

  /** Throws {@link IllegalArgumentException} when it is none. */
  public static KeyIntroduction parse(String text) {
    SignedNote note = SignedNote.parse(text);
    List<String> lines = note.text().lines().toList();
    if (lines.size() != 2) {
      throw new IllegalArgumentException("An introduction is a name and a verifier key");
    }
    VerifierKey introduced = VerifierKey.parse(lines.get(1));
    if (!introduced.name().equals(lines.get(0))) {
      throw new IllegalArgumentException("The key that is introduced has another name");
    }
    return new KeyIntroduction(introduced, note);
  }

  /** Whether one of these keys made it, whatever log they are named for. */
  public boolean isBy(Collection<VerifierKey> keys) {
    return keys.stream().anyMatch(key -> note.isSignedBy(key.named(introduced.name())));
  }
}
