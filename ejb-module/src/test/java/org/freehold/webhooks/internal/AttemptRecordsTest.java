package org.freehold.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.junit.jupiter.api.Test;

class AttemptRecordsTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  private static final TenantId TENANT = new TenantId(Uuid7.next());

  private final List<Claimed> givenBack = new ArrayList<>();
  private final List<Result> recorded = new ArrayList<>();
  private final InTenant within =
      new InTenant() {
        @Override
        boolean tenant(TenantId tenant, Runnable work) {
          try {
            work.run();
            return true;
          } catch (IllegalStateException e) {
            return false;
          }
        }

        @Override
        void giveBack(List<Claimed> rows) {
          givenBack.addAll(rows);
        }
      };

  @Test
  void aConflictIsNoReasonToSendAgain() {
    List<Result> results = results(2);
    int[] conflicts = {2};
    record(
        some -> {
          if (conflicts[0]-- > 0) {
            throw new IllegalStateException(new SQLException("deadlock detected", "40P01"));
          }
          recorded.addAll(some);
        },
        results);
    assertThat(recorded).isEqualTo(results);
    assertThat(givenBack).isEmpty();
  }

  @Test
  void oneThatCannotBeRecordedHoldsUpNoOther() {
    List<Result> results = results(5);
    Result poison = results.get(2);
    record(
        some -> {
          if (some.contains(poison)) {
            throw new IllegalStateException("cannot be written");
          }
          recorded.addAll(some);
        },
        results);
    assertThat(givenBack).containsExactly(poison.ready().claimed());
    assertThat(recorded).hasSize(4).doesNotContain(poison);
  }

  @Test
  void whenNothingCanBeRecordedTheRestIsGivenBackTogether() {
    List<Result> results = results(50);
    int[] times = {0};
    record(
        some -> {
          times[0]++;
          throw new IllegalStateException("no database");
        },
        results);
    assertThat(givenBack).hasSize(50).doesNotHaveDuplicates();
    assertThat(times[0]).isEqualTo(4);
  }

  private void record(Consumer<List<Result>> record, List<Result> results) {
    new AttemptRecords(record, within).of(TENANT, results);
  }

  private static List<Result> results(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Claimed(
                    TENANT, Uuid7.next(), Uuid7.next(), Lane.NORMAL, 1, NOW.plusSeconds(i), 0, 0))
        .map(one -> new Ready(one, null, 1, null, null, NOW, false, Health.UNKNOWN))
        .map(one -> new Result(one, null, true, null))
        .toList();
  }
}
