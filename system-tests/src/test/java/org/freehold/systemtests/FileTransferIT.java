package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How bytes travel: ranges, conditions, limits, and what is held meanwhile. */
class FileTransferIT {
  private static final int SIZE = 100_000;
  private static final byte[] CONTENT = new byte[SIZE];
  private static TestTenant tenant;
  private static Api api;
  private static String file;

  @BeforeAll
  static void uploadAFile() {
    tenant = Fixtures.tenant();
    api = tenant.api();
    for (int i = 0; i < SIZE; i++) {
      CONTENT[i] = Upload.Pattern.at(i);
    }
    file = Upload.of("data", CONTENT).to(api).is(201).id();
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=0-99, 0, 100",
    "bytes=99990-, 99990, 100000",
    "bytes=50000-999999999999999999999999, 50000, 100000",
    "bytes=-1, 99999, 100000",
    "bytes=-999999, 0, 100000",
    "BYTES=7-7, 7, 8"
  })
  void aRangeIsAnsweredWithItsBytes(String range, int from, int to) {
    Download part = Download.of(api, file, "Range", range).is(206);
    part.holds(CONTENT, from, to);
    assertThat(part.header("Content-Range"))
        .isEqualTo("bytes " + from + "-" + (to - 1) + "/" + SIZE);
    assertThat(part.header("Accept-Ranges")).isEqualTo("bytes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"bytes=5-2", "bytes=-", "bytes=a-b", "lines=1-2", "bytes=0-1,5-6", "bytes 0-1"})
  void aRangeThatIsNoneOrSeveralIsIgnored(String range) {
    Download.of(api, file, "Range", range).is(200).holds(CONTENT, 0, SIZE);
  }

  @ParameterizedTest
  @CsvSource({"bytes=100000-", "bytes=100000-100001", "bytes=-0", "bytes=99999999999999999999-"})
  void aRangeBehindTheEndIsRefusedWithTheLength(String range) {
    Download refused = Download.of(api, file, "Range", range).is(416);
    assertThat(refused.header("Content-Range")).isEqualTo("bytes */" + SIZE);
    assertThat(new String(refused.bytes(), StandardCharsets.UTF_8))
        .contains("range_not_satisfiable");
    String empty = Upload.of("empty", new byte[0]).to(api).is(201).id();
    assertThat(Download.of(api, empty, "Range", range).is(416).header("Content-Range"))
        .isEqualTo("bytes */0");
    Download.of(api, empty).is(200).holds(new byte[0], 0, 0);
  }

  @Test
  void aDownloadThatBrokeGoesOnWhereItWas() {
    Download first = Download.of(api, file, "Range", "bytes=0-39999").is(206);
    String etag = first.header("ETag");
    Api resumed = api.with("Range", "bytes=40000-");
    Download.of(resumed, file, "If-Range", etag).is(206).holds(CONTENT, 40_000, SIZE);
    Download.of(resumed, file, "If-Range", first.header("Last-Modified")).is(206);
    for (String other : new String[] {"\"other\"", "W/" + etag, "Thu, 01 Jan 2026 00:00:00 GMT"}) {
      Download.of(resumed, file, "If-Range", other).is(200).holds(CONTENT, 0, SIZE);
    }
  }

  @Test
  void aClientThatHasItIsToldSo() {
    String etag = Download.of(api, file).header("ETag");
    for (String tags : new String[] {etag, "W/" + etag, "\"x\", " + etag, "*"}) {
      Download known = Download.of(api, file, "If-None-Match", tags).is(304);
      assertThat(known.bytes()).isEmpty();
      assertThat(known.header("ETag")).isEqualTo(etag);
      Download.head(api.with("If-None-Match", tags), file).is(304);
    }
    Download.of(api, file, "If-None-Match", "\"x\"").is(200);
    Download.of(api.with("Range", "bytes=0-1"), file, "If-None-Match", etag).is(304);
    Download.of(api, file, "If-Match", "\"x\"").is(412);
    Download.of(api, file, "If-Match", etag).is(200);
  }

  @Test
  void aHeadTellsWhatAGetWouldBring() {
    Download head = Download.head(api.with("Range", "bytes=0-1"), file).is(200);
    assertThat(head.bytes()).isEmpty();
    assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(SIZE));
    assertThat(head.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(head.header("ETag")).isEqualTo(Download.of(api, file).header("ETag"));
  }

  @Test
  void whatIsAnnouncedTooLongIsRefusedBeforeItComes() throws IOException {
    String answer = answerTo("Content-Length: 104923137\r\n", "");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("file_too_large");
    assertThat(FilesIT.stored(tenant)).isEqualTo(rows());
  }

  @Test
  void whatIsLongerThanAFileMayBeIsCutAndLeavesNothing() {
    long most = 100L * 1024 * 1024;
    TestTenant other = Fixtures.tenant();
    Upload.large("just right", most).chunkedTo(other.api()).is(201);
    Upload.large("one more", most + 1).chunkedTo(other.api()).isProblem(413, "file_too_large");
    Upload.large("far more", 2 * most).chunkedTo(other.api()).isProblem(413, "file_too_large");
    assertThat(FilesIT.stored(other)).isEqualTo(1);
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() throws IOException {
    TestTenant other = Fixtures.tenant();
    String start =
        "--"
            + Upload.BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
    try (Socket socket =
        connect(other.api(), "Content-Length: 5000000\r\n", start + "x".repeat(200_000))) {
      assertThat(socket.isConnected()).isTrue();
      Await.until(Duration.ofSeconds(20), () -> FilesIT.stored(other), begun -> begun == 1);
    }
    Await.until(Duration.ofSeconds(20), () -> FilesIT.stored(other), left -> left == 0);
    assertThat(other.api().get("/api/files").items()).isEmpty();
  }

  @Test
  void slowReadersHoldNoConnectionOfTheDatabase() throws Exception {
    String large = Upload.large("large", 20_000_000).chunkedTo(api).is(201).id();
    List<Socket> readers = new ArrayList<>();
    try (Connection connection = Database.asAdministrator()) {
      for (int i = 0; i < 60; i++) {
        readers.add(reading(large));
      }
      // What others are at is over in a moment; a reader would hold its connection for good.
      Await.until(
          Duration.ofSeconds(20), () -> idleInTransaction(connection), pids -> pids.isEmpty());
      tenant.project();
    } finally {
      for (Socket reader : readers) {
        reader.close();
      }
    }
  }

  private static List<String> idleInTransaction(Connection connection) {
    try {
      return Database.texts(
          connection, "select pid from pg_stat_activity where state like 'idle in transaction%'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks for the content, and reads no more than the status. */
  private static Socket reading(String id) throws IOException {
    Socket socket = new Socket(api.url().getHost(), api.url().getPort());
    socket.setReceiveBufferSize(4096);
    write(socket, "GET /api/files/" + id + "/content HTTP/1.1\r\n" + headers(api) + "\r\n");
    assertThat(lines(socket).readLine()).startsWith("HTTP/1.1 200");
    return socket;
  }

  private static String answerTo(String headers, String body) throws IOException {
    try (Socket socket = connect(api, headers, body)) {
      socket.setSoTimeout(20_000);
      BufferedReader lines = lines(socket);
      StringBuilder answer = new StringBuilder();
      String line = lines.readLine();
      while (line != null && !answer.toString().contains("\"hint\"")) {
        answer.append(line).append('\n');
        line = answer.indexOf("\"hint\"") >= 0 ? null : lines.readLine();
      }
      return answer.toString();
    }
  }

  private static Socket connect(Api api, String headers, String body) throws IOException {
    URI url = api.url();
    Socket socket = new Socket(url.getHost(), url.getPort());
    write(
        socket,
        "POST /api/files HTTP/1.1\r\n" + headers(Upload.typed(api)) + headers + "\r\n" + body);
    return socket;
  }

  private static String headers(Api api) {
    StringBuilder text = new StringBuilder("Host: " + api.url().getHost() + "\r\n");
    api.headers().forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    return text.append("Connection: close\r\n").toString();
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static BufferedReader lines(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  private static long rows() {
    return api.get("/api/files?limit=200").is(200).items().size();
  }
}
