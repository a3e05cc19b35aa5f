package org.freehold.audit.archive.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.freehold.audit.archive.PlaceRange;
import org.freehold.audit.archive.TrailSegment;
import org.junit.jupiter.api.Test;

class SegmentsTest {
  @Test
  void nothingIsInNoArchive() {
    assertThat(Segments.of(List.of())).isEmpty();
  }

  @Test
  void aRangeThatIsTooLongIsInSeveral() {
    long most = Segments.MOST_EVENTS;
    assertThat(Segments.of(List.of(new PlaceRange(7, 10), new PlaceRange(20, 20 + 2 * most))))
        .containsExactly(
            new TrailSegment(List.of(new PlaceRange(7, 10), new PlaceRange(20, 17 + most)), most),
            new TrailSegment(List.of(new PlaceRange(17 + most, 17 + 2 * most)), most),
            new TrailSegment(List.of(new PlaceRange(17 + 2 * most, 20 + 2 * most)), 3));
  }

  @Test
  void aCertificateNamesOnlySoManyRanges() {
    List<PlaceRange> scattered =
        LongStream.rangeClosed(0, Segments.MOST_RANGES)
            .mapToObj(at -> new PlaceRange(2 * at, 2 * at + 1))
            .toList();
    assertThat(Segments.of(scattered))
        .extracting(one -> one.places().size())
        .containsExactly(Segments.MOST_RANGES, 1);
  }

  @Test
  void whatLiesFarApartIsInArchivesOfItsOwn() {
    PlaceRange first = new PlaceRange(0, 5);
    PlaceRange near = new PlaceRange(5 + Segments.WIDEST_GAP, 6 + Segments.WIDEST_GAP);
    PlaceRange far = new PlaceRange(7 + 2 * Segments.WIDEST_GAP, 9 + 2 * Segments.WIDEST_GAP);
    assertThat(Segments.of(List.of(first, near, far)))
        .containsExactly(
            new TrailSegment(List.of(first, near), 6), new TrailSegment(List.of(far), 2));
  }
}
