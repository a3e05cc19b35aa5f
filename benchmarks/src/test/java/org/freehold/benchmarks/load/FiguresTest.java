package org.freehold.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void percentilesAreTimesThatWereSeen() {
    Latencies latencies = new Latencies();
    for (int i = 100; i >= 1; i--) {
      latencies.add(i * 1_000_000L);
    }
    assertThat(latencies.percentile(50)).isEqualTo(50);
    assertThat(latencies.percentile(99)).isEqualTo(99);
    assertThat(latencies.percentile(100)).isEqualTo(100);
    assertThat(new Latencies().percentile(50)).isNaN();
  }

  @Test
  void keepsMoreTimesThanItBeganWith() {
    Latencies latencies = new Latencies();
    for (int i = 0; i < 40_000; i++) {
      latencies.add(i);
    }
    assertThat(latencies.count()).isEqualTo(40_000);
  }

  @Test
  void tellsPlainlyThatThereWasNoPgbench() {
    String table =
        Figures.table(List.of(new Figures.Row("GET /x", 1234.4, 1.26, 9, 3, 0.5, Double.NaN)));
    assertThat(table.lines().toList())
        .hasSize(3)
        .last()
        .isEqualTo("| GET /x | 1234 | 1.3 | 9.0 | 3.0 | 0.50 | – |");
  }

  @Test
  void theMedianIsTheOneInTheMiddle() {
    assertThat(Figures.median(3, 1, 2)).isEqualTo(2);
  }

  @Test
  void readsMemoryAsTheKernelTellsIt() {
    Memory memory =
        Memory.parsed("55d0-7ffe [rollup]\nRss:    2048 kB\nPss:    1024 kB\nPss_Anon:  512 kB\n");
    assertThat(memory).isEqualTo(new Memory(1, 2));
  }
}
