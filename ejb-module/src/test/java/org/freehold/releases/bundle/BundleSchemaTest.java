package org.freehold.releases.bundle;

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
import org.freehold.platform.Invalid;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.OneThingWrong;
import org.junit.jupiter.api.Test;

/**
 * Schema and reader say the same of every bundle: of a good one, and of it with one thing wrong.
 */
class BundleSchemaTest {
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(BundleSchema.text());

  private final JsonObject example = example();
  private final OneThingWrong changes =
      new OneThingWrong(
          example,
          List.of("42", "true", "null", "\"\"", "\"word\"", "\"a\\u0000\"", "[]", "{}", "[3]"));

  private static JsonObject example() {
    try (InputStream json = BundleSchemaTest.class.getResourceAsStream("every-operation.json")) {
      return JsonText.parseObject(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean schemaTakes(JsonObject bundle) {
    return SCHEMA.validate(bundle.toString(), InputFormat.JSON).isEmpty();
  }

  private static boolean readerTakes(JsonObject bundle) {
    try {
      new JsonBundleReader().changes(bundle, Set.of("flags"));
      return true;
    } catch (Invalid e) {
      return false;
    }
  }

  @Test
  void bothTakeEveryOperation() {
    assertThat(SCHEMA.validate(example.toString(), InputFormat.JSON)).isEmpty();
    assertThat(new JsonBundleReader().changes(example, Set.of("flags"))).hasSize(19);
  }

  @Test
  void bothSayTheSameOfEveryBundleWithOneThingWrong() {
    List<String> disagreements = new ArrayList<>();
    int refused = 0;
    for (String place : changes.places()) {
      for (JsonObject changed : changes.at(place)) {
        boolean taken = readerTakes(changed);
        refused += taken ? 0 : 1;
        if (taken != schemaTakes(changed)) {
          disagreements.add(place + ": reader " + taken + ", " + changed.getValue(parent(place)));
        }
      }
    }
    assertThat(disagreements).isEmpty();
    assertThat(refused).isGreaterThan(500);
  }

  @Test
  void theSchemaIsPublishedInTheDocuments() throws Exception {
    assertThat(Files.readString(Path.of("../docs/api/release-bundle.json")))
        .isEqualTo(BundleSchema.text());
  }

  @Test
  void theSchemaIsItselfValid() throws Exception {
    JsonNode schema = new ObjectMapper().readTree(BundleSchema.text());
    assertThat(schema.get("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    JsonSchema meta =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of(schema.get("$schema").asText()));
    assertThat(meta.validate(schema)).isEmpty();
  }

  private static String parent(String place) {
    return place.substring(0, place.lastIndexOf('/'));
  }
}
