package org.freehold.flags.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.freehold.engine.flags.FlagChecker;
import org.freehold.engine.flags.FlagDefinition;
import org.freehold.flags.FlagSchema;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.OneThingWrong;
import org.junit.jupiter.api.Test;

/**
 * The schema takes every flag that we take, and refuses all that we do, but for what one part of a
 * flag must have to do with another.
 */
class FlagSchemaTest {
  /** Faults that no schema can tell. */
  private static final Set<String> BEYOND =
      Set.of("unknown_variant", "unknown_flag", "unknown_segment", "duplicate", "sum", "range");

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(FlagSchema.text());

  private final JsonObject example = example("every-part.json");
  private final OneThingWrong changes =
      new OneThingWrong(
          example,
          List.of("142", "true", "null", "\"\"", "\"two words\"", "[]", "{}", "[3]", "[\"1.0\"]"));
  private final FlagDefinition needed =
      Definitions.of(
          Documents.flag(
              "{\"key\":\"payments\",\"type\":\"boolean\",\"variants\":[{\"name\":\"on\",\"value\":true}],"
                  + "\"off_variant\":\"on\",\"otherwise\":{\"variant\":\"on\"}}"));

  private static JsonObject example(String name) {
    try (InputStream json = FlagSchemaTest.class.getResourceAsStream(name)) {
      return JsonText.parseObject(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean schemaTakes(JsonObject flag) {
    return SCHEMA.validate(flag.toString(), InputFormat.JSON).isEmpty();
  }

  /** Null: we take it; else the codes of what is wrong. */
  private List<String> faults(JsonObject flag) {
    try {
      FlagDefinition read = Definitions.of(Documents.flag(flag.toString()));
      return FlagChecker.check(read, List.of(needed), Set.of("beta")).stream()
          .map(finding -> finding.code())
          .toList();
    } catch (Invalid e) {
      return e.faults().stream().map(fault -> fault.code()).toList();
    }
  }

  @Test
  void bothTakeEveryPart() {
    assertThat(faults(example)).isEmpty();
    assertThat(SCHEMA.validate(example.toString(), InputFormat.JSON)).isEmpty();
    assertThat(
            SCHEMA.validate(
                Documents.written(Documents.flag(example.toString())), InputFormat.JSON))
        .as("as it is told")
        .isEmpty();
  }

  @Test
  void bothSayTheSameOfEveryFlagWithOneThingWrong() {
    List<String> disagreements = new ArrayList<>();
    int refused = 0;
    for (String place : changes.places()) {
      for (JsonObject changed : changes.at(place)) {
        List<String> faults = faults(changed);
        refused += faults.isEmpty() ? 0 : 1;
        boolean taken = schemaTakes(changed);
        boolean agreed =
            faults.isEmpty() ? taken : !taken || faults.stream().anyMatch(BEYOND::contains);
        if (!agreed) {
          disagreements.add(
              place + " schema " + taken + ", we " + faults + ": " + at(changed, place));
        }
      }
    }
    assertThat(disagreements).isEmpty();
    assertThat(refused).isGreaterThan(400);
  }

  private static Object at(JsonObject flag, String place) {
    try {
      return flag.getValue(place);
    } catch (jakarta.json.JsonException e) {
      return "nothing";
    }
  }

  @Test
  void theSchemaIsPublishedInTheDocuments() throws Exception {
    assertThat(Files.readString(Path.of("../docs/api/feature-flag.json")))
        .isEqualTo(FlagSchema.text());
  }

  @Test
  void theSchemaIsItselfValid() throws Exception {
    JsonNode schema = new ObjectMapper().readTree(FlagSchema.text());
    JsonSchema meta =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of(schema.get("$schema").asText()));
    assertThat(meta.validate(schema)).isEmpty();
  }
}
