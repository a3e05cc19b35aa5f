package org.freehold.custody.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freehold.custody.CheckpointCopy;
import org.freehold.custody.CheckpointStore;
import org.freehold.files.AnsweringStorage;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.NotNow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StoreWorkTest {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final CheckpointCopy BAD = copy("bad");
  private static final CheckpointCopy GOOD = copy("good");
  private static final CheckpointCopy NEXT = copy("next");

  private final Waiting waiting = new Waiting();
  private final StoreWork work = new StoreWork();
  private AnsweringStorage storage;
  private Instant now = Instant.parse("2030-01-01T00:00:00Z");

  /** One at a time; what is refused is put again half an hour later. */
  private final class Waiting extends CheckpointStore {
    private final List<CheckpointCopy> copies = new ArrayList<>();
    private final Map<CheckpointCopy, Instant> refused = new HashMap<>();

    @Override
    public List<CheckpointCopy> due() {
      return copies.stream()
          .filter(copy -> !refused.getOrDefault(copy, now).isAfter(now))
          .limit(1)
          .toList();
    }

    @Override
    public Optional<Instant> nextRefused() {
      return refused.values().stream().min(Instant::compareTo);
    }

    @Override
    public void refused(CheckpointCopy copy) {
      refused.put(copy, now.plus(HALF_AN_HOUR));
    }

    @Override
    public void stored(CheckpointCopy copy) {
      copies.remove(copy);
      refused.remove(copy);
    }
  }

  private static CheckpointCopy copy(String log) {
    return new CheckpointCopy(TenantId.PLATFORM, log, 1, "a note");
  }

  @BeforeEach
  void open() throws IOException {
    storage = new AnsweringStorage();
    work.store = waiting;
    work.settings = new StoreSettings();
    work.settings.bucket = "checkpoints";
    work.settings.prefix = Optional.empty();
    work.settings.endpoint = Optional.of(storage.endpoint().toString());
    work.settings.region = "eu-central-1";
    work.settings.accessKey = Optional.of("freehold");
    work.settings.secretKey = Optional.of("secret");
    work.settings.pathStyle = true;
    work.settings.retrySeconds = 30;
    work.line = new StoreLine();
    work.line.settings = work.settings;
    work.line.clock = Clock.fixed(now, ZoneOffset.UTC);
  }

  @AfterEach
  void close() {
    work.close();
    storage.close();
  }

  @Test
  void whatIsRefusedComesAgainByItselfAndHoldsUpNoOther() throws NotNow {
    storage.putNew(BAD.path(), 403);
    waiting.copies.addAll(List.of(BAD, GOOD));
    isWaiting();
    assertThat(storage.taken()).containsExactly(GOOD.path());

    waiting.copies.add(NEXT);
    isWaiting();
    assertThat(storage.taken()).containsExactly(GOOD.path(), NEXT.path());

    storage.putNew(BAD.path(), 200);
    isWaiting();
    later(HALF_AN_HOUR);
    work.handle(null);
    assertThat(storage.taken()).endsWith(BAD.path());
    assertThat(work.line.reason()).isNull();
    assertThat(waiting.copies).isEmpty();
  }

  @Test
  void aStoreThatDoesNotAnswerIsLeftAloneAndNothingIsRefused() {
    storage.close();
    waiting.copies.addAll(List.of(BAD, GOOD));
    assertThatThrownBy(() -> work.handle(null)).isInstanceOf(NotNow.class);
    assertThat(waiting.copies).containsExactly(BAD, GOOD);
    assertThat(waiting.refused).isEmpty();
    assertThat(work.line.enter()).isFalse();
    assertThat(work.line.pause()).isEqualTo(Duration.ofSeconds(31));
  }

  private void isWaiting() {
    assertThatThrownBy(() -> work.handle(null))
        .isInstanceOf(NotNow.class)
        .hasMessageContaining(HALF_AN_HOUR.plusSeconds(1).toString());
    assertThat(waiting.copies).containsExactly(BAD);
    assertThat(work.line.reason()).isNotNull();
    assertThat(work.line.pause()).isEqualTo(Duration.ofSeconds(1));
  }

  private void later(Duration passed) {
    now = now.plus(passed);
    work.line.clock = Clock.fixed(now, ZoneOffset.UTC);
  }
}
