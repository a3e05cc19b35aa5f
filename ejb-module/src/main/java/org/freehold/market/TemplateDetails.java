package org.freehold.market;

import jakarta.json.JsonValue;
import java.util.List;

/**
 * A version of a template as the API tells it.
 *
 * @param digest {@code sha256:} and 64 hexadecimal digits, over the document
 * @param versions all that there are, the newest first
 * @param parameters the steps of the form, each a JSON Schema (2020-12) of an object
 * @param schema the whole as one JSON Schema, for those who show no steps
 * @param content what is made, with places for answers
 */
public record TemplateDetails(
    String id,
    String version,
    String title,
    String description,
    TemplateOrigin origin,
    String digest,
    List<String> versions,
    List<JsonValue> parameters,
    JsonValue schema,
    JsonValue content) {}
