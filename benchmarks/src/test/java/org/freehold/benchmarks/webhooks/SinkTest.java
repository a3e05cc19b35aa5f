package org.freehold.benchmarks.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SinkTest {
  @Test
  void takesInEveryPostOnceWithItsMark() throws Exception {
    try (Sink sink = new Sink();
        Posting posting = new Posting(sink.port())) {
      posting.send(Post.of(7, 1));
      posting.send(Post.of(8, 2));
      posting.send(Post.of(7, 1));
      Arrivals arrivals = sink.arrivals();
      assertThat(arrivals.count()).isEqualTo(3);
      assertThat(arrivals.distinct()).isEqualTo(2);
      assertThat(arrivals.mark(1)).isEqualTo(8);
      assertThat(arrivals.moment(2)).isGreaterThanOrEqualTo(arrivals.moment(0));
    }
  }

  @Test
  void waitsForTheWholeOfARequest() {
    byte[] request =
        "POST / HTTP/1.1\r\nContent-Length: 12\r\n\r\n{\"mark\": 42}POST"
            .getBytes(StandardCharsets.US_ASCII);
    int whole = request.length - 4;
    for (int length = 0; length < whole; length++) {
      assertThat(Sink.whole(request, length)).isZero();
    }
    assertThat(Sink.whole(request, request.length)).isEqualTo(whole);
    assertThat(Sink.mark(request, whole)).isEqualTo(42);
  }

  @Test
  void aMessageHasAKibibyte() {
    assertThat(Post.of(123_456, 4999).body().getBytes(StandardCharsets.UTF_8)).hasSize(1024);
  }

  @Test
  void theBareClientSendsAllOfThem() throws Exception {
    try (Sink sink = new Sink();
        BareClient client = new BareClient(sink.port(), 10)) {
      client.begin(500);
      sink.arrivals().await(500, true);
      assertThat(sink.arrivals().count()).isEqualTo(500);
    }
  }
}
