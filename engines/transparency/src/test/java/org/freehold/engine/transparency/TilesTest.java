package org.freehold.engine.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TilesTest {

  /** The example of the specification. */
  private static final long SEVENTY_THOUSAND = 70_000;

  @Test
  void aTreeIsCutAsTheSpecificationSays() {
    assertThat(Tiles.width(0, 272, SEVENTY_THOUSAND)).isEqualTo(256);
    assertThat(Tiles.width(0, 273, SEVENTY_THOUSAND)).isEqualTo(112);
    assertThat(Tiles.width(0, 274, SEVENTY_THOUSAND)).isZero();
    assertThat(Tiles.width(1, 0, SEVENTY_THOUSAND)).isEqualTo(256);
    assertThat(Tiles.width(1, 1, SEVENTY_THOUSAND)).isEqualTo(17);
    assertThat(Tiles.width(2, 0, SEVENTY_THOUSAND)).isEqualTo(1);
    assertThat(Tiles.width(3, 0, SEVENTY_THOUSAND)).isZero();
    assertThat(Tiles.width(63, 0, SEVENTY_THOUSAND)).isZero();
    assertThat(Tiles.width(1, 0, 256)).isEqualTo(1);
  }

  @Test
  void aTileIsNamedAsTheSpecificationSays() {
    assertThat(Tiles.path(1_234_067, 256)).isEqualTo("x001/x234/067");
    assertThat(Tiles.path(273, 112)).isEqualTo("273.p/112");
    assertThat(Tiles.path(0, 256)).isEqualTo("000");
    assertThat(Tiles.parse("x001/x234/067")).isEqualTo(new Tiles.Name(1_234_067, 256));
    assertThat(Tiles.parse("273.p/112")).isEqualTo(new Tiles.Name(273, 112));
  }

  @Test
  void onlyTheOneNameOfATileNamesIt() {
    for (String path :
        new String[] {
          "",
          "1",
          "67",
          "x000/067",
          "067/",
          "001/x234/067",
          "x1/067",
          "067.p/0",
          "067.p/256",
          "067.p/007",
          "067.p/",
          "-01",
          "0671",
          "x001/x234/067.p",
          "x999/x999/x999/x999/x999/x999/067"
        }) {
      assertThat(Tiles.parse(path)).as(path).isNull();
    }
  }
}
