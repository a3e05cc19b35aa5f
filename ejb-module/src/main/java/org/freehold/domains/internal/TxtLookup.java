package org.freehold.domains.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.freehold.domains.DnsUnavailable;
import org.freehold.domains.TxtRecords;
import org.freehold.platform.NoTransaction;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.NioClient;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks DNS for the TXT records at a name: recursive resolvers follow aliases for us. */
@ApplicationScoped
public class TxtLookup {
  private static final int TRIES = 2;

  @Inject private DomainSettings settings;
  private Resolver resolver;

  @PostConstruct
  void begin() {
    List<InetSocketAddress> addresses = settings.resolvers();
    ExtendedResolver several =
        addresses.isEmpty()
            ? new ExtendedResolver()
            : new ExtendedResolver(addresses.stream().<Resolver>map(SimpleResolver::new).toList());
    several.setRetries(TRIES);
    several.setTimeout(settings.timeout());
    resolver = several;
  }

  /** The client has a thread and selectors of its own. */
  @PreDestroy
  void end() {
    NioClient.close();
  }

  /** {@link DnsUnavailable} when nothing was learned. Never inside a transaction: it takes time. */
  public TxtRecords at(String name) {
    NoTransaction.require();
    try {
      Name asked = Name.fromString(name + ".");
      Message answer =
          resolver.send(Message.newQuery(Record.newRecord(asked, Type.TXT, DClass.IN)));
      return switch (answer.getRcode()) {
        case Rcode.NOERROR -> records(answer);
        case Rcode.NXDOMAIN -> new TxtRecords(List.of());
        default ->
            throw new DnsUnavailable(name, "the answer is " + Rcode.string(answer.getRcode()));
      };
    } catch (TextParseException e) {
      throw new IllegalStateException(name + " was let pass and is no name", e);
    } catch (IOException e) {
      throw new DnsUnavailable(name, "no resolver answers");
    }
  }

  private static TxtRecords records(Message answer) {
    return new TxtRecords(
        answer.getSection(Section.ANSWER).stream()
            .filter(TXTRecord.class::isInstance)
            .map(TXTRecord.class::cast)
            .map(TxtLookup::text)
            .toList());
  }

  /** A record is one value, in pieces of 255 bytes (RFC 7208 §3.3 has the custom). */
  private static String text(TXTRecord record) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    record.getStringsAsByteArrays().forEach(whole::writeBytes);
    return whole.toString(StandardCharsets.UTF_8);
  }
}
