-- A node of a version before there were plans of operators' making changes a tier and knows of no such plan: the tier that was set goes first.

create function control.tier_goes_first() returns trigger language plpgsql as $$
begin
  if new.tier <> 'custom' and new.tier is distinct from old.tier and new.custom_plan is not distinct from old.custom_plan then
    new.custom_plan := null;
  end if;
  return new;
end $$;
revoke all on function control.tier_goes_first() from public;

create trigger tenant_tier_goes_first before update of tier on control.tenant for each row
  when (old.custom_plan is not null) execute function control.tier_goes_first();
