package org.freehold.web.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.freehold.platform.NotFound;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  private static final Instant OPENED = Instant.parse("2026-03-01T12:00:00Z");

  private final RecordedSink client = new RecordedSink();
  private final List<Integer> positions = new ArrayList<>();
  private List<String> lines = List.of();
  private boolean over;
  private Instant now = OPENED;
  private final EventStream<Integer> stream =
      new EventStream<>(this::lines, client, client, () -> now);

  /** Lines with their number as the position. */
  private Watched.News<Integer> lines(Integer position) {
    positions.add(position);
    int told = position == null ? 0 : position;
    return new Watched.News<>(
        lines.stream().skip(told).map(line -> new Watched.Item("log", line)).toList(),
        lines.size(),
        over);
  }

  @Test
  void tellsOnlyWhatIsNew() {
    lines = List.of("1", "2");
    assertThat(stream.goOn()).isTrue();
    assertThat(client.received()).containsExactly("name=log data=1", "name=log data=2");
    lines = List.of("1", "2", "3");
    assertThat(stream.goOn()).isTrue();
    assertThat(client.received()).containsExactly("name=log data=3");
    assertThat(positions).containsExactly(null, 2);
  }

  @Test
  void endsBehindTheLastNews() {
    lines = List.of("1");
    over = true;
    assertThat(stream.goOn()).isFalse();
    assertThat(client.received()).containsExactly("name=log data=1");
  }

  @Test
  void saysThatItIsStillThereWhenNothingIsNewForLong() {
    now = OPENED.plus(EventStream.SILENCE);
    assertThat(stream.goOn()).isTrue();
    assertThat(client.received()).isEmpty();
    now = now.plusMillis(1);
    assertThat(stream.goOn()).isTrue();
    assertThat(client.received()).containsExactly("comment=still there");
    now = now.plus(Duration.ofSeconds(1));
    assertThat(stream.goOn()).isTrue();
    assertThat(client.received()).isEmpty();
  }

  @Test
  void newsEndTheSilence() {
    now = OPENED.plus(EventStream.SILENCE);
    lines = List.of("1");
    stream.goOn();
    now = now.plusMillis(1);
    stream.goOn();
    assertThat(client.received()).containsExactly("name=log data=1");
  }

  @Test
  void endsWhenItHasLastedLongEnough() {
    now = OPENED.plus(EventStream.LONGEST);
    assertThat(stream.goOn()).isTrue();
    now = now.plusMillis(1);
    assertThat(stream.goOn()).isFalse();
  }

  @Test
  void asksNothingForAClientThatHasGone() {
    client.leave();
    lines = List.of("1");
    stream.goOn();
    assertThat(stream.goOn()).isFalse();
    assertThat(positions).hasSize(1);
  }

  @Test
  void asksNothingWhenItIsClosed() {
    stream.close();
    assertThat(client.isClosed()).isTrue();
    assertThat(stream.goOn()).isFalse();
    assertThat(positions).isEmpty();
  }

  @Test
  void aWatcherWhoMayNotSeeItAnyMoreIsToldNothing() {
    EventStream<Integer> forbidden =
        new EventStream<>(
            position -> {
              throw new NotFound("job_run");
            },
            client,
            client,
            () -> now);
    assertThatThrownBy(forbidden::goOn).isInstanceOf(NotFound.class);
    assertThat(client.received()).isEmpty();
  }

  @Test
  void hasOneTurnAtATimeAndIsNotWaitedFor() {
    List<Runnable> begun = new ArrayList<>();
    List<String> turns = new ArrayList<>();
    stream.takeTurn(begun::add, () -> turns.add("first"));
    stream.takeTurn(begun::add, () -> turns.add("while the first lasts"));
    assertThat(begun).hasSize(1);
    begun.remove(0).run();
    stream.takeTurn(begun::add, () -> turns.add("second"));
    begun.remove(0).run();
    assertThat(turns).containsExactly("first", "second");
  }

  @Test
  void getsItsNextTurnAfterOneThatFailedOrWasNotTaken() {
    stream.takeTurn(
        turn -> {
          throw new RejectedExecutionException("stopping");
        },
        () -> {});
    assertThatThrownBy(
            () ->
                stream.takeTurn(
                    Runnable::run,
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    List<String> turns = new ArrayList<>();
    stream.takeTurn(Runnable::run, () -> turns.add("next"));
    assertThat(turns).containsExactly("next");
  }
}
