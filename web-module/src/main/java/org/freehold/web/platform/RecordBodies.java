package org.freehold.web.platform;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.RecordReader;

/**
 * Reads bodies into records, strictly, and writes records. Declared for records and not for all
 * objects, so that it comes before whatever JSON the server brings.
 */
@Provider
@Consumes("application/json")
@Produces("application/json")
public class RecordBodies implements MessageBodyReader<Record>, MessageBodyWriter<Record> {
  @Inject private Validator validator;

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type.isRecord();
  }

  @Override
  public Record readFrom(
      Class<Record> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    PushbackInputStream pushback = new PushbackInputStream(body);
    int first = pushback.read();
    if (first < 0) {
      // As a record of which nothing is said: then what is required is named.
      return new RecordReader(validator).read(type, JsonValue.EMPTY_JSON_OBJECT);
    }
    pushback.unread(first);
    return new RecordReader(validator).read(type, JsonText.parseObject(pushback));
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type.isRecord();
  }

  @Override
  public void writeTo(
      Record value,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out) {
    JsonText.write(value, out);
  }

  /** Reads a merge patch. */
  @Provider
  @Consumes({"application/json", "application/merge-patch+json"})
  public static class Patches implements MessageBodyReader<JsonObject> {
    @Override
    public boolean isReadable(
        Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
      return type == JsonObject.class;
    }

    @Override
    public JsonObject readFrom(
        Class<JsonObject> type,
        Type generic,
        Annotation[] annotations,
        MediaType media,
        MultivaluedMap<String, String> headers,
        InputStream body) {
      return JsonText.parseObject(body);
    }
  }
}
