package org.freehold.systemtests;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Holds assessment results to the schema that NIST publishes. */
final class Oscal {
  private Oscal() {}

  static List<String> faults(String results) {
    try (InputStream schema =
        Oscal.class.getResourceAsStream("/schema/json/oscal-ar_schema.json")) {
      JsonSchema known =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
      return known.validate(new ObjectMapper().readTree(results)).stream()
          .map(Object::toString)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
