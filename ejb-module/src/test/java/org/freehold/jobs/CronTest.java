package org.freehold.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.freehold.platform.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
  @ParameterizedTest
  @CsvSource({
    "0 3 * * *,       UTC,           2026-03-01T10:00:00Z, 2026-03-02T03:00:00Z",
    "30 3 * * *,      Europe/Berlin, 2026-07-01T10:00:00Z, 2026-07-02T01:30:00Z",
    "*/15 * * * *,    UTC,           2026-03-01T10:15:00Z, 2026-03-01T10:30:00Z",
    "0 9 * * MON,     UTC,           2026-03-01T10:00:00Z, 2026-03-02T09:00:00Z",
    "*/5 * * * * *,   UTC,           2026-03-01T10:00:01Z, 2026-03-01T10:00:05Z",
    "0 0 29 2 *,      UTC,           2026-03-01T10:00:00Z, 2028-02-29T00:00:00Z",
    "0 3 * * *,       UTC,           2026-03-01T10:00:00.5Z, 2026-03-02T03:00:00Z",
    "0 3 * * *,       UTC,           2026-03-01T03:00:00Z, 2026-03-02T03:00:00Z",
    "30 2 * * *,      Europe/Berlin, 2026-03-28T10:00:00Z, 2026-03-30T00:30:00Z"
  })
  void tellsTheFirstTimeAfter(String fields, String zone, Instant moment, Instant next) {
    assertThat(Cron.of(fields, zone).after(moment)).isEqualTo(next);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "never", "* * * *", "61 * * * *", "* 25 * * *", "0 0 31 2 *"})
  void refusesWhatIsNoTime(String fields) {
    assertThatThrownBy(() -> Cron.of(fields, "UTC")).isInstanceOf(Invalid.class);
  }

  @Test
  void refusesAPlaceThatIsNoZone() {
    assertThatThrownBy(() -> Cron.of("0 3 * * *", "Mars/Olympus")).isInstanceOf(Invalid.class);
  }
}
