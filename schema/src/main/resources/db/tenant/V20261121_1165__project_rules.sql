-- What a project itself says of who sees it, for lists: exactly what the access engine says of one project.

-- Whether an address lies in one of the networks, of which each is a text in CIDR notation or a single address. One of
-- IPv6 never contains an IPv4 address; a single IPv4 address may also be written as one of IPv6 (RFC 4291, 2.5.5.2).
create function address_in(address inet, networks jsonb) returns boolean language sql immutable as $$
  select exists (
    select from jsonb_array_elements_text(networks) as written(network)
    where network::inet = network(network::inet)
      and (address <<= network::inet
        or family(address) = 4 and network::inet = inet '::ffff:0.0.0.0' + (address - inet '0.0.0.0')))
$$;

-- What nearly no project is: so that lists ask a flag with statistics, and only then the lists of the few that are.
alter table project add column restricted boolean not null
  generated always as (allowed_ips <> '[]' or allowed_email_domains <> '[]') stored;
