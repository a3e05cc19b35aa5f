package org.freehold.files.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.freehold.files.FileName;
import org.freehold.files.FileTypeNotAllowed;

/**
 * Says what content is, from its first bytes. The name can only narrow what they say, as from a zip
 * archive to a document that is one; bytes that say nothing stay {@code application/octet-stream}.
 */
@ApplicationScoped
public class ContentTypes {
  private static final MimeTypes KNOWN = MimeTypes.getDefaultMimeTypes();
  private static final MediaTypeRegistry REGISTRY = KNOWN.getMediaTypeRegistry();

  @Inject private FilesSettings settings;
  private List<String> allowed;
  private List<String> forbidden;

  protected ContentTypes() {}

  ContentTypes(List<String> allowed, List<String> forbidden) {
    this.allowed = allowed;
    this.forbidden = forbidden;
  }

  @PostConstruct
  void read() {
    allowed = settings.allowedTypes();
    forbidden = settings.forbiddenTypes();
  }

  /** The same bytes, of which the first can be read twice. */
  public InputStream readable(InputStream bytes) {
    return new BufferedInputStream(bytes, KNOWN.getMinLength());
  }

  /** The type of what begins here; {@link FileTypeNotAllowed}. */
  public String allowed(InputStream content, FileName name) throws IOException {
    MediaType type = typeOf(content, name);
    if (allowed.stream().noneMatch(pattern -> matches(type, pattern))
        || forbidden.stream().anyMatch(pattern -> matches(type, pattern))) {
      throw new FileTypeNotAllowed(type.getBaseType().toString());
    }
    return type.getBaseType().toString();
  }

  /** The type of what begins here, taken or not. */
  public String of(InputStream content, FileName name) throws IOException {
    return typeOf(content, name).getBaseType().toString();
  }

  private static MediaType typeOf(InputStream content, FileName name) throws IOException {
    MediaType seen = KNOWN.detect(content, new Metadata());
    if (seen.equals(MediaType.OCTET_STREAM)) {
      return seen;
    }
    Metadata named = new Metadata();
    named.set(TikaCoreProperties.RESOURCE_NAME_KEY, name.value());
    MediaType hint = KNOWN.detect(content, named);
    return REGISTRY.isSpecializationOf(hint, seen) ? hint : seen;
  }

  /** A pattern is a type, with all that specialise it, or all types of a kind, or all. */
  private static boolean matches(MediaType type, String pattern) {
    if (pattern.equals("*/*")) {
      return true;
    }
    if (pattern.endsWith("/*")) {
      return type.getType().equals(pattern.substring(0, pattern.length() - 2));
    }
    MediaType wanted = REGISTRY.normalize(MediaType.parse(pattern));
    return REGISTRY.isInstanceOf(type, wanted);
  }
}
