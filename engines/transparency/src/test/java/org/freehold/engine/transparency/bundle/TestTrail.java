package org.freehold.engine.transparency.bundle;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.freehold.engine.transparency.CanonicalJson;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.CompactRange;
import org.freehold.engine.transparency.Disclosure;
import org.freehold.engine.transparency.MerkleTree;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.VerifierKey;

/** A trail of twenty events and the key that signs it. */
final class TestTrail {
  static final String LOG = "audit.example/t/1";
  static final int BEGIN = 5;
  static final int END = 15;
  static final int SIZE = 20;

  final String log;
  final KeyPair pair;
  final VerifierKey key;
  final Disclosure disclosure = Disclosure.of(new SecureRandom(), "actor.email", "a@b.example");
  final List<byte[]> leaves = new ArrayList<>();

  TestTrail(String log) {
    this(log, pair());
  }

  /** Of another log that the same key signs. */
  TestTrail(String log, KeyPair pair) {
    this.log = log;
    this.pair = pair;
    this.key = VerifierKey.of(log, pair.getPublic());
    for (int i = 0; i < SIZE; i++) {
      leaves.add(leaf(i, log));
    }
  }

  static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] leaf(int index, String of) {
    Map<String, Object> members = new HashMap<>();
    members.put("id", "event-" + index);
    members.put("log", of);
    members.put("action", "project.created");
    members.put("sd", List.of(disclosure.commitment()));
    return CanonicalJson.bytes(members);
  }

  SignedNote note(int size, List<byte[]> of) {
    CompactRange range = CompactRange.empty();
    of.subList(0, size).forEach(leaf -> range.append(MerkleTree.leafHash(leaf)));
    return new Checkpoint(log, size, range.root()).signed(key, pair.getPrivate());
  }

  /** A bundle of a period within. */
  TestBundle bundle(List<byte[]> of) {
    return new TestBundle(this, of, BEGIN, END);
  }
}
