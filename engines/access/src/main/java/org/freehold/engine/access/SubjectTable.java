package org.freehold.engine.access;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * The people and keys of a snapshot by id, compiled when they are first asked for. Open addressing
 * over plain numbers, so that finding somebody touches as little memory as can be.
 */
final class SubjectTable {

  private final long[] ids;
  private final SubjectFacts[] facts;
  private final AtomicReferenceArray<Subject> compiled;
  private final Set<UUID> all;

  /** Made when somebody is first asked for by their address; twice by two at once does no harm. */
  private volatile Map<String, UUID> byEmail;

  /** Throws {@link IllegalArgumentException} when an id is there twice. */
  SubjectTable(Collection<SubjectFacts> subjects) {
    int slots = Integer.highestOneBit(Math.max(subjects.size(), 1)) * 4;
    ids = new long[slots * 2];
    facts = new SubjectFacts[slots];
    compiled = new AtomicReferenceArray<>(slots);
    Set<UUID> known = new HashSet<>();
    for (SubjectFacts subject : subjects) {
      if (!known.add(subject.id())) {
        throw new IllegalArgumentException("Twice: " + subject.id());
      }
      int slot = slotOf(subject.id());
      facts[slot] = subject;
      ids[slot * 2] = subject.id().getMostSignificantBits();
      ids[slot * 2 + 1] = subject.id().getLeastSignificantBits();
    }
    all = Collections.unmodifiableSet(known);
  }

  /** Where the id is, or where it would be. */
  private int slotOf(UUID id) {
    long high = id.getMostSignificantBits();
    long low = id.getLeastSignificantBits();
    // The random bits of a UUIDv7 are in its lower half; the factor spreads those that are not.
    long mixed = (high ^ low) * 0x9E3779B97F4A7C15L;
    int mask = facts.length - 1;
    int slot = (int) (mixed >>> 40) & mask;
    while (ids[slot * 2] != high || ids[slot * 2 + 1] != low) {
      if (ids[slot * 2] == 0 && ids[slot * 2 + 1] == 0 && facts[slot] == null) {
        return slot;
      }
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** Null when there is none. */
  SubjectFacts facts(UUID id) {
    return facts[slotOf(id)];
  }

  /** Null when there is none. */
  Subject subject(UUID id, Function<SubjectFacts, Subject> compiler) {
    int slot = slotOf(id);
    Subject known = compiled.getAcquire(slot);
    if (known != null || facts[slot] == null) {
      return known;
    }
    Subject subject = compiler.apply(facts[slot]);
    compiled.setRelease(slot, subject);
    return subject;
  }

  /** Of the person with the address, in lower case; null when there is none. */
  UUID withEmail(String email) {
    Map<String, UUID> known = byEmail;
    if (known == null) {
      known = new HashMap<>();
      for (SubjectFacts one : facts) {
        if (one != null && one.kind() == Subject.Kind.USER && one.profile().email() != null) {
          known.put(one.profile().email(), one.id());
        }
      }
      byEmail = known;
    }
    return known.get(email);
  }

  Set<UUID> ids() {
    return all;
  }
}
