package org.freehold.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KnownStatesTest {
  private static final TenantId TENANT = new TenantId(new UUID(1, 1));
  private static final long START = 5_000_000_000L;
  private static final long SECOND = KnownStates.BELIEVED.toNanos();

  private final KnownStates<TenantId> known = new KnownStates<>();

  @BeforeEach
  void look() {
    known.look(Map.of(), "100", START, known.changes());
  }

  @Test
  void believesWhatWasReadForASecondAfterTheLastLook() {
    keep(state(1));
    assertThat(known.believed(TENANT, START + SECOND - 1)).isEqualTo(state(1));
    assertThat(known.believed(TENANT, START + SECOND)).isNull();
    known.look(Map.of(), "101", START + SECOND, known.changes());
    assertThat(known.believed(TENANT, START + SECOND)).isEqualTo(state(1));
  }

  @Test
  void isSureOfNothingBeforeTheFirstLook() {
    KnownStates<TenantId> fresh = new KnownStates<>();
    fresh.keep(TENANT, state(1), fresh.changes());
    fresh.look(Map.of(), "100", START, fresh.changes());
    assertThat(fresh.believed(TENANT, START)).isNull();
  }

  @Test
  void aLookTellsOfChangesElsewhere() {
    keep(state(1));
    known.look(Map.of(TENANT, state(2)), "101", START, known.changes());
    assertThat(known.believed(TENANT, START)).isEqualTo(state(2));
  }

  @Test
  void whatIsReadLateDoesNotUndoWhatALookSaw() {
    long before = known.changes();
    known.look(Map.of(TENANT, state(2)), "101", START, known.changes());
    known.keep(TENANT, state(1), before);
    assertThat(known.believed(TENANT, START)).isEqualTo(state(2));
  }

  @Test
  void whatThisNodeChangedIsAskedAgain() {
    keep(state(1));
    long before = known.changes();
    known.forget(TENANT);
    assertThat(known.believed(TENANT, START)).isNull();
    known.keep(TENANT, state(1), before);
    assertThat(known.believed(TENANT, START)).as("read before the commit").isNull();
    keep(state(2));
    assertThat(known.believed(TENANT, START)).isEqualTo(state(2));
  }

  @Test
  void aLookThatBeganBeforeAChangeOfThisNodeBringsNothingBack() {
    keep(state(1));
    TenantId other = new TenantId(new UUID(1, 2));
    known.keep(other, state(1), known.changes());
    long before = known.changes();
    known.forget(TENANT);
    known.look(Map.of(TENANT, state(1), other, state(2)), "101", START, before);
    assertThat(known.believed(TENANT, START)).as("seen before the commit").isNull();
    assertThat(known.believed(other, START)).isEqualTo(state(2));
  }

  @Test
  void aDatabaseThatWentBackInTimeIsAnotherOne() {
    keep(state(7));
    known.look(Map.of(), "99", START, known.changes());
    assertThat(known.believed(TENANT, START)).isNull();
    keep(state(3));
    assertThat(known.believed(TENANT, START)).isEqualTo(state(3));
  }

  private void keep(AccessState state) {
    known.keep(TENANT, state, known.changes());
  }

  private static AccessState state(long version) {
    return new AccessState(version, 0, version, false);
  }
}
