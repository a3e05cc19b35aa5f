package org.freehold.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.freehold.engine.delivery.Turns.Share;
import org.freehold.webhooks.internal.DueLook.Line;
import org.junit.jupiter.api.Test;

class NextInTurnTest {
  private static final Line A1 = line("0", "1");
  private static final Line A2 = line("0", "2");
  private static final Line B = line("7", "1");
  private static final Line C = line("f", "1");

  @Test
  void whoStandsBehindTheLastThatGotSomethingIsNext() {
    List<Line> lines = List.of(A1, A2, B, C);
    assertThat(NextInTurn.lastServed(lines, List.of(share(A1)))).isEqualTo(A2);
    assertThat(NextInTurn.lastServed(lines, List.of(share(A1), share(B)))).isEqualTo(B);
    assertThat(NextInTurn.lastServed(lines, List.of(share(C)))).isEqualTo(C);
  }

  @Test
  void linesStandAsTheDatabaseOrdersThem() {
    assertThat(List.of(Line.FIRST, A1, A2, B))
        .allSatisfy(one -> assertThat(one.isBefore(C)).isTrue());
    assertThat(A1.isBefore(A2)).isTrue();
    assertThat(B.isBefore(A2)).isFalse();
    assertThat(C.isBefore(C)).isFalse();
  }

  @Test
  void noTenantHasMoreThanAThirdOfTheNode() {
    assertThat(NextInTurn.tenantBound(new UnderWay.Bounds(200, 60, 8))).isEqualTo(60);
    assertThat(NextInTurn.tenantBound(new UnderWay.Bounds(24, 60, 8))).isEqualTo(8);
    assertThat(NextInTurn.tenantBound(new UnderWay.Bounds(1, 1, 1))).isEqualTo(1);
  }

  private static Share share(Line line) {
    return new Share(line.tenant(), line.endpoint(), 1);
  }

  private static Line line(String tenant, String endpoint) {
    return new Line(
        UUID.fromString(tenant + "0000000-0000-7000-8000-000000000000"),
        UUID.fromString(endpoint + "0000000-0000-7000-8000-000000000000"),
        1);
  }
}
