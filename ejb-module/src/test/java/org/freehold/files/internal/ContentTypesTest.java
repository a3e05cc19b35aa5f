package org.freehold.files.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.freehold.files.FileName;
import org.freehold.files.FileTypeNotAllowed;
import org.junit.jupiter.api.Test;

class ContentTypesTest {
  private static final ContentTypes ANY = new ContentTypes(List.of("*/*"), List.of());

  @Test
  void seesWhatTheContentIs() throws IOException {
    assertThat(type("%PDF-1.7\n", "a.pdf")).isEqualTo("application/pdf");
    assertThat(type("%PDF-1.7\n", "a.png")).isEqualTo("application/pdf");
    assertThat(type("Some words.", "a.txt")).isEqualTo("text/plain");
    assertThat(type("", "a.pdf")).isEqualTo("application/octet-stream");
  }

  @Test
  void letsTheNameNarrowTheContentAndNotReplaceIt() throws IOException {
    assertThat(type("a,b\n1,2\n", "a.csv")).isEqualTo("text/csv");
    assertThat(ANY.allowed(ANY.readable(new ByteArrayInputStream(zip())), new FileName("a.docx")))
        .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    assertThat(ANY.allowed(ANY.readable(new ByteArrayInputStream(zip())), new FileName("a.png")))
        .isEqualTo("application/zip");
    assertThat(type("\1\2\3\4", "a.pdf")).isEqualTo("application/octet-stream");
  }

  @Test
  void givesEveryByteOnAfterwards() throws IOException {
    byte[] content = "x".repeat(200_000).getBytes(StandardCharsets.UTF_8);
    InputStream readable = ANY.readable(new ByteArrayInputStream(content));
    ANY.allowed(readable, new FileName("a"));
    assertThat(readable.readAllBytes()).isEqualTo(content);
  }

  @Test
  void takesOnlyWhatIsAllowed() throws IOException {
    ContentTypes pictures = new ContentTypes(List.of("image/*", "application/pdf"), List.of());
    assertThat(allowed(pictures, "%PDF-1.7\n", "a.pdf")).isEqualTo("application/pdf");
    assertThat(allowed(pictures, "GIF89a", "a.gif")).isEqualTo("image/gif");
    assertThatThrownBy(() -> allowed(pictures, "text", "a.gif"))
        .isInstanceOf(FileTypeNotAllowed.class)
        .hasMessageContaining("text/plain");
  }

  @Test
  void whatTheServerMakesIsNamedWhateverIsTaken() throws IOException {
    ContentTypes pictures = new ContentTypes(List.of("image/*"), List.of("text/*"));
    InputStream minutes =
        pictures.readable(new ByteArrayInputStream("# Minutes".getBytes(StandardCharsets.UTF_8)));
    assertThat(pictures.of(minutes, new FileName("minutes.md"))).isEqualTo("text/markdown");
  }

  @Test
  void refusesWhatSpecialisesAForbiddenType() {
    ContentTypes noZip = new ContentTypes(List.of("*/*"), List.of("text/plain"));
    assertThatThrownBy(() -> allowed(noZip, "a,b\n", "a.csv"))
        .isInstanceOf(FileTypeNotAllowed.class);
  }

  private static String type(String content, String name) throws IOException {
    return allowed(ANY, content, name);
  }

  private static String allowed(ContentTypes types, String content, String name)
      throws IOException {
    InputStream bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1));
    return types.allowed(types.readable(bytes), new FileName(name));
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word.xml"));
    }
    return bytes.toByteArray();
  }
}
