package org.freehold.web.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=0-, 0, 9",
    "bytes=3-5, 3, 5",
    "bytes=3-99, 3, 9",
    "bytes=9-9, 9, 9",
    "bytes=-1, 9, 9",
    "bytes=-10, 0, 9",
    "bytes=-11, 0, 9",
    "Bytes= 1-2, 1, 2"
  })
  void readsOneRange(String header, long from, long to) {
    assertThat(ByteRange.of(header, 10)).contains(new ByteRange(from, to));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=5-3",
        "bytes=1-2,4-5",
        "x=1-2",
        "bytes=+1-2"
      })
  void ignoresWhatIsNoSingleRange(String header) {
    assertThat(ByteRange.of(header, 10)).isEmpty();
    assertThat(ByteRange.of(null, 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-11", "bytes=-0", "bytes=99999999999999999999-"})
  void refusesWhatLiesBehindTheEnd(String header) {
    assertThatThrownBy(() -> ByteRange.of(header, 10))
        .isInstanceOf(RangeNotSatisfiable.class)
        .extracting(problem -> ((RangeNotSatisfiable) problem).headers().get("Content-Range"))
        .isEqualTo("bytes */10");
  }
}
