package org.freehold.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
  enum Colour {
    DARK_RED,
    BLUE
  }

  record Part(@NotNull Colour colour, Integer weight) {}

  record Thing(
      @NotBlank @Size(max = 5) String shortName,
      UserId ownerId,
      BigDecimal price,
      LocalDate since,
      Instant lastSeen,
      boolean ready,
      @Valid List<Part> parts,
      Map<String, @Size(max = 3) String> labels) {}

  private final RecordReader reader =
      new RecordReader(Validation.buildDefaultValidatorFactory().getValidator());

  private Thing read(String json) {
    return reader.read(Thing.class, JsonText.parseObject(json));
  }

  private List<Fault> faults(String json) {
    return catchThrowableOfType(Invalid.class, () -> read(json)).faults();
  }

  @Test
  void readsEveryKindOfValueAndWritesItBack() {
    String json =
        "{\"short_name\":\"bolt\",\"owner_id\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"price\":12.50,"
            + "\"since\":\"2026-01-31\",\"last_seen\":\"2026-01-31T12:00:00Z\",\"ready\":true,"
            + "\"parts\":[{\"colour\":\"dark_red\",\"weight\":7}],\"labels\":{\"a\":\"b\"}}";
    Thing thing = read(json);
    assertThat(thing.parts()).containsExactly(new Part(Colour.DARK_RED, 7));
    assertThat(thing.price()).isEqualTo(new BigDecimal("12.50"));
    assertThat(JsonText.of(thing)).isEqualTo(json);
  }

  @Test
  void refusesUnknownMembersByNameAndPlace() {
    assertThat(
            faults(
                "{\"short_name\":\"a\",\"ready\":true,\"parts\":[{\"colour\":\"blue\",\"size\":1}],\"x/y\":1}"))
        .extracting(Fault::pointer, Fault::code)
        .containsExactlyInAnyOrder(
            tuple("/parts/0/size", "unknown_field"), tuple("/x~1y", "unknown_field"));
  }

  @Test
  void tellsAllFaultsAtOnce() {
    assertThat(
            faults(
                "{\"short_name\":1,\"owner_id\":\"1\",\"price\":\"x\",\"since\":\"31.1.2026\",\"last_seen\":\"now\","
                    + "\"parts\":[{\"colour\":\"green\",\"weight\":1.5}],\"labels\":[]}"))
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder(
            "/short_name",
            "/owner_id",
            "/price",
            "/since",
            "/last_seen",
            "/ready",
            "/parts/0/colour",
            "/parts/0/weight",
            "/labels");
  }

  @Test
  void namesTheChoicesOfAnEnum() {
    assertThat(
            faults("{\"short_name\":\"a\",\"ready\":true,\"parts\":[{\"colour\":\"DARK_RED\"}]}")
                .get(0)
                .detail())
        .isEqualTo("This must be one of dark_red, blue.");
  }

  @Test
  void checksConstraintsWithPointers() {
    assertThat(
            faults(
                "{\"short_name\":\"too long\",\"ready\":true,\"parts\":[{\"weight\":1}],\"labels\":{\"k\":\"abcd\"}}"))
        .extracting(Fault::pointer, Fault::code)
        .contains(tuple("/short_name", "size"), tuple("/parts/0/colour", "not_null"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]",
        "{",
        "{\"a\":1,\"a\":2}",
        "\"text\"",
        "",
        "{\"price\":1e99999999999}",
      })
  void refusesWhatIsNoJsonObject(String text) {
    assertThat(catchThrowableOfType(Invalid.class, () -> JsonText.parseObject(text)).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud800", "x\\udc00y"})
  void refusesCharactersThatCannotBeStored(String text) {
    assertThat(faults("{\"short_name\":\"" + text + "\",\"ready\":true}"))
        .extracting(Fault::pointer)
        .containsExactly("/short_name");
  }

  record Free(JsonValue value, Map<String, JsonValue> values) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"value\":\"x\\u0000\"} | /value",
        "{\"value\":[1,{\"b/c\":\"\\u0000\"}]} | /value/1/b~1c",
        "{\"value\":{\"a\":{\"b\\udc00\":null}}} | /value/a",
        "{\"values\":{\"a\\u0000\":1}} | /values",
        "{\"values\":{\"a\":[\"\\ud800\"]}} | /values/a/0"
      })
  void refusesThemInJsonOfNoShapeToo(String json, String pointer) {
    Invalid refused =
        catchThrowableOfType(
            Invalid.class, () -> reader.read(Free.class, JsonText.parseObject(json)));
    assertThat(refused.faults()).extracting(Fault::pointer).containsExactly(pointer);
    reader.read(Free.class, JsonText.parseObject("{\"value\":[\"\\ud83d\\ude00\\u0001\",null]}"));
  }

  @Test
  void refusesNumbersThatWouldFillTheMemory() {
    assertThat(faults("{\"short_name\":\"a\",\"ready\":true,\"price\":1e999999}"))
        .extracting(Fault::pointer)
        .containsExactly("/price");
  }
}
